package vn.minhbach.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured of one thing, sample by sample, beside its peer; the two were run in turn.
 *
 * @param name what, with its unit, as {@code cold start, CPU s}
 * @param peer what it is held against
 * @param goal the greatest ratio of medians that is aimed at; empty where none is
 */
record Measure(String name, double[] ours, String peer, double[] theirs, Optional<Double> goal) {

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Median of ours over median of theirs. */
  double ratio() {
    return median(ours) / median(theirs);
  }

  /** The least and the greatest ratio of two samples that were taken one after the other. */
  double[] ratios() {
    double[] ratios = new double[Math.min(ours.length, theirs.length)];
    Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
    Arrays.sort(ratios);
    return new double[] {ratios[0], ratios[ratios.length - 1]};
  }

  static String shown(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return "%s (%s–%s)"
        .formatted(number(median(values)), number(sorted[0]), number(sorted[sorted.length - 1]));
  }

  /** Three digits that count. */
  static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
