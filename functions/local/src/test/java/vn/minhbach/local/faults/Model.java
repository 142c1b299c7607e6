package vn.minhbach.local.faults;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.Problem;
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

    String etag() {
      return "f" + version;
    }

    boolean editable() {
      return state.equals("NOT_STARTED") || state.equals("IN_PROGRESS");
    }

    boolean signed() {
      return !state.equals("NOT_STARTED") && !state.equals("IN_PROGRESS");
    }

    private void changed(String next) {
      state = next;
      version++;
    }
  }

  record Answer(Map<String, Object> content, long version) {}

  /** A file. Mutable: a fact at a time is noted. */
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

    private String reason() {
      return fault != null ? fault : scanned && !clean ? Problem.FILE_INFECTED.slug() : null;
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
      return null;
    }
    if (ifMatch != null) {
      return ifMatch.equals(stored) ? null : Problem.STALE;
    }
    return stored == null ? null : Problem.IF_MATCH_REQUIRED;
  }

  Expected save(String unit, String criterion, Map<String, Object> content, String ifMatch) {
    Form form = forms.get(unit);
    if (!form.editable()) {
      return Expected.refused(Problem.FORM_SUBMITTED);
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
      form.changed("IN_PROGRESS");
      var body = entry(form, "ANSWER_SAVED");
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
    if (!form.editable()) {
      return Expected.refused(Problem.FORM_SUBMITTED);
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
    form.changed("IN_PROGRESS");
    var body = entry(form, "EVIDENCE_GRANTED");
    body.put("by", "unit-" + unit);
    body.put("evidence", id);
    body.put("criterion", criterion);
    body.put("fileName", "minh chứng.pdf");
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
            ? Problem.FILE_SIZE_DIFFERS.slug()
            : Arrays.equals(file.arrived, file.bytes) ? null : Problem.FILE_HASH_DIFFERS.slug();
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
    if (!file.state.equals("WITHDRAWN")) {
      file.state =
          file.reason() != null
              ? "REJECTED"
              : file.verified && file.scanned ? "ACCEPTED" : "CHECKING";
    }
    file.version++;
    var body = entry(forms.get(unit), "EVIDENCE_CHECKED");
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
    if (!form.editable()) {
      return Expected.refused(Problem.FORM_SUBMITTED);
    }
    File file = form.files.get(id);
    if (file == null) {
      return Expected.refused(Problem.UNKNOWN_EVIDENCE);
    }
    if (file.state.equals("WITHDRAWN")) {
      return Expected.done(Expected.NOTHING);
    }
    Problem refusal = against(ifMatch, file.etag());
    if (refusal != null) {
      return Expected.refused(refusal);
    }
    return Expected.done(reply -> {
      file.state = "WITHDRAWN";
      file.version++;
      form.changed("IN_PROGRESS");
      var body = entry(form, "EVIDENCE_WITHDRAWN");
      body.put("by", "unit-" + unit);
      body.put("evidence", id);
    });
  }

  Expected submit(String unit, String ifMatch, Request request) {
    Expected earlier = earlier(request);
    if (earlier != null) {
      return earlier;
    }
    Form form = forms.get(unit);
    if (!form.editable()) {
      return Expected.refused(Problem.FORM_SUBMITTED);
    }
    Problem refusal = against(ifMatch, form.etag());
    if (refusal != null) {
      return Expected.refused(refusal);
    }
    boolean filesMissing =
        form.files.values().stream()
            .anyMatch(file -> file.state.equals("AWAITED") || file.state.equals("REJECTED"));
    if (form.answers.size() < Plan.CRITERIA.size() || filesMissing) {
      return Expected.refused(Problem.INCOMPLETE_FORM);
    }
    return Expected.done(reply -> {
      form.changed(Plan.COMMUNES.contains(unit) ? "AT_DISTRICT" : "SUBMITTED");
      var body = entry(form, "FORM_SUBMITTED");
      body.put("by", "unit-" + unit);
      Score score = Score.of(form.answers);
      body.put("points", score.points().toPlainString());
      body.put("max", score.max().toPlainString());
      body.put("index", score.index().toPlainString());
      body.put("late", false);
      keys.put(scope(request), new Done(request.body(), unit));
    });
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
      return Expected.refused(Problem.NOTHING_READY);
    }
    if (!batch.stream().allMatch(commune -> forms.get(commune).state.equals("AT_DISTRICT"))) {
      return Expected.refused(Problem.COMMUNES_NOT_READY);
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
        : Expected.refused(Problem.KEY_REUSED);
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
