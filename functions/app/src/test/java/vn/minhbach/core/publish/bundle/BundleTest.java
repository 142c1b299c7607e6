package vn.minhbach.core.publish.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhbach.adapter.jca.JcaTools;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Rulings;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.publication.KeepAnchors;
import vn.minhbach.core.publish.transparency.GrowLog;
import vn.minhbach.core.publish.transparency.LogRecord;
import vn.minhbach.core.publish.transparency.TransparencyLog;

/** A published province as a bundle: built in pieces, recomputed, tampered with. */
class BundleTest {

  private static final Instant LOCKED = Instant.parse("2020-11-01T02:00:00Z");
  private static final String BASE = "131-2020-1/";

  private static final class Log implements TransparencyLog {
    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public List<LogRecord> records(vn.minhbach.core.CampaignId campaign) {
      return List.copyOf(records);
    }

    @Override
    public boolean append(LogRecord next) {
      return next.number() == records.size() + 1 && records.add(next);
    }
  }

  private static final Province PROVINCE = Province.opened(withHidden());
  private static final Log LOG = new Log();
  private static final BundleKey KEY = TestKeys.bundleKey();
  private static final KeptBundles BUNDLES = new KeptBundles();
  private static final VerifyBundle VERIFIER = new VerifyBundle(new JcaTools());

  /** I.2 of the foreign set is for its group's total alone. */
  @SuppressWarnings("unchecked") // The set is a tree of maps and lists.
  private static Map<String, Object> withHidden() {
    Map<String, Object> set = CriteriaFixture.foreignTree();
    var group = ((List<Map<String, Object>>) set.get("groups")).getFirst();
    ((List<Map<String, Object>>) group.get("criteria")).get(1).put("public", "total");
    return set;
  }

  private static final CriterionId INSPECTED = new CriterionId("I.1");

  private static MakeBundle maker(Bundles bundles) {
    return maker(bundles, KEY);
  }

  private static final vn.minhbach.core.publish.transparency.LogKey LOG_KEY = TestKeys.logKey();

  private static MakeBundle maker(Bundles bundles, BundleKey key) {
    return new MakeBundle(
        new MakeBundle.Parts(
            PROVINCE.memory.units(),
            PROVINCE.memory.criteriaSets(),
            PROVINCE.board,
            PROVINCE.results,
            PROVINCE.memory.ledger(),
            PROVINCE.anchored,
            LOG,
            bundles,
            key,
            LOG_KEY,
            (campaign, unit) -> unit.value().equals("193") ? Set.of(INSPECTED) : Set.of()),
        () -> "00112233445566778899aabbccddeeff");
  }

  @BeforeAll
  static void publish() {
    fill("193", 500, 80);
    fill("194", 250, 100);
    fill("195", 250, 100);
    var anchors =
        new KeepAnchors(PROVINCE.memory.units(), PROVINCE.memory.submissions(), PROVINCE.anchored);
    var log = new GrowLog(PROVINCE.anchored, LOG, LOG_KEY);
    anchors.keep(PROVINCE.campaign(), "daily-2020-08-03", OPENED);
    log.grow(ID, "daily-2020-08-03", OPENED);
    accepted(PROVINCE.publish.report(ID, act(LOCKED)));
    accepted(PROVINCE.approve(Map.of(), LOCKED));
    accepted(PROVINCE.publish.publish(ID, act(LOCKED)));
    KeepAnchors.reached(PROVINCE.campaign()).forEach(occasion -> log.grow(ID, occasion, LOCKED));
    assertTrue(maker(BUNDLES).run(PROVINCE.campaign()));
  }

  private static void fill(String unit, long network, long online) {
    Map<String, Object> answers =
        Map.of(
            "I.1", Map.of("truongban", Map.of("v", true), "hop", Map.of("a", 5L, "b", 5L)),
            "I.2", Map.of("cong", Map.of("n", 60L)),
            "I.3", Map.of("a", network, "b", 1_000L),
            "II.1", Map.of("tyle", Map.of("a", 50L, "b", 100L), "soluong", Map.of("n", online)),
            "II.2", Map.of("a", 10L, "b", 10L),
            "T1.1", Map.of("n", 1L),
            "T2.1", Map.of("v", false),
            "P.1", Map.of("n", 1L));
    answers.forEach(
        (id, inputs) -> accepted(PROVINCE.save(unit, id, Map.of("inputs", inputs), OPENED)));
    accepted(PROVINCE.submit(unit, OPENED));
    PROVINCE.projectScores.project(ID, new UnitCode(unit));
  }

  private static Bag bag(String name) {
    return BUNDLES.bag(MakeBundle.issue(PROVINCE.campaign()), name).orElseThrow();
  }

  private static List<VerifyBundle.Named> archive(Map<String, byte[]> files) {
    return new ArrayList<>(
        files.entrySet().stream()
            .map(file -> named(BASE + file.getKey(), file.getValue()))
            .toList());
  }

  private static VerifyBundle.Named named(String name, byte[] content) {
    return new VerifyBundle.Named(name, Optional.of(content));
  }

  private static List<String> told(Findings findings) {
    return findings.faults().stream()
        .map(fault -> fault.step() + " " + fault.place() + ": " + fault.english())
        .toList();
  }

  @Test
  void bothBundlesAreRecomputedWithoutADifference() {
    for (String name : List.of(Bundles.PUBLIC, Bundles.INSPECTION)) {
      Findings findings = VERIFIER.verify(archive(bag(name).files()), Optional.empty());
      assertEquals(List.of(), told(findings), name);
      assertEquals(
          DetachedJws.thumbprint(KEY.jwk()), findings.key(), "whose key it is can be compared");
      assertTrue(
          findings.lastLine(true).startsWith("Phép tính và thứ hạng khớp; số liệu gốc không"),
          findings.lastLine(true));
    }
  }

  @Test
  void aHiddenCellIsBoundAndItsFiguresAreNotThere() {
    Bag open = bag(Bundles.PUBLIC);
    Bag whole = bag(Bundles.INSPECTION);
    String scores = "data/scores/group-2.jsonl";
    assertFalse(open.text(scores).contains("{\"basis\":\"SELF\",\"criterion\":\"I.2\""));
    assertFalse(open.text(scores).contains("\"salt\""));
    assertTrue(open.text(scores).contains("\"criterion\":\"I.2\"}"), open.text(scores));
    assertTrue(whole.text(scores).contains("\"salt\""));
    assertTrue(
        open.text("data/points.csv").contains("193,I.2,10.00,,,,,total\n"),
        open.text("data/points.csv"));
    assertTrue(
        open.text("data/points.csv")
            .lines()
            .anyMatch(line -> line.startsWith("193,I.1,") && line.contains(",INSPECTED,")),
        open.text("data/points.csv"));
    // Who sent no form is ranked by the province's figures: 13 districts with I.2, 30 departments
    // with the three criteria of the plan's set.
    assertEquals(13 + 30 * 3, VERIFIER.verify(archive(open.files()), Optional.empty()).hidden());
    assertEquals(0, VERIFIER.verify(archive(whole.files()), Optional.empty()).hidden());
  }

  @Test
  void nobodysNameAndNoFreeTextGoesOut() {
    String all =
        bag(Bundles.PUBLIC).files().entrySet().stream()
            .filter(file -> !file.getKey().startsWith("data/criteria"))
            .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    assertFalse(all.contains("\"by\""), "accounts");
    assertFalse(all.contains("nonce"), "bodies");
  }

  /** A change of a payload file by one who seals again, with the issuer's own key. */
  private static Findings resealed(String path, UnaryOperator<String> change) {
    var payload = new HashMap<String, byte[]>();
    Bag bag = bag(Bundles.PUBLIC);
    bag.files()
        .forEach((file, content) -> {
          if (file.startsWith(Bag.PAYLOAD)) {
            payload.put(file.substring(Bag.PAYLOAD.length()), content);
          }
        });
    String before = new String(payload.get(path), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertFalse(before.equals(after), "nothing was changed in " + path);
    payload.put(path, after.getBytes(StandardCharsets.UTF_8));
    Bag again = Bag.sealed(payload, Map.of(), bag.files().get(Bag.KEYS), KEY);
    return VERIFIER.verify(archive(again.files()), Optional.empty());
  }

  private static Set<Step> steps(Findings findings) {
    return findings.faults().stream()
        .map(Findings.Fault::step)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whatTheIssuerItselfChangesIsNamed() {
    Findings point =
        resealed(
            "scores/group-2.jsonl",
            text -> text.replaceFirst("\"points\":\"10.00\"", "\"points\":\"9.00\""));
    assertTrue(steps(point).contains(Step.POINTS), told(point)::toString);
    assertTrue(point.faults(Step.POINTS).getFirst().place().startsWith("193/"));

    Findings rank =
        resealed("ranking/group-2.json", text -> text.replaceFirst("\"rank\":1", "\"rank\":2"));
    assertEquals("193/rank", rank.faults(Step.RANKS).getFirst().place());

    Findings annex =
        resealed(
            "ranking/group-2.json",
            text -> text.replaceFirst("\"exceptions\":\\[0,", "\"exceptions\":[1,"));
    assertEquals(Set.of(Step.CODE), steps(annex), "a favour that is hidden, or made up");
    assertEquals(
        Set.of(Step.CODE),
        steps(resealed("campaign.json", text -> text.replaceFirst("\"code\":\"", "\"code\":\"0"))));

    Findings table =
        resealed("ranking/group-2.csv", text -> text.replaceFirst(",96.50,", ",97.50,"));
    assertEquals(Set.of(Step.TABLES), steps(table));

    Findings entry =
        resealed("ledger/193.jsonl", text -> text.replaceFirst("FORM_SUBMITTED", "FORM_SUBMITTEE"));
    assertTrue(steps(entry).containsAll(Set.of(Step.CHAINS, Step.LOG)), told(entry)::toString);

    Findings anchor =
        resealed(
            "anchors/publication.json", text -> text.replaceFirst("\"seq\":[0-9]+", "\"seq\":999"));
    assertTrue(steps(anchor).contains(Step.CHAINS), told(anchor)::toString);

    Findings log = resealed("log.jsonl", text -> text.substring(0, text.indexOf('\n') + 1));
    assertEquals(Set.of(Step.LOG), steps(log));

    Findings tie =
        resealed(
            "campaign.json",
            text ->
                text.contains("COMPETITION")
                    ? text.replace("COMPETITION", "NONE")
                    : text.replace("DENSE", "NONE"));
    assertTrue(steps(tie).contains(Step.POINTS), told(tie)::toString);
  }

  /** A change by anybody else. */
  private static Findings changed(java.util.function.Consumer<List<VerifyBundle.Named>> change) {
    List<VerifyBundle.Named> files = archive(bag(Bundles.PUBLIC).files());
    change.accept(files);
    return VERIFIER.verify(files, Optional.of(DetachedJws.thumbprint(KEY.jwk())));
  }

  private static int at(List<VerifyBundle.Named> files, String path) {
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).name().equals(BASE + path)) {
        return i;
      }
    }
    throw new AssertionError(path);
  }

  @Test
  void whatOthersChangeIsNamed() {
    Findings whole = changed(files -> {});
    assertEquals(List.of(), told(whole));

    Findings oneByte =
        changed(files -> {
          int at = at(files, "data/units.csv");
          byte[] content = files.get(at).content().orElseThrow().clone();
          content[content.length - 3] ^= 1;
          files.set(at, named(files.get(at).name(), content));
        });
    assertEquals("data/units.csv", oneByte.faults(Step.HASHES).getFirst().place());

    Findings manifest =
        changed(files -> {
          int at = at(files, Bag.MANIFEST);
          byte[] content = files.get(at).content().orElseThrow().clone();
          content[0] = content[0] == 'a' ? (byte) 'b' : (byte) 'a';
          files.set(at, named(files.get(at).name(), content));
        });
    assertTrue(steps(manifest).containsAll(Set.of(Step.HASHES, Step.SIGNATURE)));

    Findings twice = changed(files -> files.add(files.get(at(files, "data/units.csv"))));
    assertEquals(BASE + "data/units.csv", twice.faults(Step.BAG).getFirst().place());
    assertEquals("data/units.csv", twice.faults(Step.HASHES).getFirst().place());

    for (String name :
        List.of("../x", BASE + "data/../../x", "/etc/x", "C:\\x", BASE + "data\\x", "")) {
      Findings climbing = changed(files -> files.add(named(name, new byte[0])));
      assertEquals(Set.of(Step.BAG), steps(climbing), name);
    }

    Findings extra = changed(files -> files.add(named(BASE + "data/x.txt", new byte[0])));
    assertEquals("data/x.txt", extra.faults(Step.HASHES).getFirst().place());
  }

  @Test
  void whoAsksWhileItIsBuiltIsToldSo() {
    var reader = new ReadBundle(new KeptBundles());
    Province.refused(BundleProblem.BUNDLE_BEING_BUILT, reader.open(PROVINCE.campaign(), 0));
    assertEquals(
        "https://example.com/bundle.zip",
        accepted(new ReadBundle(BUNDLES).open(PROVINCE.campaign(), 0)).toString());
  }

  @Test
  void bundleThatWasNeverBuiltBeforeACorrectionIsSaidToBeNone() {
    Campaign published = PROVINCE.campaign();
    Campaign.Result result = published.result().orElseThrow();
    Campaign corrected =
        published
            .withStage(Stage.APPRAISING)
            .with(published.ruled().withIssue(new Rulings.Issue(result, "Sai nhóm", LOCKED)))
            .withoutResult();
    Province.refused(
        BundleProblem.BUNDLE_NEVER_BUILT, new ReadBundle(new KeptBundles()).open(corrected, 1));
    assertEquals(
        "https://example.com/bundle.zip",
        accepted(new ReadBundle(BUNDLES).open(corrected, 1)).toString(),
        "a former issue stays while the result is corrected");
  }

  @Test
  void anotherKeyIsNamedThoughItsSealHolds() {
    var other = new KeptBundles();
    assertTrue(maker(other, TestKeys.bundleKey()).run(PROVINCE.campaign()));
    Bag forged = (Bag) other.kept.get(Bundles.PUBLIC);
    Findings unasked = VERIFIER.verify(archive(forged.files()), Optional.empty());
    assertEquals(List.of(), told(unasked));
    Findings asked =
        VERIFIER.verify(archive(forged.files()), Optional.of(DetachedJws.thumbprint(KEY.jwk())));
    assertEquals(Set.of(Step.SIGNATURE), steps(asked));
    var mixed = new java.util.TreeMap<>(bag(Bundles.PUBLIC).files());
    mixed.put(Bag.SIGNATURE, forged.files().get(Bag.SIGNATURE));
    Findings foreign = VERIFIER.verify(archive(mixed), Optional.empty());
    assertTrue(steps(foreign).contains(Step.SIGNATURE), told(foreign)::toString);
  }

  @Test
  void killedAnywhereTheNextRunGoesOnAndNothingIsDoubled() {
    for (int lives : new int[] {0, 1, BUNDLES.writes / 2, BUNDLES.writes - 1}) {
      var bundles = new KeptBundles();
      bundles.livesFor = lives;
      assertThrows(
          KeptBundles.Killed.class,
          () -> maker(bundles).run(PROVINCE.campaign()),
          "write " + lives);
      bundles.livesFor = Integer.MAX_VALUE;
      assertTrue(maker(bundles).run(PROVINCE.campaign()));
      assertEquals(BUNDLES.writes, bundles.writes);
      Bag again = (Bag) bundles.kept.get(Bundles.PUBLIC);
      assertEquals(
          new String(bag(Bundles.PUBLIC).files().get(Bag.MANIFEST), StandardCharsets.US_ASCII),
          new String(again.files().get(Bag.MANIFEST), StandardCharsets.US_ASCII));
      assertTrue(maker(bundles).run(PROVINCE.campaign()));
      assertEquals(BUNDLES.writes, bundles.writes, "a run that finds it writes nothing");
    }
  }
}
