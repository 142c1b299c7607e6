package vn.minhbach.core.assess.signing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.submission.Amendments;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * What a form says: all that its unit answers for, in canonical JSON, and nothing else. What the
 * system computes from its own times is left out, as it is not known before the signature; so are
 * papers of the form, and what the lane finds out about a file. {@code
 * infra/decisions/0016-closing-and-signing.md} lists it, so that anyone can recompute a code.
 */
public final class FormContent {

  private static final String FORMAT = "minhbach-form-1";
  private static final int DIGEST_SHOWN = 16;

  private final CampaignId campaign;
  private final UnitCode unit;
  private final Body criteria;
  private final long criteriaVersion;
  private final Map<String, Body> answers = new TreeMap<>();
  private final Map<String, Body> files = new TreeMap<>();
  private final Map<String, SigningFact.Said> said = new TreeMap<>();
  private Optional<Body> formHead = Optional.empty();

  private FormContent(Campaign campaign, Unit unit, FormView view) {
    this.campaign = campaign.id();
    this.unit = unit.code();
    // A correction of words alone leaves what was closed as it is.
    criteriaVersion = view.amendments().substance(view.criteriaVersion());
    criteria =
        new Body()
            .with("group", unit.group())
            .with("set", view.criteria().setId())
            .with("version", criteriaVersion);
  }

  /** What the form says as it was read. */
  public static FormContent of(Campaign campaign, Unit unit, FormView view) {
    var content = new FormContent(campaign, unit, view);
    view.form().answers().values().stream()
        .filter(answer -> !answer.computed())
        .forEach(content::add);
    view.form().evidence().stream().filter(FormContent::cited).forEach(content::add);
    view.form().particulars().ifPresent(content::add);
    return content;
  }

  // A file that was refused after closing is still what was closed.
  private static boolean cited(Evidence file) {
    return !file.paper()
        && file.state() != Evidence.State.WITHDRAWN
        && file.state() != Evidence.State.EXPIRED;
  }

  private void add(Answer answer) {
    Optional<Map<String, Object>> inputs =
        Optional.<Map<String, Object>>of(Body.figures(answer.inputs()))
            .filter(figures -> answer.notApplicable().isEmpty());
    Body content =
        new Body()
            .with("notApplicable", answer.notApplicable())
            .with("inputs", inputs)
            .with("points", answer.points())
            .with("note", answer.note())
            .with("claim", answer.claim());
    answers.put(answer.criterion().value(), content);
    said.put(
        answer.criterion().value(),
        new SigningFact.Said(
            inputs, answer.notApplicable().map(reason -> true), answer.points(), digest(content)));
  }

  private void add(Evidence file) {
    Meaning said = file.declaration().meaning();
    files.put(
        file.id(),
        new Body()
            .with("criterion", file.criterion().orElseThrow())
            .with("fileName", file.fileName())
            .with("sizeBytes", file.sizeBytes())
            .with("sha256", file.sha256())
            .with("page", said.page())
            .with("period", said.period())
            .with("description", said.description())
            .with("proof", said.proof()));
  }

  // Without the person to call: whose name and number can be erased, and then nothing could be
  // recomputed; and a hash of a number can be tried out.
  private void add(Particulars filled) {
    formHead =
        Optional.of(
            new Body()
                .with("address", filled.address())
                .with("officials", filled.staff().officials())
                .with("civilServants", filled.staff().civilServants())
                .with("publicEmployees", filled.staff().publicEmployees())
                .with("residents", filled.residents())
                .with("enterprises", filled.enterprises()));
  }

  /** The version of the criteria, as {@link Amendments#substance}. */
  long criteriaVersion() {
    return criteriaVersion;
  }

  /** SHA-256, hex, of all of it. */
  public String hash() {
    return new Body()
        .with("format", FORMAT)
        .with("campaign", campaign.value())
        .with("unit", unit)
        .with("criteria", criteria)
        .with("answers", answers)
        .with("files", files)
        .with("formHead", formHead)
        .sha256();
  }

  CheckCode code() {
    return CheckCode.of(hash());
  }

  /**
   * What the ledger keeps of it, so that it can be said later what has changed: figures and points,
   * and a digest of the words beside them.
   */
  SigningFact.Closed remembered() {
    var digests = new TreeMap<String, String>();
    files.forEach((id, content) -> digests.put(id, digest(content)));
    return new SigningFact.Closed(said, digests, formHead.map(FormContent::digest));
  }

  private static String digest(Body content) {
    return content.sha256().substring(0, DIGEST_SHOWN);
  }
}
