package vn.minhbach.core.prepare.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.PlainText;
import vn.minhbach.core.PlainTime;

/** What the office says about a source when it imports it; all of it is required. */
record SourceHead(String system, LocalDate from, LocalDate to, Instant extractedAt, String by) {

  private static final int NAME_MAX = 200;

  /** Reads the head, a tree of texts; refused with every fault named. */
  static Outcome<SourceHead> read(Object tree, Instant now) {
    return Node.read(tree, SourceProblem.INVALID_SOURCE::of, head -> read(head, now));
  }

  private static Supplier<SourceHead> read(Node head, Instant now) {
    head.only("system", "from", "to", "extractedAt", "by");
    String system = text(head, "system");
    LocalDate from = date(head, "from");
    LocalDate to = date(head, "to");
    if (!head.faulty() && to.isBefore(from)) {
      head.faultAt("to", InputProblem.DATES_NOT_ASCENDING.of(to.toString(), from.toString()));
    }
    Instant extractedAt = time(head.field("extractedAt"), now);
    String by = text(head, "by");
    return () -> new SourceHead(system, from, to, extractedAt, by);
  }

  private static String text(Node head, String field) {
    Node node = head.field(field);
    return node.raw() == null ? "" : node.text(NAME_MAX);
  }

  private static LocalDate date(Node head, String field) {
    Node node = head.field(field);
    return node.raw() == null ? LocalDate.EPOCH : node.date();
  }

  private static Instant time(Node node, Instant now) {
    if (node.raw() == null) {
      return now;
    }
    String text = node.text(40);
    Optional<Instant> time =
        PlainTime.moment(text).map(read -> read.truncatedTo(ChronoUnit.MILLIS));
    if (time.isEmpty() && !PlainText.blank(text)) {
      node.fault(SourceProblem.BAD_TIME.of(text));
    } else if (time.filter(read -> read.isAfter(now)).isPresent()) {
      node.fault(InputProblem.IN_THE_FUTURE.of(text, now));
    }
    return time.orElse(now);
  }
}
