package vn.minhbach.local.faults;

import static vn.minhbach.local.faults.Stored.same;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.function.http.Route;

/**
 * Holds what is stored against what shall be: everything that was accepted is there once, nothing
 * else is there at all.
 */
final class Audit {

  /** Drawn at random or by version of a set: not foretold. */
  private static final List<String> DRAWN =
      List.of(
          "nonce",
          "criteriaVersion",
          "formHash",
          "checkCode",
          "closed",
          "signBy",
          "sentAt",
          "reopenedUntil",
          "job",
          "uploadedAt");

  private final Province province;
  private final String campaign;
  private final Model model;
  private final Stored stored;

  Audit(Province province, String campaign, Model model) {
    this.province = province;
    this.campaign = campaign;
    this.model = model;
    this.stored = province.stored();
  }

  /** Everything, after the schedule has run. */
  void all() {
    submissions();
    model.forms.forEach(this::progress);
    same("open jobs", Map.of(), stored.documents("C#" + campaign + "#JOB", ""));
    rankings(Route.READ_DRAFT_RANKING_OF_GROUP);
  }

  /** Forms, answers, files, chains and keys. */
  void submissions() {
    model.forms.forEach(this::submission);
    // Two of the campaign's own: it was created and opened under a key.
    same("receipts", model.keysUsed() + 2, stored.receipts());
  }

  private void submission(String unit, Model.Form form) {
    String pk = Stored.submission(campaign, unit);
    if (form.ledger.isEmpty()) {
      same("nothing of " + unit, Map.of(), stored.documents(pk, ""));
      return;
    }
    JsonNode head = stored.document(pk, "HEAD").orElseThrow();
    same(unit + " state", form.state, head.get("state").asString());
    same(unit + " version", form.version, head.get("formVersion").asLong());
    same(unit + " signed", form.signed(), head.has("signature"));
    List<JsonNode> chain = stored.chain(pk, head.get("tip").get("hash").asString());
    Codes.check(campaign, unit, chain);
    same(unit + " code", form.code != null, inForce(head));
    same(unit + " ledger", form.ledger, chain.stream().map(Audit::told).toList());
    answers(unit, form, pk, chain);
    files(unit, form, pk);
    int batches =
        (int)
            chain.stream()
                .filter(entry -> entry.get("kind").asString().equals("COMMUNES_CONSOLIDATED"))
                .count();
    int items = 1 + chain.size() + form.answers.size() + form.files.size() + batches;
    same(unit + " items", items, stored.partitions().get(pk).size());
  }

  private static boolean inForce(JsonNode head) {
    return head.has("closing") && !head.at("/closing/voided").asBoolean();
  }

  private static Map<String, Object> told(JsonNode entry) {
    var told = new TreeMap<String, Object>(plain(entry.get("body")));
    DRAWN.forEach(told::remove);
    told.replaceAll((field, value) -> value instanceof Integer n ? (Object) (long) n : value);
    told.computeIfPresent("voidedCode", (field, code) -> "a code");
    told.put("kind", entry.get("kind").asString());
    return told;
  }

  private void answers(String unit, Model.Form form, String pk, List<JsonNode> chain) {
    var replayed = new TreeMap<String, String>();
    for (JsonNode entry : chain) {
      if (entry.get("kind").asString().equals("ANSWER_SAVED")) {
        JsonNode body = entry.get("body");
        replayed.put(body.get("criterion").asString(), content(body));
      }
    }
    var foretold = new TreeMap<String, String>();
    form.answers.forEach((criterion, answer) -> {
      var content = new HashMap<String, Object>(answer.content());
      var points = Plan.points(criterion, answer.content());
      if (points != null) {
        content.put("points", points.toPlainString());
      }
      content.put("version", answer.version());
      foretold.put(criterion, content(Request.JSON.valueToTree(content)));
    });
    var kept = new TreeMap<String, String>();
    stored.documents(pk, "ANSWER#").forEach((id, answer) -> kept.put(id, content(answer)));
    same(unit + " answers", foretold, kept);
    same(unit + " answers by its ledger", replayed, kept);
  }

  private static String content(JsonNode from) {
    var content = new TreeMap<String, Object>();
    for (String field : List.of("inputs", "notApplicable", "points", "version")) {
      if (from.has(field)) {
        content.put(field, Request.JSON.treeToValue(from.get(field), Object.class));
      }
    }
    // An answer that does not apply has no inputs; some readers leave the empty map out.
    content.remove("inputs", Map.of());
    return CanonicalJson.text(content);
  }

  private void files(String unit, Model.Form form, String pk) {
    Map<String, JsonNode> kept = stored.documents(pk, "EVIDENCE#");
    same(unit + " files", new TreeSet<>(form.files.keySet()), kept.keySet());
    form.files.forEach((id, file) -> {
      JsonNode item = kept.get(id);
      String what = unit + " file " + id + " ";
      same(what + "state", file.state, item.get("state").asString());
      same(what + "version", file.version, item.get("version").asLong());
      same(what + "verified", file.verified, item.has("verified"));
      same(what + "scanned", file.scanned, item.has("scanned"));
      if (file.state.equals("ACCEPTED")) {
        same(what + "bytes", true, Arrays.equals(file.bytes, vault(unit, file)));
      }
    });
  }

  private byte[] vault(String unit, Model.File file) {
    String key = campaign + "/" + unit + "/" + Sha256.hex(file.bytes);
    try {
      return province
          .s3
          .client()
          .getObjectAsBytes(get -> get.bucket(Province.EVIDENCE).key(key))
          .asByteArray();
    } catch (S3Exception missing) {
      throw new AssertionError("accepted, but not kept: " + key, missing);
    }
  }

  private void progress(String unit, Model.Form form) {
    var row = stored.document("C#" + campaign + "#PROGRESS", unit);
    if (form.ledger.isEmpty()) {
      same(unit + " has no row", true, row.isEmpty());
      return;
    }
    Score score = Score.of(form.answers);
    var groups = new TreeMap<String, Object>();
    score.groups().forEach((group, points) -> groups.put(group, points.toPlainString()));
    var expected = new TreeMap<String, Object>();
    expected.put("state", form.state);
    expected.put("answered", form.answers.size());
    expected.put("criteria", Plan.CRITERIA.size());
    expected.put("groupPoints", groups);
    expected.put("points", score.points().toPlainString());
    expected.put("applicableMax", score.max().toPlainString());
    expected.put("index", score.index().toPlainString());
    expected.put("level", score.level());
    expected.put("sourceSeq", form.ledger.size());
    Map<String, Object> actual = new TreeMap<>(plain(row.orElseThrow()));
    actual.keySet().retainAll(expected.keySet());
    same(unit + " progress", expected, actual);
  }

  /** The tables of all groups as a reader gets them. */
  void rankings(Route route) {
    for (int group = 1; group <= 3; group++) {
      Request request =
          Request.json(route, Map.of("c", campaign, "group", "" + group), "office", null);
      JsonNode page = Plan.done(province, request).body();
      var lines = new ArrayList<String>();
      for (JsonNode row : page.get("items")) {
        String unit = row.get("unit").asString();
        lines.add(
            row.has("unranked")
                ? unit + " " + row.get("unranked").asString()
                : "%s %d %s %s %s"
                    .formatted(
                        unit,
                        row.get("rank").asInt(),
                        row.get("index").asString(),
                        row.get("points").asString(),
                        row.get("level").asString()));
      }
      same(
          "ranking of group " + group,
          Score.table(model.forms, group, route == Route.READ_RANKING),
          lines);
    }
  }

  @SuppressWarnings("unchecked") // JSON objects have texts as keys.
  private static Map<String, Object> plain(JsonNode node) {
    return Request.JSON.treeToValue(node, Map.class);
  }
}
