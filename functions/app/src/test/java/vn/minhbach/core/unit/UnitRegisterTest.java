package vn.minhbach.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Language;
import vn.minhbach.core.Refusal;

class UnitRegisterTest {

  private static final String HEADER = "code,group,kind,name,parent_code\n";
  private static final String HA_LONG = "193,2,district_city,UBND thành phố Hạ Long,\n";

  @Test
  void readsTheRealRegister() {
    List<Unit> units = read(new ResourceTemplates().find("131-2020").orElseThrow().unitsCsv());
    assertEquals(
        Map.of(1, 30L, 2, 13L, 3, 177L),
        units.stream().collect(Collectors.groupingBy(Unit::group, Collectors.counting())));
    assertTrue(units.stream().filter(unit -> unit.group() == 3).allMatch(Unit::consolidated));
    assertTrue(units.stream().filter(unit -> unit.group() < 3).noneMatch(Unit::consolidated));
    assertTrue(units.stream().anyMatch(unit -> unit.code().value().startsWith("0")));
  }

  @Test
  void sortsByGroupThenCodeWhateverTheOrderOfTheLines() {
    assertEquals(
        List.of("SNV", "STTTT", "193", "06649"),
        read(
                HEADER
                    + "06649,3,ward,Phường Hà Khánh,193\n"
                    + HA_LONG
                    + "STTTT,1,department,Sở TTTT,\nSNV,1,department,Sở Nội vụ,\n")
            .stream()
            .map(unit -> unit.code().value())
            .toList());
  }

  @Test
  void communeMayStandWithoutADistrict() {
    assertTrue(!read(HEADER + "06649,3,ward,Phường,\n").getFirst().consolidated());
  }

  @Test
  void emptyRegisterIsReadAsSuch() {
    assertEquals(List.of(), read(HEADER));
  }

  @Test
  void tellsEveryFaultOfEveryLine() {
    assertEquals(
        List.of(
            "dòng/line 2, code BAD_CODE",
            "dòng/line 2, group UNKNOWN_VALUE",
            "dòng/line 2, name BLANK",
            "dòng/line 3, kind WRONG_KIND",
            "dòng/line 3, name TOO_LONG",
            "dòng/line 4, code DUPLICATE_ID",
            "dòng/line 3, parent_code PARENT_NOT_ALLOWED",
            "dòng/line 4, parent_code UNKNOWN_PARENT"),
        faults(
            HEADER
                + "a b,4,ward,,\n"
                + "STTTT,1,ward,"
                + "x".repeat(201)
                + ",193\n"
                + "STTTT,3,ward,Phường,194\n"
                + HA_LONG));
  }

  @Test
  void parentMustBeADistrictNotJustAnyUnit() {
    assertEquals(
        List.of("dòng/line 3, parent_code UNKNOWN_PARENT"),
        faults(HEADER + "STTTT,1,department,Sở,\n06649,3,ward,Phường,STTTT\n"));
  }

  @Test
  void faultsOfTheFormatComeFirst() {
    assertEquals(
        List.of("dòng/line 1, kind MISSING_FIELD", "dòng/line 1, type UNKNOWN_FIELD"),
        faults("code,group,type,name,parent_code\n193,2,x,UBND,\n"));
    assertEquals(List.of("dòng/line 2 WRONG_CELL_COUNT"), faults(HEADER + "193,2,district_city\n"));
    assertEquals(List.of("dòng/line 2 UNCLOSED_QUOTE"), faults(HEADER + "\"193,2\n"));
  }

  @Test
  void faultIsASentenceThatNamesTheLine() {
    Refusal refusal =
        UnitRegister.read(HEADER + "06649,3,ward,Phường Hà Khánh,999\n")
            .fold(found -> found, units -> null);
    assertEquals("MALFORMED_CSV", refusal.problem().toString());
    assertEquals(
        "dòng/line 2, parent_code: không có đơn vị cấp huyện mã “999” trong tệp.",
        refusal.violations().getFirst().detail(Language.VI));
  }

  private static List<Unit> read(String csv) {
    return UnitRegister.read(csv)
        .fold(
            refusal -> {
              throw new AssertionError(refusal.violations());
            },
            units -> units);
  }

  private static List<String> faults(String csv) {
    return UnitRegister.read(csv)
        .fold(
            refusal ->
                refusal.violations().stream()
                    .map(violation -> violation.place() + " " + violation.problem())
                    .toList(),
            units -> List.of());
  }
}
