package vn.minhbach.core.publish.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.minhbach.core.Caller;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** The reviews that units have asked for. */
public final class ReadReviews {

  private final Reviews reviews;
  private final Units units;

  public ReadReviews(Reviews reviews, Units units) {
    this.reviews = reviews;
    this.units = units;
  }

  /** A review with its unit. */
  public record Line(Unit unit, Review review) {}

  public List<Review> ofUnit(Campaign campaign, Unit unit) {
    return reviews.ofUnit(campaign.id(), unit.code());
  }

  /** Those of all units but the ones that the caller is recused from, by unit. */
  public List<Line> list(Campaign campaign, Caller caller) {
    List<Review> all = reviews.all(campaign.id());
    if (all.isEmpty()) {
      return List.of();
    }
    Map<UnitCode, Unit> register =
        units.all(campaign.id(), campaign.unitsVersion()).stream()
            .collect(Collectors.toMap(Unit::code, Function.identity()));
    return all.stream()
        .flatMap(one ->
            Optional.ofNullable(register.get(one.unit()))
                .filter(unit -> Recusal.of(caller, unit).isEmpty())
                .map(unit -> new Line(unit, one))
                .stream())
        .toList();
  }
}
