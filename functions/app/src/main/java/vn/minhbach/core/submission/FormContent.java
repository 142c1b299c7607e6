package vn.minhbach.core.submission;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.unit.Unit;

/**
 * What a form says: all that its unit answers for, in canonical JSON, and nothing else. What the
 * system computes from its own times is left out, as it is not known before the signature; so are
 * papers of the form, and what the lane finds out about a file. {@code
 * infra/decisions/0016-closing-and-signing.md} lists it, so that anyone can recompute a code.
 */
final class FormContent {

  private static final String FORMAT = "minhbach-form-1";
  private static final int DIGEST_SHOWN = 16;

  private final Map<String, Object> head;
  private final Map<String, Object> answers = new TreeMap<>();
  private final Map<String, Object> files = new TreeMap<>();
  private final Map<String, Object> formHead = new TreeMap<>();
  private final Map<String, Object> remembered = new TreeMap<>();

  private FormContent(Map<String, Object> head) {
    this.head = head;
  }

  /** What the form says as it was read. */
  static FormContent of(Campaign campaign, Unit unit, FormView view) {
    var criteria = new TreeMap<String, Object>();
    criteria.put("group", unit.group());
    criteria.put("set", view.criteria().setId());
    // A correction of words alone leaves what was closed as it is.
    criteria.put("version", view.amendments().substance(view.criteriaVersion()));
    var content =
        new FormContent(
            Map.of(
                "format",
                FORMAT,
                "campaign",
                campaign.id().value(),
                "unit",
                unit.code().value(),
                "criteria",
                criteria));
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
    Optional<String> points = answer.points().map(Points::toString);
    var content = new TreeMap<String, Object>();
    var shown = new TreeMap<String, Object>();
    answer
        .notApplicable()
        .ifPresentOrElse(
            reason -> {
              content.put("notApplicable", reason);
              shown.put("notApplicable", true);
            },
            () -> {
              content.put("inputs", LedgerValues.canonical(answer.inputs()));
              shown.put("inputs", LedgerValues.canonical(answer.inputs()));
            });
    points.ifPresent(text -> content.put("points", text));
    points.ifPresent(text -> shown.put("points", text));
    answer.note().ifPresent(note -> content.put("note", note));
    answer.claim().ifPresent(claim -> content.put("claim", claim.canonical()));
    shown.put("digest", digest(content));
    answers.put(answer.criterion().value(), content);
    remembered.put(answer.criterion().value(), shown);
  }

  private void add(Evidence file) {
    var content = new TreeMap<String, Object>();
    content.put("criterion", file.criterion().orElseThrow().value());
    content.put("fileName", file.fileName());
    content.put("sizeBytes", file.sizeBytes());
    content.put("sha256", file.sha256());
    file.page().ifPresent(page -> content.put("page", page));
    file.period().ifPresent(period -> content.put("period", period));
    file.description().ifPresent(description -> content.put("description", description));
    files.put(file.id(), content);
  }

  // Without the person to call: whose name and number can be erased, and then nothing could be
  // recomputed; and a hash of a number can be tried out.
  private void add(Particulars said) {
    formHead.put("address", said.address());
    formHead.put("officials", said.staff().officials());
    formHead.put("civilServants", said.staff().civilServants());
    said.staff().publicEmployees().ifPresent(number -> formHead.put("publicEmployees", number));
    said.residents().ifPresent(number -> formHead.put("residents", number));
    said.enterprises().ifPresent(number -> formHead.put("enterprises", number));
  }

  /** The version of the criteria, as {@link Amendments#substance}. */
  long criteriaVersion() {
    return (Long) ((Map<?, ?>) head.get("criteria")).get("version");
  }

  /** SHA-256, hex, of all of it. */
  String hash() {
    var all = new TreeMap<>(head);
    all.put("answers", answers);
    all.put("files", files);
    if (!formHead.isEmpty()) {
      all.put("formHead", formHead);
    }
    return Sha256.hex(CanonicalJson.bytes(all));
  }

  CheckCode code() {
    return CheckCode.of(hash());
  }

  /**
   * What the ledger keeps of it, so that it can be said later what has changed: figures and points,
   * and a digest of the words beside them.
   */
  Map<String, Object> remembered() {
    var digests = new TreeMap<String, Object>();
    files.forEach((id, content) -> digests.put(id, digest(content)));
    var all = new TreeMap<String, Object>(Map.of("answers", remembered, "files", digests));
    if (!formHead.isEmpty()) {
      all.put("formHead", digest(formHead));
    }
    return all;
  }

  private static String digest(Object content) {
    return Sha256.hex(CanonicalJson.bytes(content)).substring(0, DIGEST_SHOWN);
  }
}
