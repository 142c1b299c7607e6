package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.local.oidc.LocalUsers;
import vn.minhbach.local.openapi.OpenApi;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;

/**
 * Every route × every role with values as openapi.yaml describes them and with hostile ones. No
 * answer is a failure of ours, every answer is as described, and what breaks a bound that
 * openapi.yaml states is not taken. {@code -Dfuzz.tries=50 -Dfuzz.seed=7} for the whole, or the
 * same again; the suite sends one request of each role, and two more of those who are let in.
 */
@Tag("system")
@Timeout(3_600)
class EveryRouteFuzzTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final int TRIES = Integer.getInteger("fuzz.tries", 1);

  /** Further requests to a route by those whom it lets in; each role sends one before. */
  private static final int INSIDE = TRIES > 1 ? 5 : 2;

  private static final long SEED = Long.getLong("fuzz.seed", 20_200_803L);
  private static final String CAMPAIGN = "fuzz";
  private static final List<String> KNOWN =
      List.of(
          CAMPAIGN,
          "131-2020",
          "SKHCN",
          "06649",
          "193",
          "I.1",
          "II.7",
          "qlvb",
          "2020-08-20",
          "2020-09-30",
          "08:00",
          "17:00",
          "before-7",
          "x1",
          "a1",
          "06649/I.1",
          "0".repeat(32),
          "0".repeat(64));
  private static final List<String> USERS =
      Stream.concat(
              LocalUsers.names().stream(),
              Stream.of("unit-SKHCN", "unit-06649", "signer-193", "contributor-193"))
          .toList();

  private static final OpenApi API = OpenApi.ofProject();
  private static final Hostile VALUES = new Hostile(API, KNOWN);

  private static Http http;

  private final Random random = new Random(SEED);
  private final TreeSet<String> faults = new TreeSet<>();

  @BeforeAll
  static void open() {
    http = SYSTEM.http();
    Province.open(http, CAMPAIGN);
  }

  /** A request with whether its body is as described. */
  private record Shot(Call call, boolean fits) {}

  @Test
  void noCallerMakesItFail() {
    var answers = new LinkedHashMap<Integer, Integer>();
    JqwikSession.run(() -> {
      for (int i = 0; i < TRIES; i++) {
        for (OpenApi.Operation operation : API.operations()) {
          var inside = new ArrayList<String>();
          for (String user : USERS) {
            int status = fire(operation, user, answers);
            if (status != 401 && status != 403) {
              inside.add(user);
            }
          }
          // Most of a route lies behind its door.
          for (int more = 0; more < INSIDE && !inside.isEmpty(); more++) {
            fire(operation, inside.get(random.nextInt(inside.size())), answers);
          }
        }
      }
    });
    assertEquals(new TreeSet<>(), faults, () -> "seed " + SEED);
    // That it is more than the edge that was tried.
    for (int status : new int[] {200, 400, 403, 404, 422}) {
      assertTrue(answers.getOrDefault(status, 0) > 5, answers::toString);
    }
  }

  private int fire(OpenApi.Operation operation, String user, Map<Integer, Integer> answers) {
    Shot shot = shot(operation, user);
    Answer answer = shot.call().send();
    answers.merge(answer.status(), 1, Integer::sum);
    judge(operation, user, shot, answer);
    return answer.status();
  }

  private void judge(OpenApi.Operation operation, String user, Shot shot, Answer answer) {
    String type = answer.headers().getOrDefault("content-type", "");
    boolean json = type.contains("json");
    Object body =
        json && answer.bytes().length > 0
            ? Http.JSON.convertValue(answer.json(), Object.class)
            : answer.text();
    var wrong = new ArrayList<String>();
    if (answer.status() >= 500) {
      wrong.add("a failure of ours");
    }
    if (answer.status() >= 400
        && !type.startsWith("application/problem+json")
        && !answer.text().matches("\\{\"message\":\"[A-Za-z ]+\"}")) {
      wrong.add("a refusal of no known shape");
    }
    if (answer.bytes().length > 1 << 20 && answer.status() >= 400) {
      wrong.add("a refusal of " + answer.bytes().length + " bytes");
    }
    // A rehearsal of a merge answers with the faults instead of refusing, and writes nothing.
    boolean told = answer.text().contains("\"faults\":[{");
    if (!shot.fits() && answer.status() < 300 && !told) {
      wrong.add("taken though it is not as described");
    }
    wrong.addAll(
        API.faults(operation.method(), operation.path(), answer.status(), answer.headers(), body));
    if (!wrong.isEmpty()) {
      String text = answer.text();
      faults.add(
          operation.key()
              + " as "
              + user
              + ": "
              + wrong
              + " | "
              + shot.call()
              + " | "
              + answer.status()
              + " "
              + text.substring(0, Math.min(300, text.length())));
    }
  }

  private Shot shot(OpenApi.Operation operation, String user) {
    String path = operation.path();
    String query = "";
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map<?, ?> parameter : API.parameters(operation)) {
      String name = parameter.get("name").toString();
      boolean bad = random.nextInt(12) == 0;
      String value =
          bad ? next(Hostile.texts()) : unquoted(next(VALUES.fitting(parameter.get("schema"))));
      switch (parameter.get("in").toString()) {
        case "path" -> path = path.replace("{" + name + "}", encoded(fitting(name, value, bad)));
        case "query" -> {
          if (random.nextInt(3) > 0) {
            query += (query.isEmpty() ? "?" : "&") + name + "=" + encoded(value);
          }
        }
        default -> {
          if (random.nextInt(4) == 0 || bad) {
            headers.put(name, header(name, value, bad));
          }
        }
      }
    }
    if (random.nextInt(30) == 0) {
      query += (query.isEmpty() ? "?" : "&") + "unheard-of=1";
    }
    Call call = http.as(user, operation.method(), path + query);
    headers.forEach(call::header);
    return body(operation, call);
  }

  private Shot body(OpenApi.Operation operation, Call call) {
    List<String> types = API.requestTypes(operation);
    if (types.isEmpty()) {
      return new Shot(call, true);
    }
    String type = types.get(random.nextInt(types.size()));
    Object schema = API.requestSchema(operation, type).orElseThrow();
    if (!type.equals("application/json")) {
      String text =
          API.requestExample(operation, type).map(Object::toString).orElse("PK\u0003\u0004");
      return new Shot(call.text(type, random.nextInt(3) == 0 ? text : spoilt(text)), true);
    }
    int kind = random.nextInt(4);
    String text =
        kind == 0
            ? API.requestExample(operation, type).map(Hostile::written).orElse("{}")
            : next(kind == 1 ? VALUES.fitting(schema) : VALUES.unfitting(schema));
    return new Shot(call.text(type, text), fits(operation, text));
  }

  // A field that may be left out may be null; what is no JSON at all is refused in any case.
  private static boolean fits(OpenApi.Operation operation, String text) {
    if (text.contains("null")) {
      return true;
    }
    try {
      Object tree = Http.JSON.readValue(text, Object.class);
      return API.requestFaults(operation.method(), operation.path(), "application/json", tree)
          .isEmpty();
    } catch (RuntimeException noJson) {
      return true;
    }
  }

  private String spoilt(String csv) {
    String[] cells = csv.split("(?<=[,\n])");
    int which = random.nextInt(cells.length);
    String end = cells[which].endsWith("\n") ? "\n" : cells[which].endsWith(",") ? "," : "";
    cells[which] = next(Hostile.texts()) + end;
    return String.join("", cells);
  }

  private static String fitting(String name, String value, boolean bad) {
    if (bad) {
      return value.isEmpty() ? " " : value.substring(0, Math.min(300, value.length()));
    }
    return switch (name) {
      case "c" -> CAMPAIGN;
      case "u" -> List.of("SKHCN", "06649", "193").contains(value) ? value : "06649";
      case "criterion" -> "I.1";
      default -> value;
    };
  }

  private static String header(String name, String value, boolean bad) {
    if (bad) {
      String plain = value.replaceAll("[^\\x20-\\x7e]", "?");
      return plain.substring(0, Math.min(200, plain.length()));
    }
    return switch (name) {
      case "If-Match" -> "\"a1\"";
      case "If-None-Match" -> "*";
      case "Accept-Language" -> "en";
      case "Accept" -> "text/csv";
      default -> "key-" + Integer.toHexString(value.hashCode());
    };
  }

  private <T> T next(Arbitrary<T> values) {
    return values.generator(100).next(random).value();
  }

  private static String unquoted(String json) {
    return json.startsWith("\"") ? Http.JSON.readValue(json, String.class) : json;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
