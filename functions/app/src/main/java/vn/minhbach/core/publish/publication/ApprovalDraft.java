package vn.minhbach.core.publish.publication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.file.FileProblem;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaign.Authority;
import vn.minhbach.core.prepare.campaign.Campaign.Issuer;

/**
 * An approval as it is sent.
 *
 * @param seen which snapshot is meant
 * @param number of the decision, with its {@code date}; of an approver both may be left out
 * @param paper how it was signed; present with number and date where the office enters it
 */
public record ApprovalDraft(
    Seen seen, Optional<String> number, Optional<LocalDate> date, Optional<Paper> paper) {

  private static final int NUMBER_MAX = 100;
  private static final int NAME_MAX = 200;
  private static final int CODE_MAX = 40;

  /** Exact in every JSON reader, and more than a version can be. */
  private static final long VERSION_MAX = (1L << 53) - 1;

  private static final String[] ISSUERS = names(Issuer.values());
  private static final String[] AUTHORITIES = names(Authority.values());

  /**
   * What the sender has read.
   *
   * @param code the check code (<i>mã chốt</i>), as printed or typed
   */
  public record Seen(Optional<String> code, Optional<Long> rankingVersion) {}

  /** The signature on the paper. */
  public record Paper(
      Issuer issuer,
      String name,
      String title,
      Optional<Authority> authority,
      Optional<String> sha256) {}

  /** Reads {@code {}}, {@code {number, date}} or the whole of a paper; with a code if told. */
  public static Outcome<ApprovalDraft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, ApprovalDraft::shape);
  }

  /** Reads {@code {code?, rankingVersion?}}. */
  public static Outcome<Seen> seen(Object tree) {
    return Node.read(
        tree,
        InputProblem.INVALID_BODY::of,
        body -> {
          body.only("code", "rankingVersion");
          Seen seen = seen(body);
          return () -> seen;
        });
  }

  /** The decision as it is kept. */
  Campaign.Decision decision(Campaign campaign, Act act) {
    return new Campaign.Decision(
        number.orElse(""),
        date.orElseGet(() -> act.now().atZone(campaign.calendar().zone()).toLocalDate()),
        act.now(),
        paper.map(one ->
            new Campaign.Paper(
                one.issuer(),
                one.name(),
                one.title(),
                one.authority(),
                one.sha256(),
                act.caller().id())));
  }

  private static Supplier<ApprovalDraft> shape(Node body) {
    body.only(
        "number", "date", "code", "rankingVersion", "issuer", "signedBy", "authority", "sha256");
    Optional<String> number = body.optional("number").map(node -> node.text(NUMBER_MAX));
    Optional<LocalDate> date = body.optional("date").map(Node::date);
    boolean paper =
        List.of("issuer", "signedBy", "authority", "sha256").stream()
            .anyMatch(field -> body.optional(field).isPresent());
    boolean faulty = body.faulty();
    boolean told = paper || number.isPresent() || date.isPresent();
    if (told && !faulty && number.isEmpty()) {
      body.faultAt("number", InputProblem.MISSING_FIELD.of());
    }
    if (told && !faulty && date.isEmpty()) {
      body.faultAt("date", InputProblem.MISSING_FIELD.of());
    }
    Seen seen = seen(body);
    Optional<Paper> signed = paper ? Optional.of(paper(body)) : Optional.empty();
    return () -> new ApprovalDraft(seen, number, date, signed);
  }

  private static Paper paper(Node body) {
    Node issuer = body.field("issuer");
    Node signer = body.field("signedBy");
    String name = "";
    String title = "";
    if (signer.raw() != null) {
      signer.only("name", "title");
      name = text(signer.field("name"));
      title = text(signer.field("title"));
    }
    return new Paper(
        Issuer.valueOf(issuer.raw() == null ? ISSUERS[0] : issuer.oneOf(ISSUERS)),
        name,
        title,
        body.optional("authority").map(node -> Authority.valueOf(node.oneOf(AUTHORITIES))),
        body.optional("sha256").map(ApprovalDraft::sha256));
  }

  private static String sha256(Node hash) {
    String hex = hash.text(NAME_MAX).toLowerCase(Locale.ROOT);
    if (!hex.isBlank() && !hex.matches("[0-9a-f]{64}")) {
      hash.fault(FileProblem.BAD_SHA256.of());
    }
    return hex;
  }

  private static String text(Node node) {
    return node.raw() == null ? "" : node.text(NAME_MAX);
  }

  private static Seen seen(Node body) {
    return new Seen(
        body.optional("code").map(node -> node.code(CODE_MAX)),
        body.optional("rankingVersion").map(node -> node.integer(0, VERSION_MAX)));
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }
}
