package vn.minhbach.core.assess.consolidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;

/** A district forwards its communes (plan V.4), over stores in memory. */
class ConsolidateCommunesTest {

  private final Province province = Province.opened();
  private final List<Unit> register =
      province.memory.units().all(Province.ID, province.campaign().unitsVersion());
  private final Unit district =
      register.stream().filter(unit -> unit.group() == Unit.DISTRICTS).findFirst().orElseThrow();
  private final List<String> own =
      register.stream()
          .filter(unit -> unit.parent().equals(Optional.of(district.code())))
          .map(unit -> unit.code().value())
          .toList();
  private final String foreign =
      register.stream()
          .filter(unit -> unit.parent().filter(code -> !code.equals(district.code())).isPresent())
          .findFirst()
          .orElseThrow()
          .code()
          .value();

  @Test
  void communesGoOnToTheOfficeInBatches() {
    sent(own.get(0));
    sent(own.get(1));
    assertEquals(State.AT_DISTRICT, province.head(own.get(0)).state());
    assertEquals(own.subList(0, 1), accepted(forward(List.of(own.get(0)))));
    assertEquals(own.subList(1, 2), accepted(forward("ready")));
    assertEquals(State.FORWARDED, province.head(own.get(0)).state());
    assertEquals(State.FORWARDED, province.head(own.get(1)).state());
    assertEquals(List.of(), province.memory.jobs().open(Province.ID, 10));
  }

  @Test
  void refusesWhatIsNotReadyAndNamesIt() {
    refused(ConsolidationProblem.NOTHING_READY, forward("ready"));
    sent(own.get(0));
    assertEquals(
        Set.of("communes." + own.get(1) + " COMMUNE_NOT_READY"),
        places(refused(ConsolidationProblem.COMMUNES_NOT_READY, forward(own.subList(0, 2)))));
    assertEquals(State.AT_DISTRICT, province.head(own.get(0)).state());
  }

  @Test
  void refusesCommunesOfOthers() {
    assertEquals(
        Set.of("communes[0] NOT_A_COMMUNE_OF"),
        places(refused(InputProblem.INVALID_BODY, forward(List.of(foreign)))));
    assertEquals(
        Set.of("communes UNKNOWN_VALUE"),
        places(refused(InputProblem.INVALID_BODY, forward("all"))));
  }

  @Test
  void unitWithoutCommunesConsolidatesNothing() {
    refused(
        UnitProblem.NOT_A_DISTRICT,
        province.consolidate.consolidate(
            province.campaign(),
            province.unit("STTTT"),
            act(OPENED),
            Condition.NONE,
            ConsolidateCommunes.read(Map.of("communes", "ready", "statement", "x"))));
    refused(
        UnitProblem.NOT_A_DISTRICT,
        province.communes.board(province.campaign(), province.unit("STTTT"), Set.of()));
  }

  @Test
  void sameKeyForwardsOnceAndAnswersTheSame() {
    sent(own.get(0));
    var first = accepted(forward("ready", "key"));
    sent(own.get(1));
    assertEquals(first, accepted(forward("ready", "key")));
    assertEquals(State.AT_DISTRICT, province.head(own.get(1)).state());
  }

  private void sent(String commune) {
    province.answerAll(commune);
    accepted(province.submit(commune, OPENED));
  }

  private Outcome<List<String>> forward(Object communes) {
    return consolidate(communes, act(OPENED));
  }

  private Outcome<List<String>> forward(Object communes, String key) {
    return consolidate(communes, act(OPENED, key, "body"));
  }

  private Outcome<List<String>> consolidate(Object communes, vn.minhbach.core.Act act) {
    Head head = province.head(district.code().value());
    return province
        .consolidate
        .consolidate(
            province.campaign(),
            district,
            act,
            new Condition(Optional.of(head.etag())),
            ConsolidateCommunes.read(
                Map.of(
                    "communes",
                    communes,
                    "statement",
                    "Đã kiểm tra",
                    "letter",
                    Map.of("number", "12/UBND", "date", "2020-08-03"))))
        .map(codes -> codes.stream().map(UnitCode::value).toList());
  }
}
