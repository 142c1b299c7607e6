package vn.minhbach.core.appraise.marking;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Port: of which criteria a unit is being heard. The rooms that hear it, explanation and petition,
 * come after this one and fill it.
 */
public interface Hearings {

  /** Nobody is heard. */
  Hearings NONE =
      new Hearings() {
        @Override
        public void lapse(Campaign campaign, Unit unit, Instant now) {}

        @Override
        public List<Open> open(Campaign campaign, Unit unit, Instant now) {
          return List.of();
        }

        @Override
        public Map<UnitCode, Open> column(
            Campaign campaign, CriterionId criterion, Collection<UnitCode> units, Instant now) {
          return Map.of();
        }
      };

  /**
   * Writes into the ledger what silence has decided until now, of the unit's and of the team's.
   * What it decides is derived all the same; nothing is lost if nobody comes by.
   */
  void lapse(Campaign campaign, Unit unit, Instant now);

  /** What is open at a unit, by criterion. */
  List<Open> open(Campaign campaign, Unit unit, Instant now);

  /** What is open of one criterion. */
  default Optional<Open> of(Campaign campaign, Unit unit, CriterionId criterion, Instant now) {
    return open(campaign, unit, now).stream()
        .filter(one -> one.criterion().equals(criterion))
        .findFirst();
  }

  /** What is open of one criterion at many units, in as many batches as there are hundreds. */
  Map<UnitCode, Open> column(
      Campaign campaign, CriterionId criterion, Collection<UnitCode> units, Instant now);

  /** Several rooms as one. */
  static Hearings all(List<Hearings> rooms) {
    return new Hearings() {
      @Override
      public void lapse(Campaign campaign, Unit unit, Instant now) {
        rooms.forEach(room -> room.lapse(campaign, unit, now));
      }

      @Override
      public List<Open> open(Campaign campaign, Unit unit, Instant now) {
        return rooms.stream().flatMap(room -> room.open(campaign, unit, now).stream()).toList();
      }

      @Override
      public Map<UnitCode, Open> column(
          Campaign campaign, CriterionId criterion, Collection<UnitCode> units, Instant now) {
        var open = new HashMap<UnitCode, Open>();
        rooms.forEach(
            room -> room.column(campaign, criterion, units, now).forEach(open::putIfAbsent));
        return open;
      }
    };
  }

  /**
   * A criterion of which a unit is heard.
   *
   * @param until last moment of whoever has to speak next; its silence then decides
   */
  record Open(CriterionId criterion, Phase phase, Instant until) {}

  /** Who has to speak next. */
  enum Phase {
    /** The unit was asked and has not answered: what it was shown is not changed under it. */
    EXPLAINING("đang chờ đơn vị giải trình", "the unit is to explain"),
    /** The unit's explanation lies before the team: it judges once more. */
    EXPLAINED("đã có giải trình, chờ Tổ thẩm định chấm lại", "explained, the team is to judge"),
    /** The unit asks for reconsideration: somebody else than the first reader decides. */
    PETITIONED("có đề nghị xem xét lại, chờ quyết định", "a petition waits for its decision"),
    /** The unit has written a petition and may still sign it. */
    DRAFTED("đơn vị còn quyền ký đề nghị xem xét lại", "the unit may still sign its petition");

    private final Bilingual label;

    Phase(String vietnamese, String english) {
      this.label = new Bilingual(vietnamese, english);
    }

    public Bilingual label() {
      return label;
    }
  }
}
