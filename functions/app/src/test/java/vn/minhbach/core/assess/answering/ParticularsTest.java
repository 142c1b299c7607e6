package vn.minhbach.core.assess.answering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.by;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;

/** The head of the form: what a unit says of itself. */
class ParticularsTest {

  private static final String COMMUNE = "06649";
  private static final Map<String, Object> CONTACT =
      Map.of("name", "Trần Thị Lan", "phone", "0203 3825 123", "email", "lan@qn.gov.vn");
  private static final Map<String, Object> SAID =
      Map.of(
          "address",
          "Số 12 đường Lê Lợi",
          "staff",
          Map.of("officials", 11, "civilServants", 10),
          "residents",
          8240,
          "enterprises",
          96,
          "contact",
          CONTACT);

  private final Province province = Province.opened();

  private Outcome<Particulars> fill(String unit, Object body, String etag) {
    return fill(unit, body, etag, OPENED);
  }

  private Outcome<Particulars> fill(String unit, Object body, String etag, Instant now) {
    return province.fillParticulars.fill(
        province.campaign(),
        province.unit(unit),
        by(unit, now, Role.UNIT),
        new Condition(Optional.ofNullable(etag)),
        body);
  }

  private static Map<String, Object> with(String field, Object value) {
    var body = new HashMap<>(SAID);
    body.put(field, value);
    return body;
  }

  @Test
  void isWrittenWithHeadAndLedgerAndNeedsTheEtagTheSecondTime() {
    Particulars first = accepted(fill(COMMUNE, SAID, null));
    assertEquals("h1", first.etag());
    assertEquals(21, first.staff().total());
    assertEquals("f1", province.head(COMMUNE).etag());
    assertEquals("h1", accepted(fill(COMMUNE, SAID, null)).etag(), "the same again");
    assertEquals("f1", province.head(COMMUNE).etag(), "wrote nothing");
    Object other = with("residents", 8300);
    refused(WriteProblem.IF_MATCH_REQUIRED, fill(COMMUNE, other, null));
    refused(WriteProblem.STALE, fill(COMMUNE, other, "h7"));
    assertEquals("h2", accepted(fill(COMMUNE, other, "h1")).etag());
    assertEquals(
        Optional.of(8300L),
        accepted(province.readForm.read(province.campaign(), province.unit(COMMUNE), OPENED))
            .view()
            .form()
            .particulars()
            .flatMap(Particulars::residents));
  }

  @Test
  void ledgerSaysThatTheContactChangedAndNeverToWhom() {
    accepted(fill(COMMUNE, SAID, null));
    var contact = new HashMap<>(CONTACT);
    contact.put("phone", "0203.999.888");
    accepted(fill(COMMUNE, with("contact", contact), "h1"));
    List<Entry> chain = province.memory.chain("131-2020/" + COMMUNE);
    assertEquals(List.of(), Verification.faults(chain, province.head(COMMUNE).tip()));
    assertEquals(List.of("name", "phone", "email"), chain.getFirst().body().get("contactChanged"));
    assertEquals(List.of("phone"), chain.getLast().body().get("contactChanged"));
    for (String secret : List.of("Lan", "3825", "999", "qn.gov")) {
      assertFalse(chain.toString().contains(secret), secret);
    }
    assertNotEquals(null, chain.getFirst().body().get("address"));
  }

  @Test
  void namesEveryFaultAtItsPlace() {
    assertEquals(
        Set.of(
            "address BLANK",
            "staff.officials NEGATIVE",
            "staff.civilServants MISSING_FIELD",
            "residents NOT_A_WHOLE_NUMBER",
            "enterprises MISSING_FIELD",
            "contact.phone BAD_PHONE",
            "contact.email BAD_EMAIL",
            "chairman UNKNOWN_FIELD"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                fill(
                    COMMUNE,
                    Map.of(
                        "address",
                        " ",
                        "chairman",
                        "x",
                        "staff",
                        Map.of("officials", -1),
                        "residents",
                        new java.math.BigDecimal("8.5"),
                        "contact",
                        Map.of("name", "A", "phone", "gọi sau", "email", "lan@")),
                    null))));
    assertEquals(
        Set.of("address MISSING_FIELD", "staff MISSING_FIELD", "contact MISSING_FIELD"),
        places(refused(InputProblem.INVALID_BODY, fill("STTTT", Map.of(), null))));
  }

  @Test
  void departmentHasNoResidentsOfItsOwn() {
    var body = new HashMap<>(SAID);
    body.remove("residents");
    body.remove("enterprises");
    assertEquals(
        Set.of("residents MISSING_FIELD", "enterprises MISSING_FIELD"),
        places(refused(InputProblem.INVALID_BODY, fill(COMMUNE, body, null))));
    assertEquals(Optional.empty(), accepted(fill("STTTT", body, null)).residents());
  }

  @Test
  void closesWithTheForm() {
    refused(
        SubmissionProblem.FORM_LOCKED,
        fill(COMMUNE, SAID, null, Instant.parse("2020-12-01T00:00:00Z")));
    province.answerAll(COMMUNE);
    accepted(province.submit(COMMUNE, OPENED));
    refused(SubmissionProblem.FORM_SUBMITTED, fill(COMMUNE, SAID, null));
  }
}
