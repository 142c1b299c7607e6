package vn.minhbach.local.faults;

import static vn.minhbach.local.faults.Stored.same;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.Problem;
import vn.minhbach.local.Faults;

/** Lives through steps, and holds every answer against the model. */
final class Story {

  private static final int TRIES_MAX = 20;
  private static final int FILES = 4;
  private static final int KEYS = 3;

  private final Province province;
  private final String campaign;
  private final Model model;
  private int instance;

  Story(Province province, String campaign, Model model) {
    this.province = province;
    this.campaign = campaign;
    this.model = model;
  }

  void live(Step step) {
    // Another process each time: what one remembers, the next one must not need.
    instance++;
    Weather weather = new Weather(step.weather());
    switch (step.act()) {
      case SAVE -> save(step, weather);
      case SAVE_NONSENSE -> nonsense(step, weather);
      case GRANT -> grant(step, weather);
      case UPLOAD -> upload(step);
      case PLANT -> plant(step);
      case ARRIVE ->
          ofFile(
              step,
              id -> {
                event(weather, () -> province.arrived(instance, key(step, id)));
                model.arrived(step.unit(), id);
              });
      case SCAN ->
          ofFile(
              step,
              id -> {
                boolean clean = step.y() > 0;
                event(weather, () -> province.scanned(instance, key(step, id), clean));
                model.scanned(step.unit(), id, clean);
              });
      case WITHDRAW -> withdraw(step, weather);
      case FILL -> fill(step, weather);
      case CLOSE -> close(step, weather);
      case GRANT_PAPER -> grantPaper(step, weather);
      case SUBMIT -> submit(step, weather);
      case SUBMIT_CODE -> submitCode(step, weather);
      case SUBMIT_PAPER -> submitPaper(step, weather);
      case CONSOLIDATE -> consolidate(step, weather);
      case STREAM -> stream(step, weather);
      case SCHEDULE -> event(weather, () -> province.keepHouse(instance));
    }
  }

  /** An event comes until it is handled, and perhaps once more. */
  void event(Weather weather, Runnable handler) {
    for (int n = 0; n < TRIES_MAX; n++) {
      Boolean handled =
          weather.attempt(() -> {
            handler.run();
            return true;
          });
      if (handled != null) {
        if (weather.twice()) {
          handler.run();
        }
        return;
      }
    }
    throw new AssertionError("an event was never handled");
  }

  private void save(Step step, Weather weather) {
    String criterion = Plan.CRITERIA.get(step.x() % Plan.CRITERIA.size());
    Model.Answer stored = model.forms.get(step.unit()).answers.get(criterion);
    String etag = read(step.z(), "a", stored == null ? 0 : stored.version());
    Map<String, Object> content = Plan.answer(criterion, step.y());
    send(
        Plan.save(campaign, step.unit(), criterion, content).ifMatch(etag),
        step.unit(),
        weather,
        request -> model.save(step.unit(), criterion, content, etag));
  }

  /** What a writer has read: mostly what is there. */
  private static String read(int choice, String letter, long version) {
    return switch (choice) {
      case 0 -> null;
      case 1 -> "*";
      case 2 -> letter + (version + 7);
      case 3 -> letter + Math.max(0, version - 1);
      default -> version == 0 ? null : letter + version;
    };
  }

  private void nonsense(Step step, Weather weather) {
    Map<String, Object> body =
        List.<Map<String, Object>>of(
                Map.of("inputs", Map.of("a", 9, "b", 7)),
                Map.of("inputs", Map.of("a", -1, "b", 7)),
                Map.of("inputs", Map.of("a", "1", "b", 7)),
                Map.of("inputs", Map.of("a", 1)),
                Map.of("notApplicable", "không"),
                Map.of("inputs", Map.of("a", 1, "b", 7), "payload", 1))
            .get(step.y() % 6);
    Request request = Plan.save(campaign, step.unit(), "I.1", body).ifMatch("*");
    Request.Reply reply = answered(request, weather);
    same("nonsense is refused: " + reply, 4, reply.status() / 100);
  }

  private void grant(Step step, Weather weather) {
    String criterion = Plan.CRITERIA.get(step.x() % Plan.CRITERIA.size());
    byte[] file = Plan.file(step.y() % FILES);
    Request request = Plan.grant(campaign, step.unit(), criterion, file).key(keyOf(step));
    send(request, step.unit(), weather, sent -> model.grant(step.unit(), criterion, file, sent));
  }

  private static String keyOf(Step step) {
    return "k" + (step.z() % KEYS == 0 ? 0 : step.weather());
  }

  private void ofFile(Step step, Consumer<String> use) {
    List<String> ids = List.copyOf(model.forms.get(step.unit()).files.keySet());
    if (!ids.isEmpty()) {
      use.accept(ids.get(step.x() % ids.size()));
    }
  }

  private String key(Step step, String id) {
    return campaign + "/" + step.unit() + "/" + id;
  }

  private void upload(Step step) {
    ofFile(
        step,
        id -> {
          Model.File file = model.forms.get(step.unit()).files.get(id);
          JsonNode upload = file.grant == null ? null : file.grant.body().get("upload");
          if (upload == null || upload.isNull()) {
            return;
          }
          int status = put(upload, file.bytes);
          same("upload", file.arrived == null ? 200 : 412, status);
          file.arrived = file.arrived == null ? file.bytes : file.arrived;
        });
  }

  private static int put(JsonNode upload, byte[] bytes) {
    try {
      var connection =
          (HttpURLConnection) URI.create(upload.get("url").asString()).toURL().openConnection();
      connection.setRequestMethod("PUT");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(bytes.length);
      upload
          .get("headers")
          .properties()
          .forEach(header ->
              connection.setRequestProperty(header.getKey(), header.getValue().asString()));
      try (var body = connection.getOutputStream()) {
        body.write(bytes);
      }
      return connection.getResponseCode();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Other bytes lie in quarantine than were declared, by whatever way they came there. */
  private void plant(Step step) {
    ofFile(
        step,
        id -> {
          Model.File file = model.forms.get(step.unit()).files.get(id);
          if (file.arrived == null) {
            file.arrived = step.y() % 2 == 0 ? Plan.file(9) : Plan.file(1000);
            province
                .s3
                .client()
                .putObject(
                    put -> put.bucket(Province.QUARANTINE).key(key(step, id)),
                    RequestBody.fromBytes(file.arrived));
          }
        });
  }

  private void withdraw(Step step, Weather weather) {
    List<String> ids = new ArrayList<>(model.forms.get(step.unit()).files.keySet());
    ids.add("0".repeat(32));
    String id = ids.get(step.x() % ids.size());
    Model.File file = model.forms.get(step.unit()).files.get(id);
    String etag = read(step.z(), "e", file == null ? 1 : file.version);
    send(
        Plan.withdraw(campaign, step.unit(), id).ifMatch(etag),
        step.unit(),
        weather,
        request -> model.withdraw(step.unit(), id, etag));
  }

  private void fill(Step step, Weather weather) {
    for (String criterion : Plan.CRITERIA) {
      if (!model.forms.get(step.unit()).answers.containsKey(criterion)) {
        Map<String, Object> content = Plan.answer(criterion, step.y());
        send(
            Plan.save(campaign, step.unit(), criterion, content),
            step.unit(),
            weather,
            request -> model.save(step.unit(), criterion, content, null));
      }
    }
  }

  private void submit(Step step, Weather weather) {
    Model.Form form = model.forms.get(step.unit());
    String etag = step.z() > 3 ? form.etag() : read(step.z(), "f", form.version);
    Request request = Plan.submit(campaign, step.unit()).ifMatch(etag).key(keyOf(step));
    send(request, step.unit(), weather, sent -> model.submit(step.unit(), etag, null, null, sent));
  }

  private void close(Step step, Weather weather) {
    Model.Form form = model.forms.get(step.unit());
    String etag = step.z() > 3 ? form.etag() : read(step.z(), "f", form.version);
    Request request = Plan.close(campaign, step.unit()).ifMatch(etag).key(keyOf(step));
    send(request, step.unit(), weather, sent -> model.close(step.unit(), etag, sent));
  }

  private void grantPaper(Step step, Weather weather) {
    byte[] file = Plan.file(step.y() % FILES);
    Request request = Plan.paper(campaign, step.unit(), file).key(keyOf(step));
    send(request, step.unit(), weather, sent -> model.grant(step.unit(), null, file, sent));
  }

  /** Some code that was given out: mostly the last of this unit, or an old or another unit's. */
  private Optional<String> code(Step step) {
    String unit = step.z() == 0 ? Plan.UNITS.get(step.x() % Plan.UNITS.size()) : step.unit();
    List<String> codes = List.copyOf(model.forms.get(unit).codes.keySet());
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(step.y() > 3 ? codes.getLast() : codes.get(step.x() % codes.size()));
  }

  private void submitCode(Step step, Weather weather) {
    code(step)
        .ifPresent(code -> {
          Model.Form form = model.forms.get(step.unit());
          String etag = step.z() > 8 ? form.etag() : null;
          Request request = Plan.submit(campaign, step.unit(), code).ifMatch(etag).key(keyOf(step));
          send(
              request,
              step.unit(),
              weather,
              sent -> model.submit(step.unit(), etag, code, null, sent));
        });
  }

  private void submitPaper(Step step, Weather weather) {
    code(step)
        .ifPresent(code ->
            ofFile(
                step,
                paper -> {
                  Request request =
                      Plan.submit(campaign, step.unit(), code, paper).key(keyOf(step));
                  send(
                      request,
                      step.unit(),
                      weather,
                      sent -> model.submit(step.unit(), null, code, paper, sent));
                }));
  }

  private void consolidate(Step step, Weather weather) {
    List<String> chosen =
        switch (step.x() % 4) {
          case 0 -> List.of("06649");
          case 1 -> Plan.COMMUNES;
          default -> List.of();
        };
    Model.Form district = model.forms.get(Plan.DISTRICT);
    String etag = step.z() > 3 ? district.etag() : read(step.z(), "f", district.version);
    Request request =
        Plan.consolidate(campaign, chosen.isEmpty() ? "ready" : chosen)
            .ifMatch(etag)
            .key(keyOf(step));
    send(request, Plan.DISTRICT, weather, sent -> model.consolidate(chosen, etag, sent));
    // What the call left undone is the schedule's.
    while (!province.stored().documents("C#" + campaign + "#JOB", "").isEmpty()) {
      event(weather, () -> province.keepHouse(instance));
    }
  }

  private void stream(Step step, Weather weather) {
    List<String> changed = new ArrayList<>();
    for (int n = 0; n <= step.x(); n++) {
      String unit = Plan.UNITS.get((n * (1 + step.y())) % Plan.UNITS.size());
      changed.add(Stored.submission(campaign, unit));
      changed.add("C#" + campaign + "#PROGRESS");
    }
    event(
        weather,
        () -> {
          var failed = province.stream(instance, changed);
          if (failed.isPresent()) {
            throw new IllegalStateException("the batch comes again");
          }
        });
  }

  /** Sends until the client knows, or gives up. */
  private void send(
      Request request, String unit, Weather weather, Function<Request, Model.Expected> foretell) {
    Model.Expected expected = foretell.apply(request);
    boolean givesUp = weather.givesUp();
    for (int n = 0; n < TRIES_MAX; n++) {
      Request.Reply reply = weather.attempt(() -> province.send(instance, request));
      if (reply != null && reply.tells()) {
        told(request, expected, reply);
        if (weather.twice()) {
          again(request, expected, reply, foretell);
        }
        return;
      }
      if (givesUp) {
        gaveUp(request, unit, expected);
        return;
      }
    }
    throw new AssertionError("never answered: " + request);
  }

  private static void told(Request request, Model.Expected expected, Request.Reply reply) {
    if (expected.refusal() != null) {
      same(
          request + " -> " + reply + ", not " + expected.refusal(),
          true,
          reply.is(expected.refusal()));
      return;
    }
    same(request + " -> " + reply, true, reply.accepted());
    if (expected.replayOf() != null && reply.body().has("evidenceId")) {
      same("replay of a grant", expected.replayOf(), reply.field("evidenceId"));
    }
    if (expected.replayOf() != null && reply.body().has("checkCode")) {
      same("replay of a closing", expected.replayOf(), reply.field("checkCode"));
    }
    expected.effect().take(reply);
  }

  private void again(
      Request request,
      Model.Expected expected,
      Request.Reply first,
      Function<Request, Model.Expected> foretell) {
    Request.Reply reply = province.send(instance, request);
    if (expected.refusal() == null) {
      same("sent again: " + reply, first.status(), reply.status());
      if (first.body().has("evidenceId")) {
        same("the same grant", first.field("evidenceId"), reply.field("evidenceId"));
      }
    } else {
      Problem refusal = foretell.apply(request).refusal();
      same("sent again: " + reply, true, reply.is(refusal));
    }
  }

  /** Nobody told the client: it took effect whole or not at all. */
  private void gaveUp(Request request, String unit, Model.Expected expected) {
    Stored stored = province.stored();
    long seq = stored.seq(campaign, unit);
    long before = model.forms.get(unit).ledger.size();
    if (seq == before) {
      return;
    }
    same("one more entry after " + request, before + 1, seq);
    same("only what may be written is: " + request, true, expected.writes());
    expected.effect().take(stood(stored, unit));
  }

  /** What the client would have been told of a grant, a closing, a signature. */
  private Request.Reply stood(Stored stored, String unit) {
    String pk = Stored.submission(campaign, unit);
    var body = Request.JSON.createObjectNode();
    stored
        .document(pk, "HEAD")
        .filter(head -> head.has("closing"))
        .ifPresent(head -> {
          body.put("checkCode", head.at("/closing/checkCode").asString());
          body.putObject("closing").put("checkCode", head.at("/closing/checkCode").asString());
        });
    for (String id : stored.documents(pk, "EVIDENCE#").keySet()) {
      if (!model.forms.get(unit).files.containsKey(id)) {
        body.put("evidenceId", id);
      }
    }
    return new Request.Reply(200, body, "");
  }

  /** A reply that tells, however many tries it takes. */
  Request.Reply answered(Request request, Weather weather) {
    for (int n = 0; n < TRIES_MAX; n++) {
      Request.Reply reply = weather.attempt(() -> province.send(instance, request));
      if (reply != null && reply.tells()) {
        return reply;
      }
    }
    throw new AssertionError("never answered: " + request);
  }

  /** Faults are over: what was left undone gets done. */
  void drain() {
    Faults.off();
    province.keepHouse(0);
    province.keepHouse(1);
  }
}
