package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DispositionTest {

  private static final String PREFIX = "attachment; filename=\"";

  @Test
  void keepsVietnameseLettersAndOffersAPlainName() {
    assertEquals(
        PREFIX
            + "Quyet dinh so 12 - Duong.pdf\"; filename*=UTF-8''"
            + "Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%2012%20-%20%C4%90%C6%B0%E1%BB%9D"
            + "ng.pdf",
        Disposition.attachment("Quyết định số 12 - Đường.pdf"));
  }

  @Test
  void composesDecomposedLetters() {
    assertEquals(Disposition.attachment("\u1ebf.pdf"), Disposition.attachment("e\u0302\u0301.pdf"));
  }

  @Test
  void neutralisesWhatMisleads() {
    assertEquals(
        PREFIX + "bao cao_fdp.exe\"; filename*=UTF-8''bao%20cao_fdp.exe",
        Disposition.attachment("bao cao\u202efdp.exe"));
    assertEquals(
        PREFIX + "a__b_c_d_.pdf\"; filename*=UTF-8''a__b_c_d_.pdf",
        Disposition.attachment("a\r\nb\"c\\d\u0000.pdf"));
    assertEquals(
        PREFIX + "_.._etc_passwd\"; filename*=UTF-8''_.._etc_passwd",
        Disposition.attachment("../../etc/passwd"));
    assertEquals(
        PREFIX + "minh-chung\"; filename*=UTF-8''minh-chung", Disposition.attachment(" ... "));
    assertEquals(PREFIX + "_.pdf\"; filename*=UTF-8''_.pdf", Disposition.attachment("\ud800.pdf"));
  }

  @Test
  void cutsALongNameAndKeepsItsEnding() {
    String header = Disposition.attachment("ệ".repeat(400) + ".docx");
    assertTrue(header.endsWith(".docx"));
    assertTrue(header.length() < 1700, header);
  }

  @Property
  void isAlwaysOneLineOfPlainCharactersWithOneQuotedName(@ForAll String name) {
    String header = Disposition.attachment(name);
    assertTrue(header.chars().allMatch(c -> c >= 0x20 && c < 0x7f), header);
    assertEquals(2, header.chars().filter(c -> c == '"').count(), header);
    assertTrue(header.startsWith(PREFIX) && header.contains("\"; filename*=UTF-8''"), header);
  }
}
