package vn.minhbach.core.prepare.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;

import org.junit.jupiter.api.Test;
import vn.minhbach.core.Chance;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.memory.Registers;
import vn.minhbach.core.prepare.campaign.Campaign;

/** A register of accounts is put in force with its entry; its lines are tested over HTTP. */
class ImportAccountsTest {

  private static final String FILE =
      """
      account,unit,role,name,title,from,until
      lan,SNV,typist,Trần Thị Lan,Chuyên viên,,
      """;

  private final Province province = Province.opened();
  private final Registers registers = new Registers();
  private final Chance chance = () -> "0123456789abcdef0123456789abcdef";

  @Test
  void registerIsInForceWithItsEntry() {
    var accounts =
        new ImportAccounts(
            province.change,
            province.memory.units(),
            province.memory.criteriaSets(),
            registers,
            chance);
    Campaign campaign = accepted(accounts.bring(ID, act(OPENED), FILE));
    long version = campaign.pointers().accounts().orElseThrow();
    assertEquals(1, registers.all(ID, version).size());
    Entry entry = province.memory.chain(ID.value()).getLast();
    assertEquals("ACCOUNTS_IMPORTED", entry.kind());
    assertEquals(version, entry.body().get("version"));
  }
}
