package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every room of core has its front page, and the picture of the rooms is what the imports say. */
class RoomsTest {

  /** The one command that mends what {@link #pictureIsWhatTheImportsSay} finds. */
  private static final String WRITE =
      "mvn -q -pl functions/app test -Dtest=RoomsTest -Drooms.write=true";

  private static final Path PICTURE = TemplateFile.root().resolve("infra/pictures/rooms.svg");

  @Test
  void everyRoomHasItsFrontPage() {
    List<String> faults =
        Rooms.roots("core").stream()
            .flatMap(core -> Rooms.sources(core).stream())
            .map(Path::getParent)
            .distinct()
            .flatMap(RoomsTest::faults)
            .toList();
    assertEquals(List.of(), faults);
  }

  @Test
  void pageWithoutItsPartsIsNoticed() throws IOException {
    assertEquals(
        List.of("States", "Invariants", "Example", "a Vietnamese term"),
        missing("/** The clock. */\npackage vn.minhbach.core.assess.term;"));
    Path term = Rooms.roots("core").getFirst().resolve("assess/term/package-info.java");
    assertEquals(List.of(), missing(Files.readString(term)));
  }

  @Test
  void pictureIsWhatTheImportsSay() throws IOException {
    String picture = RoomsPicture.of(Rooms.ofProject());
    if (Boolean.getBoolean("rooms.write")) {
      Files.writeString(PICTURE, picture);
    }
    assertEquals(picture, Files.readString(PICTURE), "to mend: " + WRITE);
  }

  @Test
  void pictureHasThePhasesInTheOrderOfTheRule() {
    List<String> order =
        ArchitectureRule.ORDER.stream().filter(RoomsPicture.phases()::contains).toList();
    assertEquals(ArchitectureRule.ORDER, order);
    assertEquals(order, RoomsPicture.phases());
  }

  @Test
  void roomsThatKnowEachOtherOrALaterPhaseCannotBeDrawn() {
    Rooms circle = rooms(Map.of("assess/term", "assess/hint", "assess/hint", "assess/term"));
    assertThrows(IllegalStateException.class, () -> RoomsPicture.of(circle));
    Rooms upwards = rooms(Map.of("prepare/source", "assess/hint", "assess/hint", "unit"));
    assertThrows(IllegalStateException.class, () -> RoomsPicture.of(upwards));
    Rooms unknown = rooms(Map.of("gossip/corner", "unit"));
    assertThrows(IllegalStateException.class, () -> RoomsPicture.of(unknown));
    assertTrue(
        RoomsPicture.of(
                rooms(Map.of("assess/hint", "assess/submission", "assess/submission", "unit")))
            .contains("assess/hint → assess/submission: 1"));
  }

  private static Rooms rooms(Map<String, String> arrows) {
    return new Rooms(
        Stream.concat(arrows.keySet().stream(), arrows.values().stream())
            .distinct()
            .collect(
                Collectors.toMap(
                    room -> room,
                    room ->
                        arrows.containsKey(room)
                            ? new TreeMap<>(Map.of(arrows.get(room), 1))
                            : new TreeMap<>(),
                    (one, other) -> one,
                    TreeMap::new)));
  }

  private static Stream<String> faults(Path room) {
    Path page = room.resolve("package-info.java");
    try {
      return Files.exists(page)
          ? missing(Files.readString(page)).stream().map(part -> room + " has no " + part)
          : Stream.of(room + " has no front page");
    } catch (IOException unreadable) {
      return Stream.of(unreadable.toString());
    }
  }

  private static List<String> missing(String page) {
    return Stream.of(
            Map.entry("<h2>States</h2>", "States"),
            Map.entry("<h2>Invariants</h2>", "Invariants"),
            Map.entry("<h2>Example</h2>", "Example"),
            Map.entry("<i>", "a Vietnamese term"))
        .filter(part -> !page.contains(part.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
