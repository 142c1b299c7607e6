package vn.minhbach;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws the rooms of core as SVG: the plan's order from below, each room above those that it knows,
 * so that every arrow goes down. A room that would send one up cannot be drawn.
 */
final class RoomsPicture {

  private static final int WIDTH = 1000;
  private static final int LEFT = 150;
  private static final int BOX = 104;
  private static final int BOX_HEIGHT = 38;
  private static final int ROW = 80;
  private static final int GAP = 4;

  /** A phase with its clause of the plan, in English and in Vietnamese. */
  private record Band(String name, String clause, String vietnamese, List<String> phases) {}

  // From above. What every phase stands on is one band.
  private static final List<Band> BANDS =
      List.of(
          new Band(
              "papers",
              "its own zip",
              "bảng tính, văn bản, bản in",
              List.of("workbook", "print", "paper")),
          new Band("keep", "what the clock does", "đôn đốc, việc định kỳ", List.of("keep")),
          new Band("publish", "plan II.2, IV.3", "xếp hạng, công bố", List.of("publish")),
          new Band("appraise", "plan V.1–V.3", "thẩm định", List.of("appraise")),
          new Band("assess", "plan V.4–V.5", "tự đánh giá", List.of("assess")),
          new Band("prepare", "plan II–IV.1", "chuẩn bị", List.of("prepare")),
          new Band(
              "ground",
              "who, what, how much",
              "nền chung",
              List.of("scoring", "criteria", "access", "unit", "job", "file", "ledger")));

  private static final Map<String, String> LETTERS = letters();

  private final Rooms rooms;
  private final Map<String, int[]> places = new LinkedHashMap<>();
  private final StringBuilder bands = new StringBuilder();
  private final StringBuilder boxes = new StringBuilder();
  private int y = 112;

  private RoomsPicture(Rooms rooms) {
    this.rooms = rooms;
  }

  /** The picture; fails on a room without a band, and on an arrow that would go up. */
  static String of(Rooms rooms) {
    return new RoomsPicture(rooms).drawn();
  }

  /** The phases from the ground upwards, for the test that holds them to the order of the code. */
  static List<String> phases() {
    return BANDS.reversed().stream().flatMap(band -> band.phases().reversed().stream()).toList();
  }

  private String drawn() {
    BANDS.forEach(this::band);
    Set<String> homeless = new TreeSet<>(rooms.rooms().keySet());
    homeless.removeAll(places.keySet());
    if (!homeless.isEmpty()) {
      throw new IllegalStateException("rooms without a phase: " + homeless);
    }
    int height = y + 6;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="Helvetica,Arial,sans-serif">
    <!-- Drawn from the imports by RoomsPicture; RoomsTest holds it to them. -->
    <defs>
    <marker id="s" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="#1f4e79"/></marker>
    <marker id="t" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5" markerHeight="5" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="#b9c3cc"/></marker>
    </defs>
    <rect width="%d" height="%d" fill="#fff"/>
    %s%s%s%s%s</svg>
    """
        .formatted(
            WIDTH,
            height,
            WIDTH,
            height,
            WIDTH,
            height,
            bands,
            arrows(true),
            arrows(false),
            boxes,
            edges(height));
  }

  private void band(Band band) {
    Set<String> members =
        rooms.rooms().keySet().stream()
            .filter(room -> band.phases().contains(Rooms.phase(room)))
            .collect(Collectors.toCollection(TreeSet::new));
    if (members.isEmpty()) {
      return;
    }
    SortedMap<String, Integer> heights = rooms.heights(members);
    var rows = new TreeMap<Integer, List<String>>(Comparator.reverseOrder());
    heights.forEach(
        (room, height) -> rows.computeIfAbsent(height, one -> new ArrayList<>()).add(room));
    int top = y;
    for (List<String> row : rows.values()) {
      row(row);
    }
    int bottom = y - (ROW - BOX_HEIGHT) + 16;
    y += GAP;
    bands.append(
        """
        <rect x="6" y="%d" width="%d" height="%d" rx="8" fill="#f3f6f9"/>
        <text x="18" y="%d" font-size="17" font-weight="bold" fill="#1b2733">%s</text>
        <text x="18" y="%d" font-size="12" fill="#44525f">%s</text>
        <text x="18" y="%d" font-size="12" font-style="italic" fill="#44525f">%s</text>
        """
            .formatted(
                top - 16,
                WIDTH - 12,
                bottom - top + 16,
                top + 10,
                band.name(),
                top + 28,
                band.clause(),
                top + 44,
                band.vietnamese()));
  }

  // Near those above that know them, so that arrows are short; by name where nothing says more.
  private void row(List<String> row) {
    List<String> ordered =
        row.stream()
            .sorted(
                Comparator.comparingInt((String room) -> pull(room))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    int width = (WIDTH - LEFT - 16) / ordered.size();
    for (int i = 0; i < ordered.size(); i++) {
      int x = LEFT + i * width + (width - BOX) / 2;
      places.put(ordered.get(i), new int[] {x, y});
      box(ordered.get(i), x);
    }
    y += ROW;
  }

  private int pull(String room) {
    return (int)
        places.entrySet().stream()
            .filter(place -> rooms.known(place.getKey()).contains(room))
            .mapToInt(place -> place.getValue()[0])
            .average()
            .orElse(WIDTH / 2);
  }

  private void box(String room, int x) {
    boolean ground = LETTERS.containsKey(room);
    String known =
        ground
            ? LETTERS.get(room)
            : LETTERS.entrySet().stream()
                .map(
                    letter -> rooms.known(room).contains(letter.getKey()) ? letter.getValue() : "·")
                .collect(Collectors.joining(" "));
    boxes.append(
        """
        <rect x="%d" y="%d" width="%d" height="%d" rx="5" fill="%s" stroke="#1f4e79"/>
        <text x="%d" y="%d" font-size="14" text-anchor="middle" fill="#10202e">%s</text>
        <text x="%d" y="%d" font-size="11" text-anchor="middle" fill="#7a4a00" font-weight="bold">%s</text>
        """
            .formatted(
                x,
                y,
                BOX,
                BOX_HEIGHT,
                ground ? "#fdf1dc" : "#fff",
                x + BOX / 2,
                y + 17,
                room.substring(room.indexOf('/') + 1),
                x + BOX / 2,
                y + 32,
                known));
  }

  // Those that a longer way implies are pale and lie below.
  private String arrows(boolean pale) {
    var arrows = new StringBuilder();
    places.forEach((from, start) ->
        rooms
            .rooms()
            .get(from)
            .forEach((to, imports) -> {
              boolean letter = LETTERS.containsKey(to) && !LETTERS.containsKey(from);
              if (!letter && rooms.implied(from, to) == pale) {
                arrows.append(arrow(from, to, imports, pale));
              }
            }));
    return arrows.toString();
  }

  private String arrow(String from, String to, int imports, boolean pale) {
    int[] start = places.get(from);
    int[] end = places.get(to);
    if (start[1] >= end[1]) {
      throw new IllegalStateException("an arrow that does not go down: " + from + " to " + to);
    }
    int x1 = start[0] + BOX / 2;
    int y1 = start[1] + BOX_HEIGHT;
    int x2 = end[0] + BOX / 2 + Math.clamp((x1 - end[0] - BOX / 2) / 12, -40, 40);
    int y2 = end[1] - 1;
    int bend = Math.max(24, (y2 - y1) / 2);
    return String.format(
        Locale.ROOT,
        "<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
            + " marker-end=\"url(#%s)\"><title>%s → %s: %d</title></path>%n",
        x1,
        y1,
        x1,
        y1 + bend,
        x2,
        y2 - bend,
        x2,
        y2,
        pale ? "#b9c3cc" : "#1f4e79",
        imports <= 3 ? "0.8" : imports <= 10 ? "1.5" : "2.4",
        pale ? "t" : "s",
        from,
        to,
        imports);
  }

  // Whoever drives core, and what core drives, may know every room; none knows them.
  private String edges(int height) {
    String key =
        LETTERS.entrySet().stream()
            .map(letter -> letter.getValue() + " " + letter.getKey())
            .collect(Collectors.joining(", "));
    return """
    <text x="16" y="24" font-size="14" fill="#10202e"><tspan font-weight="bold">function</tspan>  %s</text>
    <text x="16" y="44" font-size="14" fill="#10202e"><tspan font-weight="bold">adapter</tspan>  %s</text>
    <text x="16" y="63" font-size="12" fill="#44525f">Both may know every room of core, drawn below; no room knows them.</text>
    <text x="16" y="80" font-size="12" fill="#44525f">An arrow says “imports from”: thin 1–3 times, then 4–10, thick more often. Pale: a longer way implies it.</text>
    <text x="16" y="%d" font-size="12" fill="#44525f">Letters: the ground that a room imports from: %s. The kernel (core itself) is known to all.</text>
    """
        .formatted(names("function"), names("adapter"), height - 12, key);
  }

  private static String names(String ring) {
    return Rooms.roots(ring).stream()
        .flatMap(RoomsPicture::folders)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" · "));
  }

  private static Stream<String> folders(Path ring) {
    return Rooms.sources(ring).stream()
        .map(Path::getParent)
        .filter(folder -> !folder.equals(ring))
        .filter(Files::isDirectory)
        .map(folder -> folder.getFileName().toString());
  }

  private static Map<String, String> letters() {
    var letters = new LinkedHashMap<String, String>();
    letters.put("ledger", "L");
    letters.put("file", "F");
    letters.put("job", "J");
    letters.put("unit", "U");
    letters.put("access", "A");
    letters.put("criteria", "C");
    letters.put("scoring", "S");
    return letters;
  }
}
