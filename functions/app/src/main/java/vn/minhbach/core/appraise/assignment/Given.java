package vn.minhbach.core.appraise.assignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/** To whom the cells of a group are given. */
interface Given {

  /** The account that a cell was given to; empty where nobody said. */
  Optional<String> account(UnitCode unit, CriterionId criterion);

  /** The same for who asks for every cell of a group. */
  static Given indexed(List<Assignment.Share> shares) {
    Map<Object, String> known = new HashMap<>();
    for (Assignment.Share share : shares) {
      if (share.units().isEmpty()) {
        known.putIfAbsent(share.criterion().orElseThrow(), share.account());
      }
      share
          .units()
          .forEach(unit ->
              known.putIfAbsent(
                  share.criterion().<Object>map(one -> List.of(unit, one)).orElse(unit),
                  share.account()));
    }
    return (unit, criterion) ->
        Optional.ofNullable(known.get(List.of(unit, criterion)))
            .or(() -> Optional.ofNullable(known.get(unit)))
            .or(() -> Optional.ofNullable(known.get(criterion)));
  }
}
