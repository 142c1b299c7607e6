package vn.minhbach.local.dynamodb.expression;

import java.util.List;
import java.util.stream.Stream;
import vn.minhbach.local.dynamodb.item.AttributeValue;

/**
 * What an update does with an item; applied by {@link Updates}.
 *
 * @param sets in their order
 * @param removes in their order
 * @param adds in their order
 * @param deletes in their order
 */
public record Update(
    List<Assignment> sets, List<DocumentPath> removes, List<Change> adds, List<Change> deletes) {

  /** The update that changes nothing, but makes an item that is not there. */
  public static final Update NONE = new Update(List.of(), List.of(), List.of(), List.of());

  /** SET: a place and its new value. */
  public record Assignment(DocumentPath path, Value value) {}

  /** ADD and DELETE: a place and a number or set. */
  public record Change(DocumentPath path, AttributeValue operand) {}

  /** What a SET assigns, read from the item as it was before. */
  public sealed interface Value {

    /** A value of the item or of the request. */
    record Of(Operand operand) implements Value {}

    /** A sum or a difference of numbers. */
    record Sum(Value left, Value right, boolean minus) implements Value {}

    /** What is there, else a default. */
    record IfNotExists(DocumentPath path, Value otherwise) implements Value {}

    /** Two lists, one after the other. */
    record ListAppend(Value first, Value second) implements Value {}
  }

  /** All places that it changes. */
  public List<DocumentPath> paths() {
    return Stream.of(
            sets.stream().map(Assignment::path),
            removes.stream(),
            adds.stream().map(Change::path),
            deletes.stream().map(Change::path))
        .flatMap(paths -> paths)
        .toList();
  }
}
