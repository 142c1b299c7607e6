package vn.minhbach.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes measures: a table for a reader, lines for a program, bars for the README. */
final class Tables {

  private static final int WIDTH = 760;
  private static final int ROW = 34;
  private static final int LEFT = 330;

  private Tables() {}

  static String text(List<Measure> measures) {
    var text = new StringBuilder();
    text.append(
        "| Measure | Ours: median (range) | Peer | Peer: median (range) | Ratio (range) | Goal"
            + " |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Measure one : measures) {
      double[] range = one.ratios();
      text.append(
          "| %s | %s | %s | %s | %s (%s–%s) | %s |\n"
              .formatted(
                  one.name(),
                  Measure.shown(one.ours()),
                  one.peer(),
                  Measure.shown(one.theirs()),
                  Measure.number(one.ratio()),
                  Measure.number(range[0]),
                  Measure.number(range[1]),
                  one.goal().map(goal -> "≤ " + Measure.number(goal)).orElse("")));
    }
    return text.toString();
  }

  static String csv(List<Measure> measures) {
    var csv = new StringBuilder("measure,peer,sample,ours,theirs,goal\n");
    for (Measure one : measures) {
      for (int i = 0; i < one.ours().length; i++) {
        csv.append(
            String.format(
                Locale.ROOT,
                "\"%s\",\"%s\",%d,%.6g,%.6g,%s%n",
                one.name(),
                one.peer(),
                i + 1,
                one.ours()[i],
                one.theirs()[i],
                one.goal().map(String::valueOf).orElse("")));
      }
    }
    return csv.toString();
  }

  /** Bars of ratios, each with its range and, where there is one, its goal. */
  static String svg(List<Measure> measures) {
    double most = 1;
    for (Measure one : measures) {
      most = Math.max(most, Math.max(one.ratios()[1], one.goal().orElse(0.0)));
    }
    int height = ROW * measures.size() + 56;
    double unit = (WIDTH - LEFT - 60) / most;
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
            .formatted(WIDTH, height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    svg.append(
        "<text x=\"8\" y=\"18\" font-weight=\"bold\">minhbach / peer: median, range (line), goal"
            + " (red)</text>\n");
    int y = 30;
    for (Measure one : measures) {
      double[] range = one.ratios();
      svg.append(line("<text x=\"8\" y=\"%d\">%s</text>", y + 13, one.name()));
      svg.append(
          line(
              "<text x=\"8\" y=\"%d\" fill=\"#666\" font-size=\"10\">%s</text>",
              y + 25, one.peer()));
      svg.append(
          line(
              "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"#2f6f9f\"/>",
              LEFT, y + 4, one.ratio() * unit));
      svg.append(
          line(
              "<path d=\"M%.1f %d H%.1f\" stroke=\"#111\"/>",
              LEFT + range[0] * unit, y + 11, LEFT + range[1] * unit));
      if (one.goal().isPresent()) {
        svg.append(
            line(
                "<path d=\"M%.1f %d V%d\" stroke=\"#c22\" stroke-width=\"2\"/>",
                LEFT + one.goal().get() * unit, y, y + 22));
      }
      svg.append(
          line(
              "<text x=\"%.1f\" y=\"%d\">%s</text>",
              LEFT + Math.max(one.ratio(), range[1]) * unit + 6,
              y + 15,
              Measure.number(one.ratio())));
      y += ROW;
    }
    svg.append(
        line(
            "<path d=\"M%.1f 26 V%d\" stroke=\"#999\" stroke-dasharray=\"3 3\"/>",
            LEFT + unit, height - 20));
    svg.append(
        line("<text x=\"%.1f\" y=\"%d\" fill=\"#666\">1</text>", LEFT + unit - 3, height - 6));
    return svg.append("</svg>\n").toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }

  static void write(Path directory, List<Measure> measures, String machine) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("results.csv"), csv(measures));
    Files.writeString(directory.resolve("results.svg"), svg(measures));
    Files.writeString(directory.resolve("results.md"), machine + "\n\n" + text(measures));
  }
}
