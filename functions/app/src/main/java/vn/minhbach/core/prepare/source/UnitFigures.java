package vn.minhbach.core.prepare.source;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.UnitCode;

/**
 * All figures of one import for one unit: what a form reads at once.
 *
 * @param figures in force
 * @param provenance of the figures in force
 * @param awaited what was imported by an account of the unit itself, without effect until a member
 *     of another body has confirmed it; empty where nothing waits
 */
public record UnitFigures(
    UnitCode unit, Provenance provenance, List<Figure> figures, Optional<Awaited> awaited) {

  public UnitFigures {
    figures = List.copyOf(figures);
  }

  /** Figures of which none waits. */
  public UnitFigures(UnitCode unit, Provenance provenance, List<Figure> figures) {
    this(unit, provenance, figures, Optional.empty());
  }

  /**
   * What waits for confirmation, in the place of all figures in force.
   *
   * @param figures none where the import leaves the unit out
   */
  public record Awaited(Provenance provenance, List<Figure> figures) {
    public Awaited {
      figures = List.copyOf(figures);
    }
  }

  /** With what waits in force. */
  UnitFigures confirmed() {
    return awaited
        .map(sent -> new UnitFigures(unit, sent.provenance(), sent.figures()))
        .orElse(this);
  }
}
