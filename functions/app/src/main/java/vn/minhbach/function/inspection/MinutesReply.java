package vn.minhbach.function.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.appraise.inspection.Minutes;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.HandReply;

/** The minutes of an inspection at a unit. */
record MinutesReply(
    int inspection,
    LocalDate day,
    String representative,
    String conclusion,
    Optional<String> opinion,
    List<String> evidence,
    HandReply by,
    Instant at)
    implements ReplyPart {

  static MinutesReply of(Minutes minutes, boolean named) {
    return new MinutesReply(
        minutes.inspection(),
        minutes.day(),
        minutes.representative(),
        minutes.conclusion(),
        minutes.opinion(),
        minutes.evidence(),
        HandReply.of(minutes.by(), named),
        minutes.at());
  }
}
