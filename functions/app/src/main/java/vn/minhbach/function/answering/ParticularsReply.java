package vn.minhbach.function.answering;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.function.http.ReplyPart;

/** The head of the form as the unit filled it in. */
record ParticularsReply(
    String address,
    StaffReply staff,
    Optional<Long> residents,
    Optional<Long> enterprises,
    ContactReply contact,
    Instant savedAt,
    String etag)
    implements ReplyPart {

  static ParticularsReply of(Particulars filled) {
    return new ParticularsReply(
        filled.address(),
        new StaffReply(
            filled.staff().officials(),
            filled.staff().civilServants(),
            filled.staff().publicEmployees()),
        filled.residents(),
        filled.enterprises(),
        new ContactReply(
            filled.contact().name(), filled.contact().phone(), filled.contact().email()),
        filled.at(),
        filled.etag());
  }

  /** How many work there. */
  record StaffReply(long officials, long civilServants, Optional<Long> publicEmployees)
      implements ReplyPart {}

  /** Whom to ask about the form. */
  record ContactReply(String name, String phone, Optional<String> email) implements ReplyPart {}
}
