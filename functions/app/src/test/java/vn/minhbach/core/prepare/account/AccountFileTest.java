package vn.minhbach.core.prepare.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.EmailAddress;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.unit.Unit;

/** The address column; the other columns are tested over HTTP. */
class AccountFileTest {

  private static final String HEADER = "account,unit,role,name,title,from,until";
  private static final UnitCode SNV = new UnitCode("SNV");

  private static Outcome<SortedMap<String, AccountFile.Person>> read(String csv) {
    return AccountFile.read(
        csv,
        "c",
        ZoneId.of("Asia/Ho_Chi_Minh"),
        Map.of(SNV, new Unit(SNV, 1, "department", "Sở Nội vụ", Optional.empty())),
        Map.of());
  }

  @Test
  void addressIsOptionalAsAColumnAndAsACell() {
    assertEquals(
        Optional.empty(), accepted(read(HEADER + "\na,SNV,typist,A,B,,\n")).get("a").email());
    var persons =
        accepted(
            read(
                HEADER
                    + ",email\na,SNV,typist,A,B,,,\na,SNV,signer,A,B,,,a@snv.gov.vn\n"
                    + "b,SNV,typist,B,B,,,\n"));
    assertEquals(Optional.of("a@snv.gov.vn"), persons.get("a").email());
    assertEquals(Optional.empty(), persons.get("b").email());
  }

  @Test
  void addressMustBeOneThatCanBeWrittenTo() {
    assertEquals(
        Set.of("dòng/line 2, email BAD_EMAIL", "dòng/line 4, email ONE_ADDRESS_AN_ACCOUNT"),
        places(
            refused(
                InputProblem.MALFORMED_CSV,
                read(
                    HEADER
                        + ",email\na,SNV,typist,A,B,,,a@b\nb,SNV,typist,B,B,,,b@snv.gov.vn\n"
                        + "b,SNV,signer,B,B,,,bb@snv.gov.vn\n"))));
    assertTrue(EmailAddress.valid("lan.tran@snv.quangninh.gov.vn"));
    for (String bad : Set.of("", "a", "a@b", "a b@c.vn", "a@c.vn,b@c.vn", ".a@c.vn", "a@-c.vn")) {
      assertFalse(EmailAddress.valid(bad), bad);
    }
    assertFalse(
        EmailAddress.valid("a@" + "b".repeat(60) + (".c" + "d".repeat(60)).repeat(4) + ".vn"));
  }
}
