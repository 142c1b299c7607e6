package vn.minhbach.local.faults;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.function.http.Route;

/**
 * A small campaign: a department, a district, its two communes, three criteria each. Knows what an
 * answer is worth by itself.
 */
final class Plan {

  static final List<String> UNITS = List.of("SA", "193", "06649", "06652");
  static final Map<String, Integer> GROUPS = Map.of("SA", 1, "193", 2, "06649", 3, "06652", 3);
  static final Map<String, String> NAMES =
      Map.of("SA", "Sở A", "193", "Thành phố A", "06649", "Xã A", "06652", "Xã B");
  static final String DISTRICT = "193";
  static final List<String> COMMUNES = List.of("06649", "06652");
  static final List<String> CRITERIA = List.of("I.1", "II.1", "III.1");
  static final Map<String, Integer> MAXIMA = Map.of("I.1", 50, "II.1", 30, "III.1", 20);
  static final Map<String, Object> NOT_APPLICABLE = Map.of("notApplicable", "không phát sinh");

  static final String CSV =
      """
      code,group,kind,name,parent_code
      SA,1,department,Sở A,
      193,2,district_city,Thành phố A,
      06649,3,commune,Xã A,193
      06652,3,commune,Xã B,193
      """;

  private static final String TEAM =
      """
      account,body,role,from,until,substitute,conflicts
      lead,(none),lead,2020-08-01,,,
      t1,SA,appraiser,2020-08-01,,t2,06652
      t2,193,appraiser,2020-08-01,,,
      """;

  /** Who reads the department's form; a lead that no ranked body employs. */
  static final String READER = "appraiser@193";

  private static final String READERS =
      """
      account,body,role,from,until,substitute,conflicts
      lead,(none),lead,2020-08-01,,,
      appraiser@193,193,appraiser,2020-08-01,,,
      appraiser@06652,06652,appraiser,2020-08-01,%s,,
      """;

  private static final String SETTINGS =
      """
      {"id":"%s","name":"Đánh giá","year":2020,
       "plan":{"number":"131/KH-UBND","date":"2020-07-21","issuer":"UBND tỉnh"},
       "calendar":{"answerDays":15,"dueBefore":"2020-09-30","closesBefore":"2020-11-01",
         "appraisedBefore":"2020-12-30","reportBefore":"2021-01-30","publishBefore":"2021-04-01"},
       "tieRule":"DENSE","appraisal":{"samplePercent":0}}
      """;

  private static final String SET =
      """
      {"setId":"SET-%1$d","title":"Bộ tiêu chí","version":"%2$s","year":2020,"unitGroup":%1$d,
       "maxPoints":100,
       "levels":[{"code":"TOT","label":"Tốt","minPercent":80,"minInclusive":false},
         {"code":"KHA","label":"Khá","minPercent":50,"minInclusive":true},
         {"code":"YEU","label":"Yếu","minPercent":0,"minInclusive":true}],
       "groups":[
        {"id":"I","title":"Một","maxPoints":50,"criteria":[{"id":"I.1","title":"Tỷ lệ",
          "maxPoints":50,"evidenceRequired":true,"verifyBy":"document",
          "scoring":{"type":"ratio","inputs":[
            {"key":"a","label":"Đạt","kind":"integer","min":0},
            {"key":"b","label":"Tổng","kind":"integer","min":0}],
           "numerator":"a","denominator":"b","target":1,"whenDenominatorZero":"zero"}}]},
        {"id":"II","title":"Hai","maxPoints":30,"criteria":[{"id":"II.1","title":"Có không",
          "maxPoints":30,"evidenceRequired":true,"verifyBy":"document",
          "scoring":{"type":"boolean","inputs":[{"key":"v","label":"Có","kind":"boolean"}],
           "value":"v","pointsIfTrue":30,"pointsIfFalse":0}}]},
        {"id":"III","title":"Ba","maxPoints":20,"criteria":[{"id":"III.1","title":"Tỷ lệ",
          "maxPoints":20,"evidenceRequired":true,"verifyBy":"document",
          "naAllowed":true,"naReason":"Không phát sinh",
          "scoring":{"type":"ratio","inputs":[
            {"key":"a","label":"Đạt","kind":"integer","min":0},
            {"key":"b","label":"Tổng","kind":"integer","min":0}],
           "numerator":"a","denominator":"b","target":1,"whenDenominatorZero":"zero"}}]}]}
      """;

  private Plan() {}

  /** A request of the standing office. */
  static Request office(Route route, String campaign) {
    return Request.json(route, Map.of("c", campaign), "office", Map.of());
  }

  static Request create(String campaign) {
    return new Request(
        Route.CREATE_CAMPAIGN,
        Map.of(),
        "office",
        Map.of("content-type", "application/json"),
        SETTINGS.formatted(campaign));
  }

  static Request units(String campaign, String csv) {
    return office(Route.IMPORT_UNITS, campaign).csv(csv);
  }

  /** The register of the appraisal team. */
  static Request team(String campaign) {
    return new Request(
            Route.APPOINT_TEAM,
            Map.of("c", campaign, "number", "77", "date", "2020-08-01"),
            "office",
            Map.of("accept-language", "en"),
            TEAM)
        .with("content-type", "text/csv");
  }

  /**
   * A register of two who read.
   *
   * @param until last day of the second one; empty for open end
   */
  static Request readers(String campaign, String until) {
    return new Request(
            Route.APPOINT_TEAM,
            Map.of("c", campaign, "number", "78", "date", "2020-08-01"),
            "office",
            Map.of("accept-language", "en"),
            READERS.formatted(until))
        .with("content-type", "text/csv");
  }

  /** The same register after the first one has left: the second stands in. */
  static Request readersWithout(String campaign) {
    return readers(campaign, "")
        .body(
            READERS
                .formatted("")
                .replace(
                    "appraiser@193,193,appraiser,2020-08-01,,,",
                    "appraiser@193,193,appraiser,2020-08-01,2020-08-02,,"));
  }

  /** Every criterion of every group is the first reader's. */
  static Request allToReader(String campaign) {
    return new Request(
            Route.ASSIGN_WORK,
            Map.of("c", campaign),
            "lead",
            Map.of("accept-language", "en"),
            CRITERIA.stream()
                .flatMap(id -> Stream.of("1," + id, "3," + id))
                .map(cell -> cell + ",," + READER)
                .collect(Collectors.joining("\n", "group,criterion,units,account\n", "\n")))
        .with("content-type", "text/csv");
  }

  /** A request of the staff about a unit. */
  static Request staff(String user, Route route, String campaign, String unit, Object body) {
    return Request.json(route, Map.of("c", campaign, "u", unit), user, body);
  }

  /** The same about a criterion of the unit. */
  static Request staff(
      String user, Route route, String campaign, String unit, String criterion, Object body) {
    String name = route.path().contains("{p}") ? "p" : "criterion";
    return Request.json(route, Map.of("c", campaign, "u", unit, name, criterion), user, body);
  }

  /** The word of a unit's head, with a letter. */
  static final Map<String, Object> WORD =
      Map.of(
          "signedBy", Map.of("name", "Nguyễn Văn A", "title", "Giám đốc"),
          "letter", Map.of("number", "12/CV", "date", "2020-08-03"));

  /** A balanced assignment of all groups. */
  static Request assignment(String campaign) {
    return Request.json(
        Route.ASSIGN_WORK, Map.of("c", campaign), "lead", Map.of("balance", Map.of("seed", 7)));
  }

  static Request criteria(String campaign, int group, String version) {
    return new Request(
        Route.IMPORT_CRITERIA,
        Map.of("c", campaign, "group", "" + group),
        "office",
        Map.of("content-type", "application/json"),
        SET.formatted(group, version));
  }

  /** A correction after which the first criterion needs no evidence. */
  static Request correct(String campaign, int group) {
    String set =
        SET.formatted(group, "2")
            .replaceFirst("\"evidenceRequired\":true", "\"evidenceRequired\":false");
    return new Request(
        Route.CORRECT_CRITERIA,
        Map.of("c", campaign, "group", "" + group),
        "office",
        Map.of("content-type", "application/json"),
        "{\"letter\":{\"number\":\"7/STTTT\",\"date\":\"2020-08-02\"},\"reason\":\"In sai\","
            + "\"days\":5,\"set\":"
            + set
            + "}");
  }

  /** Creates a campaign and sends its forms. */
  static void open(Province province, String campaign) {
    prepared(province, campaign);
    done(province, office(Route.OPEN_CAMPAIGN, campaign).key("open"));
  }

  /** Creates a campaign that can be opened. */
  static void prepared(Province province, String campaign) {
    done(province, create(campaign).key("create-" + campaign));
    done(province, units(campaign, CSV));
    for (int group = 1; group <= 3; group++) {
      done(province, criteria(campaign, group, "1"));
    }
  }

  static Request.Reply done(Province province, Request request) {
    Request.Reply reply = province.send(0, request);
    if (!reply.accepted()) {
      throw new AssertionError(request.route() + ": " + reply);
    }
    return reply;
  }

  /** A request of a unit about its form. */
  static Request of(String campaign, String unit, Route route, Object body) {
    return Request.json(route, Map.of("c", campaign, "u", unit), "unit-" + unit, body);
  }

  static Request save(String campaign, String unit, String criterion, Object answer) {
    return Request.json(
        Route.SAVE_ANSWER,
        Map.of("c", campaign, "u", unit, "criterion", criterion),
        "unit-" + unit,
        answer);
  }

  /** The same by somebody else, who names what he types from. */
  static Request type(
      String campaign, String unit, String criterion, int number, String user, String paper) {
    var body = new LinkedHashMap<String, Object>(answer(criterion, number));
    body.put("paper", paper);
    return Request.json(
        Route.SAVE_ANSWER, Map.of("c", campaign, "u", unit, "criterion", criterion), user, body);
  }

  /** A commune's signed paper form, as its district brings it. */
  static Request paperForm(String campaign, String unit, byte[] file) {
    var body = new LinkedHashMap<String, Object>();
    body.put("purpose", "paper-form");
    body.put("fileName", "phiếu giấy.pdf");
    body.put("contentType", "application/pdf");
    body.put("sizeBytes", file.length);
    body.put("sha256", Sha256.hex(file));
    return Request.json(
        Route.GRANT_UPLOAD, Map.of("c", campaign, "u", unit), "unit-" + DISTRICT, body);
  }

  static Request formHead(String campaign, String unit, int residents) {
    return of(
        campaign,
        unit,
        Route.FILL_FORM_HEAD,
        Map.of(
            "address",
            "Số 1",
            "staff",
            Map.of("officials", 11, "civilServants", 10),
            "residents",
            residents,
            "enterprises",
            9,
            "contact",
            Map.of("name", "Trần Lan", "phone", "0203 3825 123")));
  }

  static Request ask(String campaign, String unit, String question) {
    return of(campaign, unit, Route.ASK_QUESTION, Map.of("criterion", "I.1", "question", question));
  }

  static Request reply(String campaign, String unit, String question, String answer) {
    return Request.json(
        Route.ANSWER_QUESTION,
        Map.of("c", campaign, "u", unit, "q", question),
        "office",
        Map.of("answer", answer, "publish", true));
  }

  /** An offline copy with these answers, made when nothing was answered or from these bases. */
  static Request merge(
      String campaign,
      String unit,
      long criteriaVersion,
      Map<String, ?> bases,
      Map<String, ?> own) {
    return of(
        campaign,
        unit,
        Route.MERGE_ANSWERS,
        Map.of(
            "basedOn",
            Map.of("criteriaVersion", criteriaVersion, "answers", bases),
            "answers",
            own));
  }

  /** The version of the criteria that a form shows. */
  static long criteriaVersion(Province province, String campaign, String unit) {
    return done(province, of(campaign, unit, Route.READ_UNIT_FORM, null))
        .body()
        .at("/criteriaSet/criteriaVersion")
        .asLong();
  }

  static Request grant(String campaign, String unit, String criterion, byte[] file) {
    var body = new LinkedHashMap<String, Object>();
    body.put("criterion", criterion);
    body.put("fileName", "minh chứng.pdf");
    body.put("contentType", "application/pdf");
    body.put("sizeBytes", file.length);
    body.put("sha256", Sha256.hex(file));
    return of(campaign, unit, Route.GRANT_UPLOAD, body);
  }

  static Request withdraw(String campaign, String unit, String evidence) {
    return new Request(
        Route.WITHDRAW_EVIDENCE,
        Map.of("c", campaign, "u", unit, "e", evidence),
        "unit-" + unit,
        Map.of(),
        null);
  }

  static Request submit(String campaign, String unit) {
    return of(
        campaign,
        unit,
        Route.SUBMIT_FORM,
        Map.of("signedBy", Map.of("name", "Nguyễn Văn A", "title", "Giám đốc")));
  }

  static Request close(String campaign, String unit) {
    return of(campaign, unit, Route.CLOSE_FORM, Map.of());
  }

  /** A signature of what a code says. */
  static Request submit(String campaign, String unit, String code) {
    return of(
        campaign,
        unit,
        Route.SUBMIT_FORM,
        Map.of("signedBy", Map.of("name", "Nguyễn Văn A", "title", "Giám đốc"), "checkCode", code));
  }

  /** A signature on paper. */
  static Request submit(String campaign, String unit, String code, String paper) {
    return of(
        campaign,
        unit,
        Route.SUBMIT_FORM,
        Map.of(
            "signedBy",
            Map.of("name", "Nguyễn Văn A", "title", "Giám đốc"),
            "checkCode",
            code,
            "signedEvidenceId",
            paper,
            "letter",
            Map.of("number", "12/CV", "date", "2020-08-03")));
  }

  static Request paper(String campaign, String unit, byte[] file) {
    var body = new LinkedHashMap<String, Object>();
    body.put("purpose", "signed-form");
    body.put("fileName", "phiếu đã ký.pdf");
    body.put("contentType", "application/pdf");
    body.put("sizeBytes", file.length);
    body.put("sha256", Sha256.hex(file));
    return of(campaign, unit, Route.GRANT_UPLOAD, body);
  }

  static Request consolidate(String campaign, Object communes) {
    return of(
        campaign,
        DISTRICT,
        Route.CONSOLIDATE_COMMUNES,
        Map.of("communes", communes, "statement", "Đã rà soát"));
  }

  /** A commune's form returned by its district; whole where no criterion is named. */
  static Request giveBack(String campaign, String unit, String user, String... criteria) {
    var body = new LinkedHashMap<String, Object>();
    body.put("reason", "Chưa khớp");
    if (criteria.length > 0) {
      body.put("criteria", List.of(criteria));
    }
    return Request.json(Route.RETURN_FORM, Map.of("c", campaign, "u", unit), user, body);
  }

  static Request remark(String campaign, String unit, String text) {
    return Request.json(
        Route.REMARK_ON_CRITERION,
        Map.of("c", campaign, "u", unit, "criterion", "I.1"),
        "unit-" + DISTRICT,
        Map.of("remark", text));
  }

  /** The office passes on what the district has held too long. */
  static Request override(String campaign) {
    return Request.json(
        Route.OVERRIDE_DISTRICT,
        Map.of("c", campaign, "u", DISTRICT),
        "office",
        Map.of("communes", "ready", "reason", "Huyện quá hạn"));
  }

  /** Some bytes that begin as a PDF does. */
  static byte[] file(int number) {
    return ("%PDF-1.4 minh chứng " + number).getBytes(StandardCharsets.UTF_8);
  }

  /** An answer to a criterion; some answers for each number. */
  static Map<String, Object> answer(String criterion, int number) {
    int n = Math.floorMod(number, 6);
    if (criterion.equals("III.1") && n == 0) {
      return NOT_APPLICABLE;
    }
    return Map.of(
        "inputs", criterion.equals("II.1") ? Map.of("v", n % 2 == 0) : Map.of("a", n, "b", 7));
  }

  /** What an answer's content is worth; null where the criterion does not apply. */
  static BigDecimal points(String criterion, Map<?, ?> content) {
    if (content.containsKey("notApplicable")) {
      return null;
    }
    Map<?, ?> inputs = (Map<?, ?>) content.get("inputs");
    BigDecimal max = BigDecimal.valueOf(MAXIMA.get(criterion));
    if (criterion.equals("II.1")) {
      return (inputs.get("v").equals(true) ? max : BigDecimal.ZERO).setScale(2);
    }
    return max.multiply(new BigDecimal(inputs.get("a").toString()))
        .divide(new BigDecimal(inputs.get("b").toString()), 2, RoundingMode.HALF_UP);
  }
}
