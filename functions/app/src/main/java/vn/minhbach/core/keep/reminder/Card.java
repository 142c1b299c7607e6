package vn.minhbach.core.keep.reminder;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.UnitCode;

/**
 * All reminders to one addressee: a unit, or the standing office under {@link #OFFICE}.
 *
 * @param claims by key
 * @param version rises by one with each change; a claim is a write on condition of it
 */
public record Card(UnitCode unit, Map<String, Claim> claims, long version) {

  /** The standing office's own card. */
  public static final UnitCode OFFICE = new UnitCode(UnitCode.OFFICE);

  public Card {
    claims = new TreeMap<>(claims);
  }

  public static Card empty(UnitCode unit) {
    return new Card(unit, Map.of(), 0);
  }

  public Optional<Claim> claim(String key) {
    return Optional.ofNullable(claims.get(key));
  }

  Card with(Claim claim) {
    var next = new TreeMap<>(claims);
    next.put(claim.key(), claim);
    return new Card(unit, next, version + 1);
  }
}
