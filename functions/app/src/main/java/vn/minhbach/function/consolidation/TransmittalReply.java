package vn.minhbach.function.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.consolidation.Transmittal;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.LetterReply;

/**
 * A batch that was passed on.
 *
 * @param by DISTRICT, or OFFICE in its place
 * @param statement of the district
 * @param reason of the office
 */
record TransmittalReply(
    int number,
    Instant at,
    String by,
    Optional<LetterReply> letter,
    Optional<String> statement,
    Optional<String> reason,
    List<UnitCode> communes)
    implements ReplyPart {

  static TransmittalReply of(Transmittal batch) {
    boolean district = Part.district(batch);
    return new TransmittalReply(
        batch.number(),
        batch.at(),
        batch.by().name(),
        Part.letter(batch),
        Optional.of(batch.statement()).filter(words -> district),
        Optional.of(batch.statement()).filter(words -> !district),
        batch.communes());
  }

  /** The batch as a commune's line on the board names it. */
  record Part(int number, Instant at, String by, Optional<LetterReply> letter)
      implements ReplyPart {

    static Part of(Transmittal batch) {
      return new Part(batch.number(), batch.at(), batch.by().name(), letter(batch));
    }

    private static boolean district(Transmittal batch) {
      return batch.by() == Move.Hand.DISTRICT;
    }

    private static Optional<LetterReply> letter(Transmittal batch) {
      return batch.letter().map(letter -> new LetterReply(letter.number(), letter.date()));
    }
  }
}
