package vn.minhbach.core.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.ledger.Sha256;

/**
 * What the hidden sheet of a form's workbook brings back: whose form it is and what stood in it.
 *
 * @param bases by criterion
 */
record FormMark(
    String campaign, String unit, long criteriaVersion, long formVersion, Map<String, Base> bases) {

  private static final int TEXT_MAX = 100;
  private static final int ENTRIES_MAX = 1_000;

  FormMark {
    bases = new LinkedHashMap<>(bases);
  }

  /**
   * What one criterion began from.
   *
   * @param etag of the answer; empty where there was none
   * @param province version of the province's figure that is shown
   * @param cells what the cells said, by slot
   */
  record Base(Optional<String> etag, Optional<Long> province, Map<String, String> cells) {

    static final Base NOTHING = new Base(Optional.empty(), Optional.empty(), Map.of());

    Base {
      cells = new TreeMap<>(cells);
    }
  }

  /** Reads a text of JSON into a plain tree; the core reads trees, not JSON. */
  public interface JsonText {
    Outcome<Object> tree(String text);
  }

  /** Refused when it is no sheet of ours, or anything in it was changed. */
  static Outcome<FormMark> read(List<String> lines, JsonText json) {
    if (lines.isEmpty() || !lines.getFirst().equals(FormBooks.FORMAT)) {
      return Outcome.refused(WorkbookProblem.NOT_A_FORM_WORKBOOK.of());
    }
    Optional<byte[]> content = lines.size() < 3 ? Optional.empty() : content(lines);
    if (content.filter(bytes -> Sha256.hex(bytes).equals(lines.get(1))).isEmpty()) {
      return Outcome.refused(WorkbookProblem.FORM_WORKBOOK_DAMAGED.of());
    }
    return json.tree(new String(content.get(), StandardCharsets.UTF_8))
        .flatMap(tree ->
            Node.read(tree, count -> WorkbookProblem.FORM_WORKBOOK_DAMAGED.of(), FormMark::shape))
        .fold(
            refusal -> Outcome.refused(WorkbookProblem.FORM_WORKBOOK_DAMAGED.of()),
            Outcome::accepted);
  }

  private static Optional<byte[]> content(List<String> lines) {
    try {
      return Optional.of(
          Base64.getDecoder().decode(String.join("", lines.subList(2, lines.size()))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Supplier<FormMark> shape(Node mark) {
    String campaign = mark.field("campaign").text(TEXT_MAX);
    String unit = mark.field("unit").text(TEXT_MAX);
    long criteriaVersion = mark.field("criteriaVersion").integer(0, Long.MAX_VALUE);
    long formVersion = mark.field("formVersion").integer(0, Long.MAX_VALUE);
    var bases = new LinkedHashMap<String, Base>();
    mark.field("answers")
        .fields(ENTRIES_MAX)
        .forEach((criterion, base) -> bases.put(criterion, base(base)));
    return () -> new FormMark(campaign, unit, criteriaVersion, formVersion, bases);
  }

  private static Base base(Node base) {
    var cells = new TreeMap<String, String>();
    base.field("cells").fields(ENTRIES_MAX).forEach((slot, text) -> cells.put(slot, text.lines()));
    return new Base(
        base.optional("etag").map(etag -> etag.text(TEXT_MAX)),
        base.optional("province").map(version -> version.integer(0, Long.MAX_VALUE)),
        cells);
  }

  Base base(String criterion) {
    return bases.getOrDefault(criterion, Base.NOTHING);
  }
}
