package vn.minhbach.local.faults;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Problem;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.consolidation.ConsolidationProblem;
import vn.minhbach.core.assess.custody.CustodyProblem;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.ledger.Sha256;

/**
 * What the write path shall do, told again in the simplest way: one hand, no faults, no storage. It
 * says of every request whether it is refused and why, and what it leaves behind.
 */
final class Model {

  /** A form as it shall be stored. */
  static final class Form {
    String state = "NOT_STARTED";
    long version;
    final Map<String, Answer> answers = new TreeMap<>();
    final Map<String, File> files = new LinkedHashMap<>();

    /** Kind and body of each entry, without what is drawn at random. */
    final List<Map<String, Object>> ledger = new ArrayList<>();

    /** The code in force; null without one. */
    String code;

    /** Every code that was given out, with what it says. */
    final Map<String, String> codes = new LinkedHashMap<>();

    /** Criteria whose file fell out after closing or signature. */
    final List<String> reopened = new ArrayList<>();

    /** The paper that is the signature. */
    String signedOn;

    /** How many files there were when it was signed: those are for keeps. */
    int signedFiles;

    boolean forwarded;

    String etag() {
      return "f" + version;
    }

    boolean inWork() {
      return state.equals("NOT_STARTED") || state.equals("IN_PROGRESS");
    }

    boolean signed() {
      return !inWork() && !state.equals("CLOSED");
    }

    /** Why a criterion cannot be changed. */
    private Problem closedFor(String criterion) {
      if (!signed() || reopened.contains(criterion)) {
        return null;
      }
      return reopened.isEmpty()
          ? SubmissionProblem.FORM_SUBMITTED
          : SubmissionProblem.CRITERION_NOT_REOPENED;
    }

    /** All that the form says. */
    String says() {
      var says = new StringBuilder();
      answers.forEach((id, answer) -> says.append(id).append(new TreeMap<>(answer.content())));
      files.forEach((id, file) -> {
        if (file.criterion != null && !file.state.equals("WITHDRAWN")) {
          says.append(id);
        }
      });
      return says.toString();
    }

    private boolean whole() {
      return answers.size() == Plan.CRITERIA.size()
          && files.values().stream()
              .filter(file -> file.criterion != null)
              .filter(file -> !signed() || reopened.contains(file.criterion))
              .noneMatch(file ->
                  file.state.equals("REJECTED")
                      || file.state.equals("AWAITED") && file.arrived == null);
    }

    /** The unit says something else. */
    private void edited(Map<String, Object> body) {
      if (code != null) {
        body.put("voidedCode", "a code");
      }
      code = null;
      if (state.equals("CLOSED")) {
        reopened.clear();
        forwarded = false;
      }
      changed(signed() ? state : "IN_PROGRESS");
    }

    private void changed(String next) {
      state = next;
      version++;
    }
  }

  record Answer(Map<String, Object> content, long version) {}

  /** A file; a paper of the form has no criterion. Mutable: a fact at a time is noted. */
  static final class File {
    final String criterion;
    final byte[] bytes;
    String state = "AWAITED";
    long version = 1;

    /** What lies in quarantine: nothing (null), the file, or another one. */
    byte[] arrived;

    boolean verified;
    String fault;
    boolean scanned;
    boolean clean;
    Request.Reply grant;

    File(String criterion, byte[] bytes) {
      this.criterion = criterion;
      this.bytes = bytes;
    }

    String etag() {
      return "e" + version;
    }

    private boolean sameAs(String other, byte[] content) {
      return !state.equals("REJECTED")
          && !state.equals("WITHDRAWN")
          && Objects.equals(criterion, other)
          && Arrays.equals(bytes, content);
    }

    private String reason() {
      return fault != null
          ? fault
          : scanned && !clean ? EvidenceProblem.FILE_INFECTED.slug() : null;
    }
  }

  /** A request that took effect under a key. */
  private record Done(String body, String made) {}

  final Map<String, Form> forms = new TreeMap<>();
  private final Map<String, Done> keys = new HashMap<>();

  Model() {
    Plan.UNITS.forEach(unit -> forms.put(unit, new Form()));
  }

  int keysUsed() {
    return keys.size();
  }

  /** What shall come of a request: a refusal, or an effect that may be nothing. */
  record Expected(Problem refusal, String replayOf, Effect effect) {
    static Expected refused(Problem problem) {
      return new Expected(problem, null, null);
    }

    static Expected done(Effect effect) {
      return new Expected(null, null, effect);
    }

    static final Effect NOTHING = reply -> {};

    /** Whether something is written. */
    boolean writes() {
      return refusal == null && effect != NOTHING;
    }
  }

  /** What an accepted request leaves; the reply is null when the client did not see it. */
  interface Effect {
    void take(Request.Reply reply);
  }

  private static Problem against(String ifMatch, String stored) {
    if ("*".equals(ifMatch)) {
      return WriteProblem.IF_MATCH_ANY;
    }
    if (ifMatch != null) {
      return ifMatch.equals(stored) ? null : WriteProblem.STALE;
    }
    return stored == null ? null : WriteProblem.IF_MATCH_REQUIRED;
  }

  Expected save(String unit, String criterion, Map<String, Object> content, String ifMatch) {
    Form form = forms.get(unit);
    if (form.closedFor(criterion) != null) {
      return Expected.refused(form.closedFor(criterion));
    }
    Answer stored = form.answers.get(criterion);
    if (stored != null && stored.content().equals(content)) {
      return Expected.done(Expected.NOTHING);
    }
    Problem refusal = against(ifMatch, stored == null ? null : "a" + stored.version());
    if (refusal != null) {
      return Expected.refused(refusal);
    }
    return Expected.done(reply -> {
      long version = stored == null ? 1 : stored.version() + 1;
      form.answers.put(criterion, new Answer(content, version));
      var body = entry(form, "ANSWER_SAVED");
      form.edited(body);
      body.put("by", "unit-" + unit);
      body.put("criterion", criterion);
      body.put("version", version);
      body.putAll(content);
      BigDecimal points = Plan.points(criterion, content);
      if (points != null) {
        body.put("points", points.toPlainString());
      }
    });
  }

  Expected grant(String unit, String criterion, byte[] bytes, Request request) {
    Expected earlier = earlier(request);
    if (earlier != null) {
      return earlier;
    }
    Form form = forms.get(unit);
    Problem closed =
        criterion != null
            ? form.closedFor(criterion)
            : form.signed() && form.reopened.isEmpty() ? SubmissionProblem.FORM_SUBMITTED : null;
    if (closed != null) {
      return Expected.refused(closed);
    }
    Optional<String> same =
        form.files.entrySet().stream()
            .filter(file -> file.getValue().sameAs(criterion, bytes))
            .map(Map.Entry::getKey)
            .findFirst();
    if (same.isPresent()) {
      // The same declaration again is the same grant; nothing is written.
      return new Expected(null, same.get(), Expected.NOTHING);
    }
    return Expected.done(reply -> granted(unit, form, criterion, bytes, request, reply));
  }

  private void granted(
      String unit,
      Form form,
      String criterion,
      byte[] bytes,
      Request request,
      Request.Reply reply) {
    String id = reply.field("evidenceId");
    var file = new File(criterion, bytes);
    file.grant = reply;
    boolean twin =
        form.files.values().stream()
            .anyMatch(other -> other.state.equals("ACCEPTED") && Arrays.equals(other.bytes, bytes));
    if (twin) {
      file.state = "ACCEPTED";
      file.verified = true;
      file.scanned = true;
      file.clean = true;
    }
    form.files.put(id, file);
    var body = entry(form, "EVIDENCE_GRANTED");
    if (criterion == null) {
      body.put("purpose", "signed-form");
    } else {
      form.edited(body);
      body.put("criterion", criterion);
    }
    body.put("by", "unit-" + unit);
    body.put("evidence", id);
    body.put("fileName", criterion == null ? "phiếu đã ký.pdf" : "minh chứng.pdf");
    body.put("contentType", "application/pdf");
    body.put("sizeBytes", (long) bytes.length);
    body.put("sha256", Sha256.hex(bytes));
    body.put("state", file.state);
    keys.put(scope(request), new Done(request.body(), id));
  }

  void arrived(String unit, String id) {
    File file = forms.get(unit).files.get(id);
    if (file.verified || file.arrived == null || file.state.equals("WITHDRAWN")) {
      return;
    }
    file.verified = true;
    file.fault =
        file.arrived.length != file.bytes.length
            ? EvidenceProblem.FILE_SIZE_DIFFERS.slug()
            : Arrays.equals(file.arrived, file.bytes)
                ? null
                : EvidenceProblem.FILE_HASH_DIFFERS.slug();
    settled(unit, id, file);
  }

  void scanned(String unit, String id, boolean clean) {
    File file = forms.get(unit).files.get(id);
    if (file.scanned || file.state.equals("WITHDRAWN")) {
      return;
    }
    file.scanned = true;
    file.clean = clean;
    settled(unit, id, file);
  }

  private void settled(String unit, String id, File file) {
    noted(unit, id, file, file.reason() != null ? "REJECTED" : "CHECKING");
    if (file.verified && file.scanned && file.reason() == null) {
      noted(unit, id, file, "ACCEPTED");
    }
  }

  private void noted(String unit, String id, File file, String state) {
    Form form = forms.get(unit);
    boolean open = file.state.equals("AWAITED") || file.state.equals("CHECKING");
    file.state = state;
    file.version++;
    boolean fellOut = open && file.state.equals("REJECTED");
    boolean falls = fellOut && form.signed() && id.equals(form.signedOn);
    boolean reopens = fellOut && file.criterion != null && !form.inWork();
    var body =
        entry(form, falls ? "SIGNATURE_FELL" : reopens ? "CRITERION_REOPENED" : "EVIDENCE_CHECKED");
    if (falls) {
      form.signedOn = null;
      form.changed("CLOSED");
    }
    if (reopens) {
      form.reopened.remove(file.criterion);
      form.reopened.add(file.criterion);
      body.put("criterion", file.criterion);
    }
    body.put("evidence", id);
    body.put("state", file.state);
    body.put("verified", file.verified);
    body.put("scanned", file.scanned);
    if (file.state.equals("REJECTED")) {
      body.put("reason", file.reason());
    }
  }

  Expected withdraw(String unit, String id, String ifMatch) {
    Form form = forms.get(unit);
    File file = form.files.get(id);
    boolean paper = file != null && file.criterion == null;
    Problem closed =
        file == null
            ? form.signed() ? SubmissionProblem.FORM_SUBMITTED : null
            : paper
                ? form.signed() && form.reopened.isEmpty() ? SubmissionProblem.FORM_SUBMITTED : null
                : form.closedFor(file.criterion);
    if (closed != null) {
      return Expected.refused(closed);
    }
    if (file == null) {
      return Expected.refused(EvidenceProblem.UNKNOWN_EVIDENCE);
    }
    if (file.state.equals("WITHDRAWN")) {
      return Expected.done(Expected.NOTHING);
    }
    boolean kept =
        paper
            ? id.equals(form.signedOn)
            : form.signed()
                && (file.state.equals("CHECKING") || file.state.equals("ACCEPTED"))
                && List.copyOf(form.files.keySet()).indexOf(id) < form.signedFiles;
    if (kept) {
      return Expected.refused(CustodyProblem.EVIDENCE_LOCKED);
    }
    Problem refusal = against(ifMatch, file.etag());
    if (refusal != null) {
      return Expected.refused(refusal);
    }
    return Expected.done(reply -> {
      file.state = "WITHDRAWN";
      file.version++;
      var body = entry(form, "EVIDENCE_WITHDRAWN");
      if (!paper) {
        form.edited(body);
      }
      body.put("by", "unit-" + unit);
      body.put("evidence", id);
    });
  }

  Expected close(String unit, String ifMatch, Request request) {
    Expected earlier = earlier(request);
    if (earlier != null) {
      return earlier;
    }
    Form form = forms.get(unit);
    if (form.signed() && form.reopened.isEmpty()) {
      return Expected.refused(SubmissionProblem.FORM_SUBMITTED);
    }
    Problem refusal = against(ifMatch, form.etag());
    if (refusal != null) {
      return Expected.refused(refusal);
    }
    if (form.state.equals("CLOSED") && form.code != null) {
      return new Expected(null, form.code, Expected.NOTHING);
    }
    if (!form.whole()) {
      return Expected.refused(SigningProblem.INCOMPLETE_FORM);
    }
    if (form.code != null) {
      return new Expected(null, form.code, Expected.NOTHING);
    }
    return Expected.done(reply -> {
      var body = entry(form, form.signed() ? "FORM_CLOSED_AGAIN" : "FORM_CLOSED");
      if (form.signed()) {
        body.put("criteria", form.reopened.stream().sorted().toList());
      }
      said(unit, form, body);
      gives(form, reply.field("checkCode"));
      form.changed(form.signed() ? form.state : "CLOSED");
      keys.put(scope(request), new Done(request.body(), form.code));
    });
  }

  private static void gives(Form form, String code) {
    form.code = code;
    form.codes.put(code, form.says());
  }

  private static void said(String unit, Form form, Map<String, Object> body) {
    body.put("by", "unit-" + unit);
    Score score = Score.of(form.answers);
    body.put("points", score.points().toPlainString());
    body.put("max", score.max().toPlainString());
    body.put("index", score.index().toPlainString());
    body.put("late", false);
  }

  /**
   * A signature.
   *
   * @param code what is said to be signed; null where only an etag says it
   * @param paper the file that is the signature; null where an account signs
   */
  Expected submit(String unit, String ifMatch, String code, String paper, Request request) {
    Expected earlier = earlier(request);
    if (earlier != null) {
      return earlier;
    }
    Form form = forms.get(unit);
    if (form.signed() && form.reopened.isEmpty()) {
      return Expected.refused(SubmissionProblem.FORM_SUBMITTED);
    }
    if (paper != null && unusable(form.files.get(paper)) != null) {
      return Expected.refused(unusable(form.files.get(paper)));
    }
    if (code != null && !form.says().equals(form.codes.get(code))) {
      return Expected.refused(
          form.codes.containsKey(code)
              ? SigningProblem.CODE_NOT_IN_FORCE
              : SigningProblem.CODE_UNKNOWN);
    }
    Problem refusal = code != null && ifMatch == null ? null : against(ifMatch, form.etag());
    if (refusal != null) {
      return Expected.refused(refusal);
    }
    boolean closed = form.state.equals("CLOSED") && form.code != null;
    if (!closed && !form.whole()) {
      return Expected.refused(SigningProblem.INCOMPLETE_FORM);
    }
    return Expected.done(reply -> signed(unit, form, paper, request, reply));
  }

  private static Problem unusable(File file) {
    if (file == null) {
      return EvidenceProblem.UNKNOWN_EVIDENCE;
    }
    if (file.criterion != null) {
      return SigningProblem.NOT_A_SIGNED_FORM;
    }
    return switch (file.state) {
      case "REJECTED", "WITHDRAWN" -> SigningProblem.SIGNED_FORM_GONE;
      case "AWAITED" -> file.arrived == null ? SigningProblem.SIGNED_FORM_NOT_UPLOADED : null;
      default -> null;
    };
  }

  private void signed(String unit, Form form, String paper, Request request, Request.Reply reply) {
    var body = entry(form, form.signed() ? "FORM_SUBMITTED_AGAIN" : "FORM_SUBMITTED");
    said(unit, form, body);
    if (paper != null) {
      body.put("signedForm", paper);
      body.put("letter", "12/CV");
    }
    if (form.signed()) {
      body.put("criteria", form.reopened.stream().sorted().toList());
      form.reopened.clear();
    } else if (!form.reopened.isEmpty()) {
      body.put("reopened", List.copyOf(form.reopened));
    }
    gives(form, reply.body().at("/closing/checkCode").asString());
    form.signedOn = paper;
    form.signedFiles = form.files.size();
    String sent =
        form.forwarded ? "FORWARDED" : Plan.COMMUNES.contains(unit) ? "AT_DISTRICT" : "SUBMITTED";
    form.changed(form.signed() ? form.state : sent);
    keys.put(scope(request), new Done(request.body(), unit));
  }

  Expected consolidate(List<String> chosen, String ifMatch, Request request) {
    Expected earlier = earlier(request);
    if (earlier != null) {
      return earlier;
    }
    List<String> batch =
        Plan.COMMUNES.stream()
            .filter(commune ->
                chosen.isEmpty()
                    ? forms.get(commune).state.equals("AT_DISTRICT")
                    : chosen.contains(commune))
            .toList();
    if (batch.isEmpty()) {
      return Expected.refused(ConsolidationProblem.NOTHING_READY);
    }
    if (!batch.stream().allMatch(commune -> forms.get(commune).state.equals("AT_DISTRICT"))) {
      return Expected.refused(ConsolidationProblem.COMMUNES_NOT_READY);
    }
    Form district = forms.get(Plan.DISTRICT);
    Problem refusal = against(ifMatch, district.etag());
    if (refusal != null) {
      return Expected.refused(refusal);
    }
    return Expected.done(reply -> {
      var body = entry(district, "COMMUNES_CONSOLIDATED");
      body.put("by", "unit-" + Plan.DISTRICT);
      body.put("communes", batch);
      body.put("statement", "Đã rà soát");
      for (String commune : batch) {
        Form form = forms.get(commune);
        form.changed("FORWARDED");
        form.forwarded = true;
        entry(form, "FORM_FORWARDED").put("district", Plan.DISTRICT);
      }
      keys.put(scope(request), new Done(request.body(), String.join(",", batch)));
    });
  }

  private Expected earlier(Request request) {
    Done done = keys.get(scope(request));
    if (done == null) {
      return null;
    }
    return done.body().equals(request.body())
        ? new Expected(null, done.made(), Expected.NOTHING)
        : Expected.refused(WriteProblem.KEY_REUSED);
  }

  private static String scope(Request request) {
    return request.user()
        + " "
        + request.rawPath()
        + " "
        + request.headers().get("idempotency-key");
  }

  private static Map<String, Object> entry(Form form, String kind) {
    var body = new TreeMap<String, Object>();
    body.put("kind", kind);
    form.ledger.add(body);
    return body;
  }
}
