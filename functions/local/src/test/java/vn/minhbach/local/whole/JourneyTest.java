package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.local.drill.Drill;
import vn.minhbach.local.drill.EmptyParts;

@Tag("system")
@Timeout(300)
class JourneyTest {

  @TempDir Path export;

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  @Test
  void leadsFromOpeningToPublicationAndBothVerifiersNameWhatIsChangedAfterwards() throws Exception {
    var journey = new Journey(SYSTEM.get(), SYSTEM.http(), "journey");
    journey.play();
    Recomputed bundle = journey.bundle();
    String key = bundle.key();

    byte[] cut = Arrays.copyOf(bundle.zip(), bundle.zip().length / 2);
    assertEquals(1, Recomputed.agreed(cut, key).faults().size());

    names(
        bundle.with("data/units.csv", text -> text.replaceFirst("a", "b")),
        key,
        "[2] data/units.csv",
        "[9] data/units.csv");
    names(
        bundle.with(
            "data/scores/group-3.jsonl",
            text -> text.replaceFirst("\"points\":\"1.0", "\"points\":\"0.9")),
        key,
        "[2] data/scores/group-3.jsonl",
        "[6] 06649/");
    names(
        bundle.with(
            "data/ranking/group-1.json", text -> text.replaceFirst("\"rank\":1", "\"rank\":2")),
        key,
        "[8] SKHCN/rank");
    names(
        bundle.with(
            "data/ledger/SKHCN.jsonl", text -> text.replaceFirst("ANSWER_SAVED", "ANSWER_SHAVED")),
        key,
        "[4] data/ledger/SKHCN.jsonl",
        "[5] data/log.jsonl");
    names(
        bundle.with(
            "data/anchors/publication.json", text -> text.replaceFirst("\"seq\":", "\"seq\":9")),
        key,
        "[4] data/anchors/publication.json");
    names(
        bundle.with(
            "manifest-sha256.txt.jws",
            text -> text.replaceFirst("[.][.].", "..A").replaceFirst("[.][.]A(.)", "..B$1")),
        key,
        "[3] manifest-sha256.txt.jws");
    names(bundle.zip(), "another", "[3] keys.json");
    names(
        bundle.with("data/ranking/group-2.json", text -> bundle.text("data/ranking/group-1.json")),
        key,
        "[2] data/ranking/group-2.json",
        "[8] 193");
    names(bundle.withFile("../climbs"), key, "[1] ../climbs");
    names(bundle.doubled("data/units.csv"), key, "[1] " + bundle.base() + "data/units.csv");
    aBackupBringsItAllBackAndNamesWhatIsNotAsItWas();
  }

  /** What was played is what a backup must bring back. */
  private void aBackupBringsItAllBackAndNamesWhatIsNotAsItWas() throws IOException {
    var drill = new Drill(export, new PrintStream(OutputStream.nullOutputStream()));
    Drill.Done done = drill.run(SYSTEM.get());
    assertTrue(done.items() > 100, done.toString());
    assertTrue(done.chains() >= 5, done.toString());
    assertTrue(done.bundles() >= 1, done.toString());

    // An anchor that says something else, and an entry that was changed on its way.
    Path anchor = export.resolve("buckets/PublishBucket/anchors/journey/publication.json");
    Files.writeString(
        anchor, Files.readString(anchor).replaceFirst("\"hash\":\"..", "\"hash\":\"00"));
    try (EmptyParts empty = EmptyParts.start(SYSTEM.get().template())) {
      String told = assertThrows(Drill.Failed.class, () -> drill.restored(empty)).getMessage();
      assertTrue(told.contains("as anchored"), told);
    }
  }

  private static void names(byte[] archive, String key, String... places) throws Exception {
    Recomputed.Told told = Recomputed.agreed(archive, key);
    assertEquals(1, told.code());
    for (String place : places) {
      assertTrue(
          told.faults().stream().anyMatch(fault -> fault.startsWith(place)),
          () -> place + " in " + told.faults());
    }
  }
}
