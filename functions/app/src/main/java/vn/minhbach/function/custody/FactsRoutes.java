package vn.minhbach.function.custody;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.custody.OpenEvidence;
import vn.minhbach.core.assess.custody.ReleaseFile;
import vn.minhbach.core.assess.evidence.DigitalSignature;
import vn.minhbach.core.assess.evidence.FileFacts;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.SecretStamp;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** What a file says of itself, and the office's word on a file that is held. */
public final class FactsRoutes implements Routes {

  private final OpenEvidence open;
  private final ReleaseFile release;

  public FactsRoutes(OpenEvidence open, ReleaseFile release) {
    this.open = open;
    this.release = release;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.READ_FILE_FACTS, this::facts, Route.RELEASE_FILE, this::release);
  }

  private Outcome<Reply> facts(Exchange on) {
    return open.facts(on.campaign(), on.unit(), on.request().parameter("e"), on.caller())
        .map(reading -> Reply.ok(FactsReply.of(reading)));
  }

  private Outcome<Reply> release(Exchange on) {
    return on.json()
        .flatMap(sent ->
            release.release(
                on.campaign(),
                on.unit(),
                on.request().parameter("e"),
                sent.act(),
                sent.as(ReleaseFile::read)))
        .map(reading -> Reply.ok(FactsReply.of(reading)));
  }

  /** A code with its words in both languages. */
  private record WordReply(String code, String vi, String en) implements ReplyPart {

    private static WordReply of(Enum<?> code, Bilingual words) {
      return new WordReply(code.name(), words.vietnamese(), words.english());
    }
  }

  private record FactsReply(
      String sha256,
      Instant readAt,
      Optional<WordReply> unreadable,
      Optional<Integer> pages,
      Optional<Integer> pagesRead,
      Optional<WordReply> layer,
      Optional<Integer> attachments,
      Optional<List<SignatureReply>> signatures,
      Optional<StampReply> stamp)
      implements ReplyPart {

    private static FactsReply of(FileReading reading) {
      FileFacts facts = reading.facts();
      boolean read = facts.unreadable().isEmpty();
      return new FactsReply(
          reading.sha256(),
          reading.readAt(),
          facts.unreadable().map(why -> WordReply.of(why, why.words())),
          Optional.of(facts.pages()).filter(pages -> read),
          Optional.of(facts.pagesRead()).filter(pages -> read),
          facts.layer().map(layer -> WordReply.of(layer, layer.words())),
          Optional.of(facts.attachments()).filter(files -> read),
          Optional.of(facts.signatures().stream().map(SignatureReply::of).toList())
              .filter(signatures -> read),
          facts.stamp().map(stamp -> StampReply.of(stamp, reading)));
    }
  }

  private record SignatureReply(
      Optional<String> signer,
      WordReply holder,
      Optional<String> organisation,
      Optional<String> issuer,
      WordReply issuedBy,
      Optional<Instant> statedAt,
      WordReply integrity,
      long bytesAfter,
      WordReply chain)
      implements ReplyPart {

    private static SignatureReply of(DigitalSignature signature) {
      return new SignatureReply(
          signature.signer(),
          WordReply.of(signature.holder(), signature.holder().words()),
          signature.organisation(),
          signature.issuer(),
          WordReply.of(signature.issuedBy(), signature.issuedBy().words()),
          signature.statedAt(),
          WordReply.of(signature.integrity(), signature.integrity().words()),
          signature.bytesAfter(),
          WordReply.of(signature.chain(), signature.chain().words()));
    }
  }

  /** The stamp that was found, and who let the file be opened in spite of it. */
  private record StampReply(
      SecretStamp degree, String vi, boolean held, Optional<ReleaseReply> release)
      implements ReplyPart {

    private static StampReply of(SecretStamp stamp, FileReading reading) {
      return new StampReply(
          stamp,
          stamp.vietnamese(),
          reading.held().isPresent(),
          reading.release().map(ReleaseReply::of));
    }
  }

  private record ReleaseReply(Instant at, String by, String reason) implements ReplyPart {

    private static ReleaseReply of(FileReading.Release release) {
      return new ReleaseReply(release.at(), release.by(), release.reason());
    }
  }
}
