package vn.minhbach.core.source;

import java.util.List;
import vn.minhbach.core.UnitCode;

/** All figures of one import for one unit: what a form reads at once. */
public record UnitFigures(UnitCode unit, Provenance provenance, List<Figure> figures) {

  public UnitFigures {
    figures = List.copyOf(figures);
  }
}
