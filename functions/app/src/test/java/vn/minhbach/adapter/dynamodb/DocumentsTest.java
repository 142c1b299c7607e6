package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.DeadlineRules;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

class DocumentsTest {

  static List<Object> records() {
    return Records.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordComesBackAsItWas(Object record) {
    String json = Documents.write(record);

    assertEquals(record, read(json, record.getClass()), json);
    assertFalse(json.contains("null"), json);
    assertFalse(json.contains("\n") || json.contains(": "), json);
  }

  @Test
  void leavesOutWhatIsAbsentOrEmptyButKeepsAnEmptyText() {
    Answer bare = Records.answer(Map.of(), Optional.of("Không có dịch vụ"), Optional.empty());
    assertEquals(
        "{\"criterion\":\"II.12\",\"notApplicable\":\"Không có dịch vụ\",\"points\":\"7.50\","
            + "\"criteriaVersion\":2,\"at\":\"2020-09-25T01:00:00.123Z\",\"by\":\"sub-1\","
            + "\"version\":3}",
        Documents.write(bare));

    Answer noted = Records.answer(Map.of(), Optional.empty(), Optional.of(""));
    assertEquals(noted, read(Documents.write(noted), Answer.class));
  }

  /**
   * What is stored must never change under a record that is cut otherwise: {@code
   * -Ddocuments.write=true} writes the vectors, which is right for a new member and for nothing
   * else.
   */
  @Test
  void everyDocumentIsByteForByteWhatItWas() throws IOException {
    Path vectors = Path.of("src/test/resources/documents/vectors.txt");
    List<String> now =
        Records.all().stream()
            .map(record -> record.getClass().getSimpleName() + " " + Documents.write(record))
            .toList();
    if (Boolean.getBoolean("documents.write")) {
      Files.createDirectories(vectors.getParent());
      Files.write(vectors, now);
    }
    assertEquals(Files.readAllLines(vectors), now);
  }

  /**
   * What was stored once is read for ever: each line as the first schema of its kind had it. The
   * file is never written anew; a schema that is left gets a file of its own.
   */
  @Test
  void everyDocumentOfTheFirstSchemasIsReadAsItWasMeant() throws IOException {
    var types = new LinkedHashMap<String, Class<?>>();
    Records.all().forEach(one -> types.put(one.getClass().getSimpleName(), one.getClass()));
    int read = 0;
    for (String line : Files.readAllLines(Path.of("src/test/resources/documents/schema-1.txt"))) {
      String name = line.substring(0, line.indexOf(' '));
      String document = line.substring(name.length() + 1);
      Class<?> type = types.get(name);
      Kind kind = type == Head.class ? Kind.HEAD : Kind.ANSWER;
      Item item = Item.of(new Key("C#c", "s"), kind, document).with(Item.SCHEMA, 1);
      Object record = Documents.read(item, type);
      if (record instanceof Head head) {
        assertEquals(
            head.files().until().isEmpty(), head.files().tally().isPresent(), "counted: none");
      }
      assertEquals(document, Documents.write(withoutTally(record)));
      read++;
    }
    assertEquals(96, read);
  }

  private static Object withoutTally(Object record) {
    return record instanceof Head head && !head.files().equals(Head.Files.NONE)
        ? new Head(
            head.campaign(),
            head.unit(),
            head.tip(),
            head.formVersion(),
            head.state(),
            head.term(),
            head.signing(),
            new Head.Files(head.files().until(), head.files().reopened(), Optional.empty()),
            head.corrected(),
            head.appraisal(),
            head.returned())
        : record;
  }

  @Test
  void aHeadThatReopenedWithoutEverGrantingHasNoFiles() {
    String document =
        Documents.write(first(Head.class))
            .replace("\"tip\"", "\"files\":{\"reopened\":[]},\"tip\"");
    Item item = Item.of(new Key("C#c", "HEAD"), Kind.HEAD, document).with(Item.SCHEMA, 1);
    assertEquals(Head.Files.NONE, Documents.read(item, Head.class).files());
  }

  @Test
  void keepsWholeNumbersAndFractionsApart() {
    var inputs = new TreeMap<String, Object>();
    inputs.put("long", 3L);
    inputs.put("largest", Long.MAX_VALUE);
    inputs.put("whole", new BigDecimal("3"));
    inputs.put("negative", new BigDecimal("-3"));
    inputs.put("scaled", new BigDecimal("3.00"));
    inputs.put("fraction", new BigDecimal("0.1"));
    inputs.put("power", new BigDecimal("1E+3"));
    inputs.put("tiny", new BigDecimal("0E-12"));
    inputs.put("long tail", new BigDecimal("12345678901234567890.12345678901234567890123456789"));
    inputs.put("flag", true);
    inputs.put("none chosen", List.of());
    inputs.put("items", List.of("i1", "i3"));
    Answer answer = Records.answer(inputs, Optional.empty(), Optional.empty());

    Answer read = read(Documents.write(answer), Answer.class);

    assertEquals(answer, read);
    assertInstanceOf(Long.class, read.inputs().get("long"));
    assertInstanceOf(BigDecimal.class, read.inputs().get("whole"));
  }

  @Property
  void everyDecimalComesBackWithItsScale(@ForAll @Scale(12) BigDecimal value, @ForAll long whole) {
    Answer answer =
        Records.answer(Map.of("a", value, "b", whole), Optional.empty(), Optional.empty());
    assertEquals(answer, read(Documents.write(answer), Answer.class));
  }

  @Test
  void aLedgerEntryKeepsItsHashes() {
    Entry entry = Records.entry();
    Entry read = read(Documents.write(entry), Entry.class);
    assertEquals(entry.hash(), read.hash());
    assertTrue(read.bodyMatches());
  }

  @Test
  void readsOlderAndNewerDocuments() {
    Answer older =
        read(
            "{\"criterion\":\"I.1\",\"criteriaVersion\":1,\"at\":\"2020-09-25T01:00:00Z\","
                + "\"by\":\"sub-1\",\"version\":1,\"later\":{\"a\":[1]}}",
            Answer.class);
    assertEquals(Map.of(), older.inputs());
    assertEquals(Optional.empty(), older.points());
    assertEquals(
        new Answer(
            new CriterionId("I.1"),
            Answer.Content.of(Map.of(), Optional.empty()),
            Answer.Authorship.own(1, Instant.parse("2020-09-25T01:00:00Z"), "sub-1"),
            1),
        older);
  }

  @Test
  void readsEvidenceFromBeforeAFormHadPapers() {
    Evidence older =
        read(
            "{\"id\":\"e1\",\"criterion\":\"II.12\",\"fileName\":\"a.pdf\",\"contentType\":\"application/pdf\","
                + "\"sizeBytes\":10,\"sha256\":\"ab\",\"state\":\"AWAITED\","
                + "\"grantedAt\":\"2020-09-25T01:00:00Z\",\"grantExpiresAt\":\"2020-09-25T01:15:00Z\","
                + "\"version\":1}",
            Evidence.class);
    assertEquals(Optional.of(new CriterionId("II.12")), older.criterion());
    assertFalse(older.paper());
    assertTrue(older.proves(new CriterionId("II.12")));
  }

  @Test
  void readsACampaignAHeadAndARowFromBeforeTheClockHadRules() {
    String stored = Documents.write(first(Campaign.class));
    assertFalse(stored.contains("rules"), stored);
    assertEquals(DeadlineRules.DEFAULT, read(stored, Campaign.class).settings().deadlineRules());

    Head head = first(Head.class);
    String older = Documents.write(head);
    assertFalse(older.contains("arrival") || older.contains("extension"), older);
    assertEquals(Deadlines.Facts.NONE, read(older, Head.class).facts());
  }

  @Test
  void readsWhatWasReopenedForAFileBeforeCriteriaCouldBeCorrected() {
    Head.Files files =
        read(
            "{\"reopened\":[{\"criterion\":\"I.1\",\"until\":\"2020-09-25T01:00:00Z\","
                + "\"evidence\":\"e1\"}]}",
            Head.Files.class);
    Head.Reopened open = files.reopened().getFirst();
    assertEquals(Optional.of("e1"), open.evidence());
    assertEquals(Optional.empty(), open.correction());

    Head.Signature signature =
        read(
            "{\"at\":\"2020-09-25T01:00:00Z\",\"by\":\"s\",\"name\":\"A\",\"title\":\"B\","
                + "\"late\":false}",
            Head.Signature.class);
    assertEquals(Optional.empty(), signature.criteriaVersion());
    assertEquals(signature.at(), signature.sentAt());

    Job job =
        read(
            "{\"campaign\":\"c\",\"id\":\"j\",\"kind\":\"FORWARD\",\"owner\":\"193\","
                + "\"forms\":[{\"unit\":\"06649\",\"formVersion\":4}],"
                + "\"at\":\"2020-09-25T01:00:00Z\"}",
            Job.class);
    assertEquals(Optional.of(new UnitCode("193")), job.owner());
    assertEquals(Optional.empty(), job.group());
  }

  @Test
  void appraisedScoreStandsBesideTheSelfScore() {
    Progress row =
        Records.fresh(
            Optional.of(
                new Progress.Score(
                    Map.of("I", Points.of("27.5")),
                    Points.of("77.5"),
                    Points.of("98"),
                    Optional.of(Points.of("79.08")),
                    Optional.of("KHA"),
                    Map.of(),
                    Map.of())));
    String stored = Documents.write(row);
    assertTrue(
        stored.endsWith(
            ",\"appraised\":{\"groupPoints\":{\"I\":\"27.50\"},\"points\":\"77.50\","
                + "\"applicableMax\":\"98.00\",\"index\":\"79.08\",\"level\":\"KHA\"}}"),
        stored);
    assertEquals(row, read(stored, Progress.class));
  }

  private static <T> T first(Class<T> type) {
    return Records.all().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesADamagedDocument() {
    assertThrows(
        JacksonException.class,
        () -> read("{\"code\":\"06649\",\"group\":3,\"kind\":\"ward\"}", Unit.class));
    assertThrows(
        JacksonException.class,
        () -> read("{\"code\":\"06649\",\"kind\":\"ward\",\"name\":\"x\"}", Unit.class));
  }

  @Test
  void pointsKeepTwoDecimals() {
    assertEquals("\"81.60\"", Documents.write(Points.of("81.6")));
  }

  @Test
  void aTreeComesBackAsItWasRead() {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("z", "Bộ tiêu chí");
    tree.put("a", new BigDecimal("12.50"));
    tree.put("int", 3);
    tree.put("long", 3_000_000_000L);
    tree.put("big", new BigInteger("123456789012345678901234567890"));
    tree.put("nothing", null);
    tree.put("empty", List.of());
    tree.put("emptyText", "");
    var list = new ArrayList<Object>();
    list.add(null);
    list.add(Map.of("deep", false));
    tree.put("list", list);

    Object read =
        Documents.readTree(Item.of(new Key("p", "s"), Kind.CRITERIA, Documents.writeTree(tree)));

    assertEquals(tree, read);
    assertEquals(List.copyOf(tree.keySet()), List.copyOf(((Map<?, ?>) read).keySet()));
  }

  private static <T> T read(String json, Class<T> type) {
    return Documents.read(Item.of(new Key("p", "s"), Kind.ANSWER, json), type);
  }
}
