package vn.minhbach.function.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.appraise.inspection.Finding;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.HandReply;

/** What was found of a criterion. */
record FindingReply(
    String findingId,
    int inspection,
    CriterionId criterion,
    String found,
    String text,
    Optional<List<String>> evidence,
    HandReply by,
    Instant at)
    implements ReplyPart {

  /**
   * A finding.
   *
   * @param named whether the reader is told who found it
   */
  static FindingReply of(Finding finding, boolean named) {
    return new FindingReply(
        finding.id(),
        finding.inspection(),
        finding.criterion(),
        finding.found().code(),
        finding.text(),
        ReplyPart.some(finding.evidence()),
        HandReply.of(finding.by(), named),
        finding.at());
  }
}
