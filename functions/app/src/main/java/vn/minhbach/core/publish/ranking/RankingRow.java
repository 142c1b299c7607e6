package vn.minhbach.core.publish.ranking;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/**
 * One line of a ranking.
 *
 * @param rank empty for a unit that is not ranked
 * @param rankInDistrict among the communes of the same district; empty for other units
 * @param index percent, two decimals; decides rank, tie and level
 * @param unranked why there is no rank, as a code; empty for ranked units
 * @param groupResults of criteria groups with levels of their own; empty where none has
 * @param self what the unit gave itself, where another score ranks
 * @param annex what the annex of the decision tells beside; empty in what was stored before it did
 */
public record RankingRow(
    UnitCode unit,
    String name,
    Optional<UnitCode> parent,
    OptionalInt rank,
    OptionalInt rankInDistrict,
    Optional<Points> index,
    Points points,
    Points applicableMax,
    Map<String, Points> groupPoints,
    Optional<String> level,
    Optional<String> unranked,
    Map<String, OfGroup> groupResults,
    Optional<SelfScore> self,
    Optional<Annex> annex) {

  /** By name, as the Vietnamese alphabet has it, then by code. */
  public static final Comparator<RankingRow> BY_NAME =
      Comparator.comparing(RankingRow::name, VietnameseOrder.COMPARATOR)
          .thenComparing(RankingRow::unit);

  public RankingRow(
      UnitCode unit,
      String name,
      Optional<UnitCode> parent,
      OptionalInt rank,
      OptionalInt rankInDistrict,
      Optional<Points> index,
      Points points,
      Points applicableMax,
      Map<String, Points> groupPoints,
      Optional<String> level,
      Optional<String> unranked,
      Map<String, OfGroup> groupResults,
      Optional<SelfScore> self) {
    this(
        unit,
        name,
        parent,
        rank,
        rankInDistrict,
        index,
        points,
        applicableMax,
        groupPoints,
        level,
        unranked,
        groupResults,
        self,
        Optional.empty());
  }

  public RankingRow {
    groupPoints = new TreeMap<>(groupPoints);
    groupResults = new TreeMap<>(groupResults);
  }

  /** A unit's own score beside the one that ranks. */
  public record SelfScore(Points points, Points max, Optional<Points> index) {}

  /**
   * What a criteria group with levels of its own came to.
   *
   * @param max the unit's applicable maximum of the group
   * @param converted {@code points / max ×} the group's full maximum (<i>điểm quy đổi</i>)
   * @param level code
   */
  public record OfGroup(Points max, Points percent, Points converted, String level) {}

  /** Whether the unit is ranked though it sent no form. */
  public boolean withoutForm() {
    return annex.filter(Annex::noForm).isPresent();
  }

  /** Kind of the unit as the register has it; empty in what was stored before it was told. */
  public Optional<String> kind() {
    return annex.flatMap(Annex::kind);
  }

  /** The decision by which the unit is not ranked. */
  public Optional<Excused> excused() {
    return annex.flatMap(Annex::excused);
  }

  /**
   * What the annex tells beside points, index and rank.
   *
   * @param maximum of the whole form; less {@code applicableMax}, what is not assessed (<i>không
   *     đánh giá</i>)
   * @param noForm no form was sent by the last day (<i>không gửi phiếu</i>): the province's own
   *     figures alone count
   * @param tieBreak what was looked at to tell the unit from one of the same index, in its order
   * @param former what it was in the campaign before, where the two can stand side by side
   * @param exceptions how often the ordinary course was left for it; empty in a draft
   * @param kind of the unit as the register has it, as {@code ward}: to be looked for by it. It
   *     ranks nothing, and no digest holds it.
   */
  public record Annex(
      Points maximum,
      boolean noForm,
      List<TieBreak> tieBreak,
      Optional<Excused> excused,
      Optional<Former> former,
      Optional<Exceptions> exceptions,
      Optional<String> kind) {

    public Annex {
      tieBreak = List.copyOf(tieBreak);
    }
  }

  /** Points of a criteria group that broke a tie, or did not. */
  public record TieBreak(String group, Points points) {}

  /** The decision by which a unit is not ranked, and why. */
  public record Excused(String number, LocalDate date, String reason) {}

  /**
   * A unit's result in the campaign before.
   *
   * @param unit as it was called then
   * @param rank empty where it had none
   */
  public record Former(
      CampaignId campaign,
      UnitCode unit,
      Optional<Points> index,
      OptionalInt rank,
      Optional<String> level) {}
}
