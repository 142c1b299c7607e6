package vn.minhbach.core.assess.offline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.answering.AnswerDraft;

/**
 * What comes back of a form that was filled in without a line: the answers of the copy, and what
 * stood in the form when the copy was made.
 *
 * @param criteriaVersion of the criteria that the copy shows
 * @param formVersion of the form when the copy was made, where the client says so
 * @param bases by criterion, as the client wrote it
 * @param answers by criterion, as the client wrote it; a criterion that is left out is unchanged
 * @param dryRun whether only the plan is wanted
 */
record OfflineCopy(
    long criteriaVersion,
    Optional<Long> formVersion,
    Map<String, Base> bases,
    Map<String, AnswerDraft> answers,
    boolean dryRun) {

  /** More than any criteria set has. */
  private static final int ANSWERS_MAX = 1_000;

  private static final int ETAG_MAX = 40;

  public OfflineCopy {
    bases = new LinkedHashMap<>(bases);
    answers = new LinkedHashMap<>(answers);
  }

  /**
   * What stood at one criterion.
   *
   * @param etag of the answer then; empty when there was none
   * @param said what it said; present with the etag
   */
  record Base(Optional<String> etag, Optional<AnswerDraft> said) {

    static final Base NOTHING = new Base(Optional.empty(), Optional.empty());
  }

  /** Refused as {@link InputProblem#INVALID_BODY} with every fault at its place. */
  static Outcome<OfflineCopy> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, OfflineCopy::shape);
  }

  private static Supplier<OfflineCopy> shape(Node body) {
    // A workbook's reading comes with a preview for the reader; it may stay when that is sent on.
    body.only("basedOn", "answers", "dryRun", "preview");
    Node basedOn = body.field("basedOn").only("criteriaVersion", "formVersion", "answers");
    long criteriaVersion = basedOn.field("criteriaVersion").integer(0, Long.MAX_VALUE);
    Optional<Long> formVersion =
        basedOn.optional("formVersion").map(number -> number.integer(0, Long.MAX_VALUE));
    var bases = new LinkedHashMap<String, Base>();
    basedOn
        .optional("answers")
        .ifPresent(all ->
            all.fields(ANSWERS_MAX).forEach((criterion, node) -> bases.put(criterion, base(node))));
    var answers = new LinkedHashMap<String, AnswerDraft>();
    body.field("answers")
        .fields(ANSWERS_MAX)
        .forEach((criterion, node) -> answers.put(criterion, AnswerDraft.part(node)));
    boolean dryRun = body.optional("dryRun").map(Node::bool).orElse(false);
    return () -> new OfflineCopy(criteriaVersion, formVersion, bases, answers, dryRun);
  }

  private static Base base(Node node) {
    AnswerDraft said = AnswerDraft.shape(node, "etag");
    return node.optional("etag")
        .map(etag -> new Base(Optional.of(etag.text(ETAG_MAX)), Optional.of(said)))
        .orElse(Base.NOTHING);
  }

  Base base(String criterion) {
    return bases.getOrDefault(criterion, Base.NOTHING);
  }
}
