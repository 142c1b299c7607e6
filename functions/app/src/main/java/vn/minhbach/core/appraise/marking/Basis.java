package vn.minhbach.core.appraise.marking;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Points;

/** On what points rest (domain/README.md section 4). */
public sealed interface Basis {

  /** As the ledger and the wire call it. */
  Kind kind();

  /** Figures in place of the unit's; empty where it gives none. */
  default Optional<Map<String, Object>> figures() {
    return Optional.empty();
  }

  /** The names of the bases. */
  enum Kind {
    AGREED,
    INPUTS,
    GIVEN,
    NOT_APPLICABLE,
    SOURCE
  }

  /** What the unit says is right, a claim that the criterion does not apply included. */
  record Agreed() implements Basis {
    @Override
    public Kind kind() {
      return Kind.AGREED;
    }
  }

  /** The figures are others; the rule scores them. */
  record Inputs(Map<String, Object> inputs) implements Basis {
    public Inputs {
      inputs = new TreeMap<>(inputs);
    }

    @Override
    public Kind kind() {
      return Kind.INPUTS;
    }

    @Override
    public Optional<Map<String, Object>> figures() {
      return Optional.of(inputs);
    }
  }

  /** Points as such. */
  record Given(Points points) implements Basis {
    @Override
    public Kind kind() {
      return Kind.GIVEN;
    }
  }

  /**
   * A decision on whether the criterion applies (<i>không áp dụng</i>).
   *
   * @param granted false where the unit's claim is refused and nothing else was found: no points of
   *     the full maximum
   */
  record NotApplicable(boolean granted) implements Basis {
    @Override
    public Kind kind() {
      return Kind.NOT_APPLICABLE;
    }
  }

  /** The province's own figure, which the unit has confirmed: marked by the system. */
  record Source(Map<String, Object> figure) implements Basis {
    public Source {
      figure = new TreeMap<>(figure);
    }

    @Override
    public Kind kind() {
      return Kind.SOURCE;
    }

    @Override
    public Optional<Map<String, Object>> figures() {
      return Optional.of(figure);
    }
  }
}
