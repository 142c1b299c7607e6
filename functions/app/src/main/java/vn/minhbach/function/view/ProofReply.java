package vn.minhbach.function.view;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.function.http.ReplyPart;

/** What kind of thing a file shows, each kind under its own name. */
final class ProofReply {

  private ProofReply() {}

  record Document(String number, LocalDate date, String issuer, String summary, boolean inForce)
      implements ReplyPart {}

  record Photo(Optional<LocalDate> taken) implements ReplyPart {}

  record Screenshot(String address, LocalDate day) implements ReplyPart {}

  record Extract(String system, LocalDate day) implements ReplyPart {}

  static Optional<Document> document(Meaning said) {
    return of(said, Proof.Document.class)
        .map(one ->
            new Document(one.number(), one.date(), one.issuer(), one.summary(), one.inForce()));
  }

  static Optional<Photo> photo(Meaning said) {
    return of(said, Proof.Photo.class).map(one -> new Photo(one.taken()));
  }

  static Optional<Screenshot> screenshot(Meaning said) {
    return of(said, Proof.Screenshot.class).map(one -> new Screenshot(one.address(), one.day()));
  }

  static Optional<Extract> extract(Meaning said) {
    return of(said, Proof.Extract.class).map(one -> new Extract(one.system(), one.day()));
  }

  private static <P extends Proof> Optional<P> of(Meaning said, Class<P> kind) {
    return said.proof().filter(kind::isInstance).map(kind::cast);
  }
}
