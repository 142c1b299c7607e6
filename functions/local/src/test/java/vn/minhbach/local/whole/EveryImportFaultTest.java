package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.local.whole.Refusals.at;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Problem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.prepare.account.AccountProblem;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.source.SourceProblem;
import vn.minhbach.core.scoring.ScoringProblem;
import vn.minhbach.core.unit.UnitProblem;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.local.whole.Http.Call;
import vn.minhbach.local.whole.Refusals.Fault;

/**
 * Every fault that an import can have, sent over HTTP: the answer names each place with what is
 * wrong and how to mend it, in Vietnamese and English, and not a byte is stored.
 */
@Tag("system")
@Timeout(300)
class EveryImportFaultTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String UNITS =
      "code,group,kind,name,parent_code,valid_from,valid_to,predecessors\n";
  private static final String SOURCE = "unit,criterion,inputs\n";
  private static final String ACCOUNTS = "account,unit,role,name,title,from,until\n";
  private static final String HOLIDAYS = "date,kind,name\n";
  private static final String LONG = "x".repeat(201);

  private static Province prepared;
  private static Province opened;
  private static Province empty;

  /**
   * One import with a fault.
   *
   * @param what for the report
   * @param call the import
   * @param problem of the whole
   * @param faults each place
   */
  record Case(String what, Call call, int status, Problem problem, Fault... faults) {
    @Override
    public String toString() {
      return what;
    }
  }

  @BeforeAll
  static void prepare() {
    prepared = Province.prepared(SYSTEM.http(), "faults-draft");
    source(prepared, "first", SOURCE + "SKHCN,II.1,a=1;b=2\n").expect(200);
    opened = Province.open(SYSTEM.http(), "faults-open");
    empty = Province.empty(SYSTEM.http(), "faults-empty");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWithItsPlaceAndItsCureAndLeavesNoTrace(Case one) {
    new Refusals(SYSTEM.get()).refused(one.call(), one.status(), one.problem(), one.faults());
  }

  /** Whatever a reader of imports can say stands in a case above. */
  @Test
  void noFaultOfAReaderIsLeftOut() throws IOException {
    Set<Problem> tried = new HashSet<Problem>();
    cases()
        .forEach(one -> {
          tried.add(one.problem());
          Stream.of(one.faults()).map(Fault::problem).forEach(tried::add);
        });
    var missing = new HashSet<Problem>();
    Path core =
        Path.of(System.getProperty("root", "../.."))
            .resolve("functions/app/src/main/java/vn/minhbach/core");
    for (String reader :
        List.of(
            "Csv",
            "Node",
            "unit/UnitRegister",
            "criteria/CriteriaReader",
            "criteria/CriteriaSet",
            "criteria/Fields",
            "criteria/InputsReader",
            "criteria/OriginReader",
            "criteria/RuleReader",
            "prepare/source/ImportSource",
            "prepare/source/SourceFile",
            "prepare/source/SourceHead",
            "prepare/account/AccountFile",
            "prepare/account/ImportAccounts",
            "prepare/campaign/Holidays",
            "prepare/campaign/SetHolidays")) {
      Pattern.compile("Problem\\.([A-Z0-9_]+)")
          .matcher(Files.readString(core.resolve(reader + ".java")))
          .results()
          .map(match -> Catalogues.named(match.group(1)))
          .filter(problem -> !tried.contains(problem))
          .forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
  }

  static List<Case> cases() {
    var all = new ArrayList<Case>();
    files(all);
    units(all);
    criteria(all);
    sources(all);
    accounts(all);
    holidays(all);
    return all;
  }

  /** What any file can have. */
  private static void files(List<Case> all) {
    units(
        all, "code,group,kind,parent_code\n", at("dòng/line 1, name", InputProblem.MISSING_FIELD));
    units(
        all,
        "code,group,kind,name,parent_code,colour\n",
        at("dòng/line 1, colour", InputProblem.UNKNOWN_FIELD));
    units(
        all,
        "code,group,kind,name,parent_code,code\n",
        at("dòng/line 1, code", InputProblem.DUPLICATE_ID));
    units(all, UNITS + "SNV,1\n", at("dòng/line 2", InputProblem.WRONG_CELL_COUNT));
    units(all, UNITS + "SNV,1,department,\"Sở\n", at("dòng/line 2", InputProblem.UNCLOSED_QUOTE));
    units(all, UNITS + "\n".repeat(200_001), at("dòng/line 200000", InputProblem.TOO_MANY_LINES));
    all.add(
        new Case(
            "a file that is not UTF-8",
            prepared
                .as("office", "PUT", "/units")
                .bytes("text/csv", (UNITS + "S,1,d,Sở").getBytes(StandardCharsets.UTF_16)),
            400,
            RequestProblem.NOT_A_CSV));
    all.add(
        new Case(
            "a workbook where a CSV is asked",
            prepared
                .as("office", "PUT", "/units")
                .bytes("text/csv", "PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII)),
            400,
            RequestProblem.NOT_A_CSV));
    all.add(
        new Case(
            "a file over the limit",
            prepared.as("office", "PUT", "/units").csv(UNITS + "x".repeat(300_000)),
            413,
            InputProblem.BODY_TOO_LARGE));
    all.add(
        new Case(
            "JSON in place of CSV",
            prepared.as("office", "PUT", "/units").json("{}"),
            415,
            RequestProblem.UNSUPPORTED_CONTENT_TYPE));
    all.add(
        new Case(
            "JSON that is none",
            prepared.as("office", "PUT", "/criteria/1").json("{\"setId\":"),
            400,
            RequestProblem.MALFORMED_JSON));
    all.add(
        new Case(
            "no body",
            prepared.as("office", "PUT", "/criteria/1").json("null"),
            400,
            RequestProblem.BODY_REQUIRED));
  }

  private static void units(List<Case> all) {
    String good = "SKHCN,1,department,Sở,,,,\n";
    units(all, UNITS + good + good, at("dòng/line 3, code", InputProblem.DUPLICATE_ID));
    unit(all, "6649,3,ward,Phường,,,,", at("code", UnitProblem.MANGLED_CODE));
    unit(all, "6.65E+03,3,ward,Phường,,,,", at("code", UnitProblem.MANGLED_CODE));
    unit(all, "S N,1,department,Sở,,,,", at("code", InputProblem.BAD_CODE));
    unit(all, "Office-Digest,1,department,Sở,,,,", at("code", UnitProblem.RESERVED_CODE));
    unit(all, "PERSON-1,1,department,Sở,,,,", at("code", UnitProblem.RESERVED_CODE));
    unit(all, "SN,1,department,S\u0007ở,,,,", at("name", InputProblem.CONTROL_CHARACTER));
    unit(all, "SN,1,department,\"Sở\nNội vụ\",,,,", at("name", InputProblem.ONE_LINE));
    unit(all, "SN,1,department,\u200B,,,,", at("name", InputProblem.BLANK));
    unit(all, "SN,1,department,Sở,,+999999999-01-01,,", at("valid_from", InputProblem.BAD_DATE));
    unit(all, "SN,4,department,Sở,,,,", at("group", InputProblem.UNKNOWN_VALUE));
    unit(all, "SN,1,ward,Sở,,,,", at("kind", UnitProblem.WRONG_KIND));
    unit(all, "SN,1,department,,,,,", at("name", InputProblem.BLANK));
    unit(all, "SN,1,department," + LONG + ",,,,", at("name", InputProblem.TOO_LONG));
    unit(all, "SN,1,department,Sở,,1/7/2025,,", at("valid_from", InputProblem.BAD_DATE));
    unit(
        all,
        "SN,1,department,Sở,,2025-07-01,2025-06-30,",
        at("valid_to", InputProblem.DATES_NOT_ASCENDING));
    unit(all, "SN,1,department,Sở,,,,A;B?", at("predecessors", InputProblem.BAD_CODE));
    unit(all, "SN,1,department,Sở,193,,,", at("parent_code", UnitProblem.PARENT_NOT_ALLOWED));
    unit(all, "06649,3,ward,Phường,193,,,", at("parent_code", UnitProblem.UNKNOWN_PARENT));
    all.add(
        new Case(
            "no unit",
            prepared.as("office", "PUT", "/units").csv(UNITS),
            422,
            CampaignProblem.NO_UNITS));
  }

  private static void unit(List<Case> all, String line, Fault fault) {
    units(all, UNITS + line + "\n", at("dòng/line 2, " + fault.place(), fault.problem()));
  }

  private static void units(List<Case> all, String csv, Fault... faults) {
    csv(all, prepared.as("office", "PUT", "/units").csv(csv), faults);
  }

  private static void csv(List<Case> all, Call call, Fault... faults) {
    all.add(
        new Case(
            call.path.replaceFirst("[?].*", "") + " " + names(faults),
            call,
            400,
            InputProblem.MALFORMED_CSV,
            faults));
  }

  private static String names(Fault... faults) {
    return Stream.of(faults)
        .map(fault -> fault.place() + " " + fault.problem())
        .collect(Collectors.joining(", "));
  }

  private static void criteria(List<Case> all) {
    criteria(all, "", set -> set.put("year", "2020"), at("year", InputProblem.WRONG_TYPE));
    criteria(all, "", set -> set.put("year", 2020.5), at("year", InputProblem.NOT_A_WHOLE_NUMBER));
    criteria(all, "", set -> set.put("year", 1999), at("year", InputProblem.OUT_OF_RANGE));
    criteria(all, "", set -> set.put("colour", 1), at("colour", InputProblem.UNKNOWN_FIELD));
    criteria(all, "", set -> set.remove("title"), at("title", InputProblem.MISSING_FIELD));
    criteria(all, "", set -> set.put("title", " "), at("title", InputProblem.BLANK));
    criteria(all, "", set -> set.put("version", LONG), at("version", InputProblem.TOO_LONG));
    criteria(
        all,
        "",
        set -> {
          var levels = set.putArray("levels");
          IntStream.range(0, 21).forEach(level -> levels.addObject());
        },
        at("levels", InputProblem.TOO_MANY));
    criteria(all, "", set -> set.put("setId", "A B"), at("setId", InputProblem.BAD_CODE));
    criteria(
        all,
        "",
        set -> set.put("maxPoints", 101),
        at("maxPoints", CriteriaProblem.POINTS_DO_NOT_ADD_UP));
    criteria(
        all,
        "/groups/1",
        group -> ((ObjectNode) group.at("/subgroups/0")).put("maxPoints", 23),
        at("groups[1].subgroups[0].maxPoints", CriteriaProblem.POINTS_DO_NOT_ADD_UP),
        at("groups[1].maxPoints", CriteriaProblem.POINTS_DO_NOT_ADD_UP));
    criterion(all, 0, 0, one -> one.put("maxPoints", -1), at("maxPoints", InputProblem.NEGATIVE));
    criterion(
        all,
        0,
        0,
        one -> one.put("maxPoints", 3.001),
        at("maxPoints", InputProblem.TOO_MANY_DECIMALS));
    criterion(all, 0, 1, one -> one.put("id", "I.1"), at("id", InputProblem.DUPLICATE_ID));
    criterion(
        all, 1, 0, one -> one.put("subgroup", "X"), at("subgroup", InputProblem.UNKNOWN_VALUE));
    rule(all, 0, 0, rule -> rule.put("type", "guess"), at("type", InputProblem.UNKNOWN_VALUE));
    rule(all, 0, 0, rule -> rule.put("target", 2), at("target", InputProblem.OUT_OF_RANGE));
    rule(
        all,
        0,
        0,
        rule -> rule.put("numerator", "x"),
        at("numerator", CriteriaProblem.UNKNOWN_INPUT));
    rule(
        all,
        0,
        0,
        rule ->
            ((ArrayNode) rule.get("inputs"))
                .addObject()
                .put("key", "c")
                .put("label", "Thừa")
                .put("kind", "integer"),
        at("inputs[2]", CriteriaProblem.UNUSED_INPUT));
    rule(
        all,
        0,
        2,
        rule -> ((ObjectNode) rule.at("/inputs/0")).put("kind", "integer"),
        at("value", CriteriaProblem.WRONG_INPUT_KIND));
    rule(
        all,
        0,
        0,
        rule -> rule.put("whenDenominatorZero", "notApplicable"),
        at("whenDenominatorZero", CriteriaProblem.NOT_APPLICABLE_NOT_ALLOWED));
    rule(
        all,
        1,
        1,
        rule -> ((ObjectNode) rule.at("/tiers/2")).put("min", 0.95),
        at("tiers[2].min", CriteriaProblem.TIERS_NOT_DESCENDING));
    rule(
        all,
        1,
        1,
        rule -> ((ObjectNode) rule.at("/tiers/0")).put("points", 6),
        at("tiers[0].points", CriteriaProblem.POINTS_OVER_MAXIMUM));
    rule(all, 0, 8, rule -> rule.putArray("options"), at("options", InputProblem.TOO_FEW));
    rule(
        all,
        0,
        8,
        rule -> ((ObjectNode) rule.at("/options/1")).put("value", "none"),
        at("options[3].value", InputProblem.DUPLICATE_ID));
    criteria(
        all,
        "/levels/3",
        level -> level.put("minPercent", 1),
        at("levels[3]", CriteriaProblem.LEVELS_WITHOUT_BOTTOM));
    criterion(
        all,
        0,
        0,
        one ->
            one.putObject("origin")
                .put("kind", "computed")
                .put("from", "sending-time")
                .put("onTime", "x")
                .put("otherwise", "y"),
        at("origin", CriteriaProblem.ORIGIN_NEEDS_RULE));
    criteria(
        all,
        "/groups/0/criteria/0",
        one ->
            one.putObject("origin")
                .put("kind", "derived")
                .put("criterion", "I.6")
                .put("input", "v"),
        at("groups[0].criteria[0].origin.kind", CriteriaProblem.DERIVED_OF_ITSELF),
        at("groups[0].criteria[0].origin.oneOf", InputProblem.ONE_OF_TWO));
    criterion(
        all,
        0,
        0,
        one -> one.set("scoring", parts(one, "sum", parts(one, "sum", parts(one, "sum")))),
        at("scoring.parts[0].scoring.parts[0].scoring", CriteriaProblem.RULE_TOO_DEEP));
    criterion(
        all,
        0,
        0,
        one -> {
          ((ObjectNode) one.get("scoring")).put("whenDenominatorZero", "notApplicable");
          one.set("scoring", parts(one, "sum"));
        },
        at("scoring.parts[0].scoring.whenDenominatorZero", CriteriaProblem.PART_CANNOT_DROP));
    criterion(
        all,
        0,
        0,
        one -> {
          ((ObjectNode) one.get("scoring")).put("type", "relativeToBest").put("on", "ratio");
          ((ObjectNode) one.get("scoring")).remove("target");
          one.set("scoring", parts(one, "best"));
        },
        at("scoring.alternatives[0].scoring.type", CriteriaProblem.RELATIVE_NOT_HERE),
        at("scoring.alternatives[1].scoring.type", CriteriaProblem.RELATIVE_NOT_HERE));
    criteria(
        all,
        "",
        EveryImportFaultTest::bonusWithLevels,
        at("groups[3].levels", CriteriaProblem.LEVELS_OF_EXTRA_POINTS));
    all.add(
        new Case(
            "criteria of another group",
            prepared.as("office", "PUT", "/criteria/2").json(Province.criteria(1)),
            422,
            CriteriaProblem.WRONG_GROUP));
    all.add(
        new Case(
            "criteria of no group",
            prepared.as("office", "PUT", "/criteria/4").json(Province.criteria(1)),
            404,
            CriteriaProblem.UNKNOWN_GROUP));
  }

  /** A rule of parts, made of the criterion's own rule: one part, or two alternatives. */
  private static ObjectNode parts(ObjectNode criterion, String type) {
    return parts(criterion, type, (ObjectNode) criterion.get("scoring"));
  }

  private static ObjectNode parts(ObjectNode criterion, String type, ObjectNode inner) {
    ObjectNode rule = Http.JSON.createObjectNode().put("type", type);
    var parts = rule.putArray(type.equals("sum") ? "parts" : "alternatives");
    for (int i = 0; i < (type.equals("sum") ? 1 : 2); i++) {
      parts
          .addObject()
          .put("key", "p" + i)
          .put("label", "Phần")
          .put("maxPoints", criterion.get("maxPoints").asInt())
          .set("scoring", inner.deepCopy());
    }
    return rule;
  }

  private static void bonusWithLevels(ObjectNode set) {
    ObjectNode one = (ObjectNode) set.at("/groups/0/criteria/0").deepCopy();
    one.put("id", "B.1").remove("subgroup");
    ObjectNode group =
        ((tools.jackson.databind.node.ArrayNode) set.get("groups"))
            .addObject()
            .put("id", "B")
            .put("title", "Điểm thưởng")
            .put("kind", "bonus")
            .put("maxPoints", one.get("maxPoints").asInt());
    group.set("levels", set.get("levels").deepCopy());
    group.putArray("criteria").add(one);
  }

  private static void rule(
      List<Case> all, int group, int number, Consumer<ObjectNode> change, Fault fault) {
    criterion(
        all,
        group,
        number,
        one -> change.accept((ObjectNode) one.get("scoring")),
        at("scoring." + fault.place(), fault.problem()));
  }

  private static void criterion(
      List<Case> all, int group, int number, Consumer<ObjectNode> change, Fault... faults) {
    String place = "groups[" + group + "].criteria[" + number + "].";
    criteria(
        all,
        "/groups/" + group + "/criteria/" + number,
        change,
        Stream.of(faults)
            .map(fault -> at(place + fault.place(), fault.problem()))
            .toArray(Fault[]::new));
  }

  private static void criteria(
      List<Case> all, String where, Consumer<ObjectNode> change, Fault... faults) {
    ObjectNode set = (ObjectNode) Http.JSON.readTree(Province.criteria(1));
    change.accept((ObjectNode) set.at(where));
    all.add(
        new Case(
            "criteria " + names(faults),
            prepared.as("office", "PUT", "/criteria/1").json(Http.write(set)),
            422,
            CriteriaProblem.INVALID_CRITERIA,
            faults));
  }

  private static Call source(Province province, String id, String csv, String... head) {
    var query = new LinkedHashMap<String, String>();
    query.put("system", "Hệ thống dùng chung");
    query.put("from", "2019-10-01");
    query.put("to", "2020-06-30");
    query.put("extractedAt", "2020-07-01T08:00:00+07:00");
    query.put("by", "Nguyễn Văn A");
    for (int i = 0; i < head.length; i += 2) {
      query.put(head[i], head[i + 1]);
    }
    String text =
        query.entrySet().stream()
            .filter(part -> !part.getValue().isEmpty())
            .map(EveryImportFaultTest::part)
            .collect(Collectors.joining("&"));
    return province.as("office", "PUT", "/sources/" + id + "?" + text).csv(csv);
  }

  private static String part(Map.Entry<String, String> part) {
    return part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8);
  }

  private static void sources(List<Case> all) {
    figure(all, "SGT,II.1,a=1;b=2", at("unit", UnitProblem.UNKNOWN_UNIT));
    figure(all, "SKHCN,IX.1,a=1;b=2", at("criterion", CriteriaProblem.UNKNOWN_CRITERION));
    figure(all, "SKHCN,I.1,a=1;b=2", at("criterion", SourceProblem.NOT_FROM_SHARED_SYSTEM));
    figure(all, "SKHCN,II.1,a=1;b=2", at("criterion", SourceProblem.FIGURE_OF_OTHER_SOURCE));
    figure(all, "SKHCN,II.3,mười", at("inputs", SourceProblem.BAD_FIGURES));
    figure(all, "SKHCN,II.3,a=3;b=2", at("inputs.a", ScoringProblem.NUMERATOR_OVER_DENOMINATOR));
    figure(all, "SKHCN,II.3,a=1.000;b=2000", at("inputs.a", SourceProblem.TWO_NUMBERS));
    figure(all, "SKHCN,II.3,a=-1;b=2", at("inputs.a", InputProblem.NEGATIVE));
    figure(all, "SKHCN,II.3,a=1", at("inputs.b", InputProblem.MISSING_FIELD));
    figure(all, "SKHCN,II.14,v=three", at("inputs.v", ScoringProblem.UNKNOWN_OPTION));
    csv(
        all,
        source(prepared, "x", SOURCE + "SKHCN,II.3,a=1;b=2\nSKHCN,II.3,a=1;b=2\n"),
        at("dòng/line 3, criterion", InputProblem.DUPLICATE_ID));
    // Good lines around a faulty one are not taken either.
    csv(
        all,
        source(
            prepared, "x", SOURCE + "SKHCN,II.3,a=1;b=2\nSKHCN,II.4,a=9;b=2\nSTTTT,II.3,a=1;b=2\n"),
        at("dòng/line 3, inputs.a", ScoringProblem.NUMERATOR_OVER_DENOMINATOR));
    all.add(new Case("no figure", source(prepared, "x", SOURCE), 422, SourceProblem.NO_FIGURES));
    String good = SOURCE + "SKHCN,II.3,a=1;b=2\n";
    head(all, at("system", InputProblem.MISSING_FIELD), "system", "");
    head(all, at("by", InputProblem.TOO_LONG), "by", LONG);
    head(all, at("from", InputProblem.BAD_DATE), "from", "1/10/2019");
    head(all, at("to", InputProblem.DATES_NOT_ASCENDING), "to", "2019-01-01");
    head(all, at("extractedAt", SourceProblem.BAD_TIME), "extractedAt", "hôm qua");
    head(all, at("extractedAt", InputProblem.IN_THE_FUTURE), "extractedAt", "2030-01-01T00:00:00Z");
    head(all, at("colour", InputProblem.UNKNOWN_FIELD), "colour", "đỏ");
    all.add(
        new Case(
            "a source without a name",
            source(prepared, "A_B", good),
            400,
            SourceProblem.BAD_SOURCE_ID));
    all.add(
        new Case(
            "figures before units", source(empty, "x", good), 409, CampaignProblem.NEEDS_UNITS));
  }

  private static void figure(List<Case> all, String line, Fault fault) {
    csv(
        all,
        source(prepared, "x", SOURCE + line + "\n"),
        at("dòng/line 2, " + fault.place(), fault.problem()));
  }

  private static void head(List<Case> all, Fault fault, String field, String value) {
    all.add(
        new Case(
            "the head of a source: " + names(fault),
            source(prepared, "x", SOURCE + "SKHCN,II.3,a=1;b=2\n", field, value),
            400,
            SourceProblem.INVALID_SOURCE,
            fault));
  }

  private static void accounts(List<Case> all) {
    account(all, "a b,SKHCN,typist,An,Văn thư,,", at("account", AccountProblem.BAD_ACCOUNT));
    account(all, "an,XX,typist,An,Văn thư,,", at("unit", UnitProblem.UNKNOWN_UNIT));
    account(all, "an,SKHCN,boss,An,Văn thư,,", at("role", InputProblem.UNKNOWN_VALUE));
    account(all, "an,SKHCN,district,An,Văn thư,,", at("role", UnitProblem.NOT_A_DISTRICT));
    account(all, "an,SKHCN,typist,,Văn thư,,", at("name", InputProblem.BLANK));
    account(all, "an,SKHCN,typist,An," + LONG + ",,", at("title", InputProblem.TOO_LONG));
    account(
        all, "an,SKHCN,typist,An,Văn thư,hôm qua,", at("from", AccountProblem.BAD_DATE_OR_TIME));
    account(
        all,
        "an,SKHCN,typist,An,Văn thư,2020-08-05,2020-08-01",
        at("until", InputProblem.DATES_NOT_ASCENDING));
    String good = "an,SKHCN,typist,An,Văn thư,,\n";
    accounts(all, ACCOUNTS + good + good, at("dòng/line 3, account", InputProblem.DUPLICATE_ID));
    accounts(
        all,
        ACCOUNTS + good + "an,SKHCN,signer,Bình,Giám đốc,,\n",
        at("dòng/line 3, name", AccountProblem.ONE_PERSON_AN_ACCOUNT));
    String wide = ACCOUNTS.strip() + ",criteria,email\n";
    accounts(
        all,
        wide + "an,SKHCN,typist,An,Văn thư,,,I.1,\n",
        at("dòng/line 2, criteria", AccountProblem.CRITERIA_OF_CONTRIBUTORS));
    accounts(
        all,
        wide + "an,SKHCN,typist,An,Văn thư,,,,an@\n",
        at("dòng/line 2, email", InputProblem.BAD_EMAIL));
    accounts(
        all,
        wide
            + "an,SKHCN,typist,An,Văn thư,,,,an@example.vn\n"
            + "an,SKHCN,signer,An,Giám đốc,,,,khac@example.vn\n",
        at("dòng/line 3, email", AccountProblem.ONE_ADDRESS_AN_ACCOUNT));
    all.add(
        new Case(
            "no account",
            prepared.as("office", "PUT", "/accounts").csv(ACCOUNTS),
            422,
            AccountProblem.NO_ACCOUNTS));
    all.add(
        new Case(
            "accounts before units",
            empty.as("office", "PUT", "/accounts").csv(ACCOUNTS + good),
            409,
            CampaignProblem.NEEDS_UNITS));
  }

  private static void account(List<Case> all, String line, Fault fault) {
    accounts(all, ACCOUNTS + line + "\n", at("dòng/line 2, " + fault.place(), fault.problem()));
  }

  private static void accounts(List<Case> all, String csv, Fault... faults) {
    csv(all, prepared.as("office", "PUT", "/accounts").csv(csv), faults);
  }

  private static void holidays(List<Case> all) {
    holiday(all, "2/9/2020,off,Quốc khánh", at("date", InputProblem.BAD_DATE));
    holiday(all, "2020-09-02,free,Quốc khánh", at("kind", InputProblem.UNKNOWN_VALUE));
    holiday(all, "2020-09-03,work,Làm bù", at("kind", CampaignProblem.WORKED_ANYWAY));
    holiday(all, "2020-09-02,off,", at("name", InputProblem.BLANK));
    holiday(all, "2020-09-02,off," + LONG, at("name", InputProblem.TOO_LONG));
    holidays(
        all,
        HOLIDAYS + "2020-09-02,off,Quốc khánh\n2020-09-02,off,Quốc khánh\n",
        at("dòng/line 3, date", InputProblem.DUPLICATE_ID));
    all.add(
        new Case(
            "a holiday on which a term can end",
            opened.as("office", "PUT", "/holidays").csv(HOLIDAYS + "2020-08-19,off,Nghỉ\n"),
            409,
            CampaignProblem.HOLIDAYS_BIND,
            at("2020-08-19", CampaignProblem.HOLIDAY_BINDS),
            at("2020-09-02", CampaignProblem.HOLIDAY_BINDS)));
  }

  private static void holiday(List<Case> all, String line, Fault fault) {
    holidays(all, HOLIDAYS + line + "\n", at("dòng/line 2, " + fault.place(), fault.problem()));
  }

  private static void holidays(List<Case> all, String csv, Fault... faults) {
    csv(all, prepared.as("office", "PUT", "/holidays").csv(csv), faults);
  }
}
