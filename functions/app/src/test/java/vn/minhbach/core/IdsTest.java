package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids become keys and addresses: nothing that could break out of either may be one. */
class IdsTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "a/b", "a#b", "a b", "../x", "mã", "a\n", "a%2f", "x\u0000", "-a", "."})
  void refusesWhatCouldBreakOutOfAKeyOrAnAddress(String text) {
    assertFalse(UnitCode.valid(text));
    assertFalse(CriterionId.valid(text));
    assertFalse(CampaignId.valid(text));
    assertThrows(IllegalArgumentException.class, () -> new UnitCode(text));
    assertThrows(IllegalArgumentException.class, () -> new CriterionId(text));
    assertThrows(IllegalArgumentException.class, () -> new CampaignId(text));
  }

  @Test
  void takesUpTo40Characters() {
    assertTrue(UnitCode.valid("A".repeat(40)) && !UnitCode.valid("A".repeat(41)));
    assertTrue(CriterionId.valid("A".repeat(40)) && !CriterionId.valid("A".repeat(41)));
    assertTrue(CampaignId.valid("a".repeat(40)) && !CampaignId.valid("a".repeat(41)));
  }

  @Test
  void leadingZerosCount() {
    assertNotEquals(new UnitCode("06649"), new UnitCode("6649"));
    assertEquals("06649", new UnitCode("06649").toString());
  }

  @Test
  void campaignIsLowerCase() {
    assertTrue(CampaignId.valid("131-2020"));
    assertFalse(CampaignId.valid("KH-131"));
    assertFalse(CampaignId.valid("131-"));
  }

  @Test
  void groupOfATokenThatIsNoRoleIsNone() {
    assertEquals(Optional.of(Role.OFFICE), Role.of("office"));
    assertEquals(Optional.empty(), Role.of("OFFICE"));
    assertEquals(Optional.empty(), Role.of("admin"));
  }
}
