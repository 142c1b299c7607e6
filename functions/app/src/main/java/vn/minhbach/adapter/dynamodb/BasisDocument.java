package vn.minhbach.adapter.dynamodb;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Points;
import vn.minhbach.core.appraise.marking.Basis;

/** A basis as it is stored: its name, with what it rests on. */
record BasisDocument(
    Basis.Kind kind,
    Map<String, Object> inputs,
    Optional<Points> points,
    Optional<Boolean> granted) {

  static BasisDocument of(Basis basis) {
    return new BasisDocument(
        basis.kind(),
        basis.figures().orElse(Map.of()),
        basis instanceof Basis.Given given ? Optional.of(given.points()) : Optional.empty(),
        basis instanceof Basis.NotApplicable decided
            ? Optional.of(decided.granted())
            : Optional.empty());
  }

  Basis basis() {
    return switch (kind) {
      case AGREED -> new Basis.Agreed();
      case INPUTS -> new Basis.Inputs(inputs);
      case GIVEN -> new Basis.Given(points.orElseThrow());
      case NOT_APPLICABLE -> new Basis.NotApplicable(granted.orElseThrow());
      case SOURCE -> new Basis.Source(inputs);
    };
  }
}
