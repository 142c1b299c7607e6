package vn.minhbach.local.faults;

import static vn.minhbach.local.faults.Stored.same;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;

/**
 * Check codes, made again from a ledger alone, as decision 0016 describes them: what was signed is
 * what its code says, whoever changed what in between.
 */
final class Codes {

  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final List<String> OF_ANSWERS =
      List.of("inputs", "notApplicable", "note", "points", "claim");
  private static final List<String> OF_FILES =
      List.of("criterion", "fileName", "sizeBytes", "sha256", "page", "period", "description");
  private static final List<String> OF_HEAD =
      List.of(
          "address", "officials", "civilServants", "publicEmployees", "residents", "enterprises");
  private static final Set<String> GIVES =
      Set.of("FORM_CLOSED", "FORM_CLOSED_AGAIN", "FORM_SUBMITTED", "FORM_SUBMITTED_AGAIN");

  private final String campaign;
  private final String unit;
  private final Map<String, Object> answers = new TreeMap<>();
  private final Map<String, Object> files = new TreeMap<>();
  private Map<String, Object> formHead = Map.of();
  private long criteriaVersion;

  private Codes(String campaign, String unit) {
    this.campaign = campaign;
    this.unit = unit;
  }

  /**
   * Lives through a chain and recomputes each code that it gives out.
   *
   * @return the codes, in order
   */
  static List<String> check(String campaign, String unit, List<JsonNode> chain) {
    var codes = new Codes(campaign, unit);
    var given = new ArrayList<String>();
    String inForce = null;
    for (JsonNode entry : chain) {
      String kind = entry.get("kind").asString();
      JsonNode body = entry.get("body");
      codes.live(kind, body);
      if (GIVES.contains(kind)) {
        String what = campaign + "/" + unit + " " + entry.get("seq");
        same(what, codes.code(), body.get("checkCode").asString());
        same(what, codes.hash(), body.get("formHash").asString());
        inForce = codes.code();
        given.add(inForce);
      } else if (body.has("voidedCode")) {
        same("voided at " + entry.get("seq"), inForce, body.get("voidedCode").asString());
      }
    }
    return given;
  }

  private void live(String kind, JsonNode body) {
    switch (kind) {
      case "ANSWER_SAVED" -> {
        criteriaVersion = body.get("criteriaVersion").asLong();
        answers.put(body.get("criterion").asString(), some(body, OF_ANSWERS));
      }
      case "EVIDENCE_GRANTED", "EVIDENCE_GRANTED_AGAIN", "EVIDENCE_DESCRIBED" -> {
        if (body.has("criterion")) {
          files.put(body.get("evidence").asString(), some(body, OF_FILES));
        }
      }
      case "FORM_HEAD_FILLED" -> formHead = some(body, OF_HEAD);
      case "EVIDENCE_WITHDRAWN", "EVIDENCE_EXPIRED" ->
          files.remove(body.get("evidence").asString());
      default -> {
        // Says nothing of what the form says.
      }
    }
  }

  private static Map<String, Object> some(JsonNode body, List<String> fields) {
    var some = new TreeMap<String, Object>();
    for (String field : fields) {
      if (body.has(field)) {
        some.put(field, Request.JSON.treeToValue(body.get(field), Object.class));
      }
    }
    return some;
  }

  private String hash() {
    int group = Plan.GROUPS.get(unit);
    var all = new TreeMap<String, Object>();
    all.put("format", "minhbach-form-1");
    all.put("campaign", campaign);
    all.put("unit", unit);
    all.put("criteria", Map.of("group", group, "set", "SET-" + group, "version", criteriaVersion));
    all.put("answers", answers);
    all.put("files", files);
    if (!formHead.isEmpty()) {
      all.put("formHead", formHead);
    }
    return Sha256.hex(CanonicalJson.bytes(all));
  }

  private String code() {
    BigInteger bits = new BigInteger(hash(), 16).shiftRight(256 - 75);
    var code = new StringBuilder();
    int check = 0;
    for (int i = 14; i >= 0; i--) {
      int symbol = bits.shiftRight(5 * i).and(BigInteger.valueOf(31)).intValue();
      check = times(check) ^ symbol;
      code.append(SYMBOLS.charAt(symbol)).append((15 - i) % 4 == 0 ? "-" : "");
    }
    return code.append(SYMBOLS.charAt(times(check))).toString();
  }

  private static int times(int element) {
    int twice = element * 2;
    return twice < 32 ? twice : (twice - 32) ^ 5;
  }
}
