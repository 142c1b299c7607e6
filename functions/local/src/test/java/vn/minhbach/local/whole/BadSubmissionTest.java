package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.local.whole.Refusals.at;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Problem;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.consolidation.ConsolidationProblem;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.unit.UnitProblem;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;
import vn.minhbach.local.whole.Refusals.Fault;

/** Forms that cannot be sent yet or not any more, and communes that cannot be forwarded. */
@Tag("system")
@Timeout(300)
class BadSubmissionTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String UNIT = Province.DEPARTMENT;
  private static final String STATEMENT = "\"statement\":\"Đã kiểm tra.\"";

  private final Refusals refusals = new Refusals(SYSTEM.get());

  @Test
  void namesEveryCriterionThatIsOpenAndEveryFileThatIsMissing() {
    Province province = Province.open(SYSTEM.http(), "incomplete");
    List<Fault> open = new ArrayList<>();
    for (JsonNode group : province.form(UNIT).get("groups")) {
      for (JsonNode criterion : group.get("criteria")) {
        open.add(at("answers." + criterion.get("id").asString(), SigningProblem.UNANSWERED));
      }
    }
    assertEquals(32, open.size());
    refusals.refused(
        submission(province), 422, SigningProblem.INCOMPLETE_FORM, open.toArray(Fault[]::new));

    province.answerAll(UNIT, 5);
    Upload upload = new Upload(province, UNIT);
    JsonNode never = upload.granted(Upload.declared("I.1", "chưa tải.pdf", Upload.pdf("never")));
    byte[] text = "không phải PDF, dù tên gọi vậy".getBytes(StandardCharsets.UTF_8);
    JsonNode wrong = upload.through(Upload.declared("I.2", "sai loại.pdf", text), text);
    assertEquals("REJECTED", wrong.get("state").asString(), wrong.toString());
    byte[] eicar =
        Upload.pdf("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
    JsonNode infected = upload.through(Upload.declared("I.3", "mã độc.pdf", eicar), eicar);
    assertEquals("REJECTED", infected.get("state").asString(), infected.toString());
    List<JsonNode> files = List.of(never, wrong, infected);
    Answer refused = submission(province).expect(422);
    assertEquals(3, refused.json().get("errors").size(), refused.text());
    assertTrue(
        files.stream()
            .allMatch(
                file -> refused.text().contains("evidence." + file.get("evidenceId").asString())),
        refused.text());
    assertTrue(refused.text().contains("“chưa tải.pdf”"), refused.text());
    refusals.refused(
        submission(province),
        422,
        SigningProblem.INCOMPLETE_FORM,
        stream(refused)
            .map(error ->
                at(
                    error.get("place").asString(),
                    error.get("place").asString().endsWith(never.get("evidenceId").asString())
                        ? SigningProblem.FILE_NOT_UPLOADED
                        : SigningProblem.FILE_REFUSED))
            .toArray(Fault[]::new));
    for (JsonNode file : files) {
      String path = "/evidence/" + file.get("evidenceId").asString();
      String etag = upload.listed(file.get("evidenceId").asString()).get("etag").asString();
      province.own(UNIT, "DELETE", path).ifMatch("\"" + etag + "\"").expect(200);
    }
    submission(province).expect(200);
  }

  private static java.util.stream.Stream<JsonNode> stream(Answer refused) {
    return refused.json().get("errors").valueStream();
  }

  private static Call submission(Province province) {
    return province
        .own(UNIT, "POST", "/submission")
        .ifMatch(province.formEtag(UNIT))
        .json(Province.SIGNED);
  }

  @Test
  void wantsTheVersionThatWasSignedAndASigner() {
    Province province = Province.open(SYSTEM.http(), "unsigned");
    province.answerAll(UNIT, 5);
    refusals.refused(
        province.own(UNIT, "POST", "/submission").json(Province.SIGNED),
        428,
        WriteProblem.IF_MATCH_REQUIRED);
    refusals.refused(
        province.own(UNIT, "POST", "/submission").ifMatch("\"f1\"").json(Province.SIGNED),
        412,
        WriteProblem.STALE);
    signed(province, "{}", at("signedBy", InputProblem.MISSING_FIELD));
    signed(
        province,
        "{'signedBy':{'name':' '}}",
        at("signedBy.name", InputProblem.BLANK),
        at("signedBy.title", InputProblem.MISSING_FIELD));
    signed(province, "{'signedBy':'An'}", at("signedBy", InputProblem.WRONG_TYPE));
    signed(
        province,
        "{'signedBy':{'name':'An','title':'GĐ'},'letter':{'number':'1'}}",
        at("letter.date", InputProblem.MISSING_FIELD));
    signed(
        province,
        "{'signedBy':{'name':'An','title':'GĐ'},'letter':{'number':'1','date':'30/9/2020'}}",
        at("letter.date", InputProblem.BAD_DATE));
    signed(
        province,
        "{'signedBy':{'name':'An','title':'GĐ','rank':1}}",
        at("signedBy.rank", InputProblem.UNKNOWN_FIELD));
  }

  private void signed(Province province, String body, Fault... faults) {
    refusals.refused(
        province
            .own(UNIT, "POST", "/submission")
            .ifMatch(province.formEtag(UNIT))
            .json(body.replace('\'', '"')),
        400,
        InputProblem.INVALID_BODY,
        faults);
  }

  @Test
  void nothingChangesOnceTheFormIsSent() {
    Province province = Province.open(SYSTEM.http(), "sent");
    byte[] file = Upload.pdf("sent");
    JsonNode kept =
        new Upload(province, UNIT).through(Upload.declared("I.1", "giữ.pdf", file), file);
    province.answerAll(UNIT, 5);
    Call sending = submission(province).key("send-once");
    Answer sent = sending.expect(200);
    var before = new Stored(SYSTEM.get()).about("sent");
    assertEquals(sent.text(), sending.expect(200).text(), "a replay answers the same");
    Stored.assertSame(before, new Stored(SYSTEM.get()).about("sent"), "it");
    refusals.refused(submission(province), 409, SubmissionProblem.FORM_SUBMITTED);
    refusals.refused(
        province.own(UNIT, "PUT", "/answers/I.1").json("{\"inputs\":{\"a\":0,\"b\":1}}"),
        409,
        SubmissionProblem.FORM_SUBMITTED);
    refusals.refused(
        province
            .own(UNIT, "POST", "/evidence")
            .json(Upload.declared("I.1", "muộn.pdf", Upload.pdf("late"))),
        409,
        SubmissionProblem.FORM_SUBMITTED);
    refusals.refused(
        province
            .own(UNIT, "DELETE", "/evidence/" + kept.get("evidenceId").asString())
            .ifMatch("\"" + kept.get("etag").asString() + "\""),
        409,
        SubmissionProblem.FORM_SUBMITTED);
  }

  @Test
  void lateIsNotedAndTheLockIsFinal() {
    Province province = Province.open(SYSTEM.http(), "late");
    province.answerAll(UNIT, 5);
    try {
      SYSTEM.get().clock().set(OffsetDateTime.parse("2020-08-19T00:00:00+07:00").toInstant());
      assertTrue(province.submit(UNIT).json().at("/signature/late").asBoolean());
      SYSTEM.get().clock().set(OffsetDateTime.parse("2020-11-01T00:00:00+07:00").toInstant());
      refusals.refused(
          province
              .own(Province.DISTRICT, "PUT", "/answers/I.1")
              .json("{\"inputs\":{\"a\":0,\"b\":1}}"),
          409,
          SubmissionProblem.FORM_LOCKED);
    } finally {
      SYSTEM.get().clock().set(SharedSystem.OPENING);
    }
  }

  @Test
  void refusesCommunesThatAreForeignOrNotReady() {
    Province province = Province.open(SYSTEM.http(), "communes");
    String district = Province.DISTRICT;
    consolidation(
        province,
        "{'communes':'ready'," + STATEMENT + "}",
        409,
        ConsolidationProblem.NOTHING_READY);
    province.answerAll(Province.COMMUNE, 5);
    province.submit(Province.COMMUNE);
    consolidation(
        province,
        "{'communes':['06649','06652']," + STATEMENT + "}",
        409,
        ConsolidationProblem.COMMUNES_NOT_READY,
        at("communes.06652", ConsolidationProblem.COMMUNE_NOT_READY));
    consolidation(
        province,
        "{'communes':['06649','SKHCN','99999']," + STATEMENT + "}",
        400,
        InputProblem.INVALID_BODY,
        at("communes[1]", ConsolidationProblem.NOT_A_COMMUNE_OF),
        at("communes[2]", ConsolidationProblem.NOT_A_COMMUNE_OF));
    consolidation(
        province,
        "{'communes':['06649']}",
        400,
        InputProblem.INVALID_BODY,
        at("statement", InputProblem.MISSING_FIELD));
    consolidation(
        province,
        "{'communes':[]," + STATEMENT + "}",
        400,
        InputProblem.INVALID_BODY,
        at("communes", InputProblem.TOO_FEW));
    consolidation(
        province,
        "{'communes':'all'," + STATEMENT + "}",
        400,
        InputProblem.INVALID_BODY,
        at("communes", InputProblem.UNKNOWN_VALUE));
    String good = ("{'communes':['06649']," + STATEMENT + "}").replace('\'', '"');
    refusals.refused(
        province.own(district, "POST", "/consolidation").ifMatch("\"f77\"").json(good),
        412,
        WriteProblem.STALE);
    Call call =
        province
            .own(district, "POST", "/consolidation")
            .ifMatch(province.formEtag(district))
            .key("forward-once")
            .json(good);
    Answer first = call.expect(200);
    assertEquals(first.text(), call.expect(200).text());
    new Chains(SYSTEM.get(), province).verified(district);
    refusals.refused(
        province.own(district, "POST", "/consolidation").json(good),
        409,
        ConsolidationProblem.COMMUNES_NOT_READY,
        at("communes.06649", ConsolidationProblem.COMMUNE_NOT_READY));
    refusals.refused(
        province.as("office", "GET", "/units/SKHCN/communes"), 422, UnitProblem.NOT_A_DISTRICT);
  }

  @Test
  void refusesAReturnThatIsNotLegalNotReadOrNotSaid() {
    Province province = Province.open(SYSTEM.http(), "gate");
    String back = "/units/" + Province.COMMUNE + "/return";
    String why = "{\"reason\":\"Chưa khớp\"}";
    refusals.refused(
        province.as("unit-193", "POST", back).ifMatch("\"f0\"").json(why),
        409,
        SubmissionProblem.MOVE_NOT_ALLOWED);
    refusals.refused(
        province
            .as("unit-193", "PUT", "/units/" + Province.COMMUNE + "/remarks/I.1")
            .json("{\"remark\":\"x\"}"),
        409,
        SubmissionProblem.MOVE_NOT_ALLOWED);
    province.answerAll(Province.COMMUNE, 5);
    province.submit(Province.COMMUNE);
    String etag = province.formEtag(Province.COMMUNE);
    // The team waits for the district.
    refusals.refused(
        province.as("appraiser3", "POST", back).ifMatch(etag).json(why),
        409,
        SubmissionProblem.MOVE_NOT_ALLOWED);
    refusals.refused(
        province.as("unit-193", "POST", back).json(why), 428, WriteProblem.IF_MATCH_REQUIRED);
    refusals.refused(
        province.as("unit-193", "POST", back).ifMatch("\"f1\"").json(why), 412, WriteProblem.STALE);
    refusals.refused(
        province.as("unit-193", "POST", back).ifMatch(etag).json("{\"criteria\":[]}"),
        400,
        InputProblem.INVALID_BODY,
        at("reason", InputProblem.MISSING_FIELD),
        at("criteria", InputProblem.TOO_FEW));
    refusals.refused(
        province
            .as("unit-193", "POST", back)
            .ifMatch(etag)
            .json("{\"reason\":\"x\",\"criteria\":[\"I.1\",\"IX.9\"]}"),
        400,
        InputProblem.INVALID_BODY,
        at("criteria[1]", CriteriaProblem.UNKNOWN_CRITERION));
    refusals.refused(
        province
            .as("unit-193", "PUT", "/units/" + Province.COMMUNE + "/remarks/I.1")
            .json("{\"remark\":\" \"}"),
        400,
        InputProblem.INVALID_BODY,
        at("remark", InputProblem.BLANK));
    refusals.refused(
        province
            .as("office", "POST", "/units/193/consolidation/override")
            .json("{\"communes\":\"ready\",\"reason\":\"x\"}"),
        409,
        ConsolidationProblem.NOTHING_OVERDUE);
    refusals.refused(
        province
            .as("office", "POST", "/units/193/consolidation/override")
            .json("{\"communes\":[]}"),
        400,
        InputProblem.INVALID_BODY,
        at("communes", InputProblem.TOO_FEW),
        at("reason", InputProblem.MISSING_FIELD));
  }

  private void consolidation(
      Province province, String body, int status, Problem problem, Fault... faults) {
    String district = Province.DISTRICT;
    refusals.refused(
        province
            .own(district, "POST", "/consolidation")
            .ifMatch(province.formEtag(district))
            .json(body.replace('\'', '"')),
        status,
        problem,
        faults);
  }
}
