package vn.minhbach.core.publish.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhbach.core.Chance;
import vn.minhbach.core.appraise.marking.Visits;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.publication.KeepAnchors;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.ranking.Unranked;
import vn.minhbach.core.publish.transparency.Checkpoint;
import vn.minhbach.core.publish.transparency.LogKey;
import vn.minhbach.core.publish.transparency.TransparencyLog;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Builds the bundle of a published result, piece by piece: each run makes the pieces that are
 * missing, so many at most, and the last one puts them together. A piece that is there stays as it
 * is, so that a run may be killed anywhere and two may run at once. It is the schedule's work,
 * since a province of 11,000 units takes longer than a request lives.
 */
public final class MakeBundle {

  private static final int UNITS_A_PIECE = 50;
  private static final int PIECES_A_RUN = 6;
  private static final int ENTRIES_A_READ = 500;
  private static final String SECRET = "salts";
  private static final String NOTHING_APPLICABLE = Unranked.NOTHING_APPLICABLE.name();

  private final Parts parts;
  private final Chance chance;

  /** What this instance knows to be built: the schedule asks every few minutes, for years. */
  private final Set<Bundles.Issue> built = ConcurrentHashMap.newKeySet();

  /** What it reads, and where it puts what it makes. */
  public record Parts(
      Units units,
      CriteriaSets criteria,
      Rankings rankings,
      ReadResult results,
      Ledger ledger,
      Anchors anchors,
      TransparencyLog log,
      Bundles bundles,
      BundleKey key,
      LogKey logKey,
      Visits visits) {}

  public MakeBundle(Parts parts, Chance chance) {
    this.parts = parts;
    this.chance = chance;
  }

  /** The issue of a campaign's result that is in force. */
  public static Bundles.Issue issue(Campaign campaign) {
    return new Bundles.Issue(campaign.id(), campaign.ruled().issues().size() + 1);
  }

  /**
   * Goes on with the bundle of a published campaign.
   *
   * @return whether it is there
   */
  public boolean run(Campaign campaign) {
    Bundles.Issue issue = issue(campaign);
    if (built.contains(issue)) {
      return true;
    }
    SortedMap<String, ChainTip> tips =
        parts.anchors.find(campaign.id(), KeepAnchors.named(campaign, KeepAnchors.PUBLICATION));
    if (tips.isEmpty()) {
      return false; // The anchor comes right after the publication; the bundle ends where it does.
    }
    if (!parts.bundles.exists(issue, Bundles.PUBLIC)) {
      List<List<Unit>> pieces = pieces(campaign);
      if (!piecesMade(campaign, issue, pieces, tips)) {
        return false;
      }
      assemble(campaign, issue, pieces, tips);
    }
    built.add(issue);
    return true;
  }

  private List<List<Unit>> pieces(Campaign campaign) {
    List<Unit> register =
        parts.units.all(campaign.id(), campaign.unitsVersion()).stream()
            .sorted(Comparator.comparing(Unit::group).thenComparing(Unit::code))
            .toList();
    var pieces = new ArrayList<List<Unit>>();
    for (int from = 0; from < register.size(); from += UNITS_A_PIECE) {
      pieces.add(register.subList(from, Math.min(from + UNITS_A_PIECE, register.size())));
    }
    return pieces;
  }

  private boolean piecesMade(
      Campaign campaign,
      Bundles.Issue issue,
      List<List<Unit>> pieces,
      SortedMap<String, ChainTip> tips) {
    String secret = secret(issue);
    int made = 0;
    for (int number = 0; number < pieces.size(); number++) {
      if (!parts.bundles.exists(issue, name(number))) {
        if (made++ == PIECES_A_RUN) {
          return false;
        }
        parts.bundles.keep(issue, name(number), piece(campaign, pieces.get(number), secret, tips));
      }
    }
    return true;
  }

  // Drawn once for an issue: a piece that is made again has the commitments that it had.
  private String secret(Bundles.Issue issue) {
    if (!parts.bundles.exists(issue, SECRET)) {
      parts.bundles.keep(issue, SECRET, Bag.utf8(chance.hex128() + chance.hex128()));
    }
    return new String(parts.bundles.find(issue, SECRET).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static String name(int piece) {
    return "pieces/%04d.zip".formatted(piece);
  }

  private Bag piece(
      Campaign campaign, List<Unit> units, String secret, SortedMap<String, ChainTip> tips) {
    var files = new Fragments();
    for (Unit unit : units) {
      ledger(ChainId.of(campaign.id(), unit.code()), tips)
          .ifPresent(lines -> files.add("ledger/" + unit.code() + ".jsonl", lines));
      // Who is not ranked has no points that anybody could recompute; the ranking says why.
      parts
          .results
          .publishedCard(campaign, unit)
          .fold(refusal -> Optional.<ReadResult.Card>empty(), Optional::of)
          .filter(card -> card.row().filter(MakeBundle::ranked).isPresent())
          .ifPresent(card -> {
            CriteriaSet criteria = card.view().criteria();
            var whole =
                UnitScores.whole(
                    unit.code(),
                    CellsOfUnit.of(card, parts.visits.seen(campaign.id(), unit.code())),
                    CellsOfUnit.totals(card),
                    criteria,
                    secret);
            for (boolean all : new boolean[] {true, false}) {
              UnitScores shown = all ? whole : whole.open();
              String view = all ? "whole/" : "public/";
              files.add(
                  view + "scores/group-" + unit.group() + ".jsonl",
                  CanonicalJson.text(shown.tree()) + "\n");
              files.add(view + "points.csv", Csv.points(shown, criteria));
            }
          });
    }
    return files.bag();
  }

  private static boolean ranked(RankingRow row) {
    return row.index().isPresent() || row.unranked().equals(Optional.of(NOTHING_APPLICABLE));
  }

  private Optional<String> ledger(ChainId chain, SortedMap<String, ChainTip> tips) {
    return Optional.ofNullable(tips.get(chain.toString()))
        .map(tip -> {
          var lines = new StringBuilder();
          long after = 0;
          while (after < tip.seq()) {
            int wanted = (int) Math.min(ENTRIES_A_READ, tip.seq() - after);
            List<Entry> entries = parts.ledger.entries(chain, after, wanted);
            if (entries.isEmpty()) {
              break; // The chain is shorter than its anchor: the verifier says so.
            }
            entries.forEach(
                entry -> lines.append(CanonicalJson.text(entry.envelope())).append('\n'));
            after = entries.getLast().seq();
          }
          return lines.toString();
        });
  }

  private void assemble(
      Campaign campaign,
      Bundles.Issue issue,
      List<List<Unit>> pieces,
      SortedMap<String, ChainTip> tips) {
    var fragments = new Fragments();
    for (int number = 0; number < pieces.size(); number++) {
      parts.bundles.bag(issue, name(number)).orElseThrow().files().forEach(fragments::add);
    }
    Payload payload =
        new Payload(
            campaign,
            issue.number(),
            pieces.stream().flatMap(List::stream).toList(),
            groups(campaign),
            ledger(campaign.chain(), tips).orElse(""),
            anchors(campaign),
            parts.log.records(campaign.id()));
    // The public one last: once it is there, nothing is looked at again.
    for (boolean whole : new boolean[] {true, false}) {
      parts.bundles.keep(
          issue,
          whole ? Bundles.INSPECTION : Bundles.PUBLIC,
          Bag.sealed(payload.files(fragments, whole), payload.info(), keys(campaign), parts.key));
    }
  }

  private Map<Integer, Payload.Group> groups(Campaign campaign) {
    var groups = new TreeMap<Integer, Payload.Group>();
    campaign
        .criteriaVersions()
        .forEach((group, version) ->
            parts
                .rankings
                .staged(campaign.id(), group, campaign.result().orElseThrow().rankingVersion())
                .ifPresent(table ->
                    groups.put(
                        group,
                        new Payload.Group(
                            version,
                            parts.criteria.find(campaign.id(), group, version).orElseThrow(),
                            parts.criteria.tree(campaign.id(), group, version).orElseThrow(),
                            table,
                            parts.rankings.all(table)))));
    return groups;
  }

  private Map<String, SortedMap<String, ChainTip>> anchors(Campaign campaign) {
    var anchors = new TreeMap<String, SortedMap<String, ChainTip>>();
    for (String occasion :
        List.of(KeepAnchors.REPORT, KeepAnchors.APPROVAL, KeepAnchors.PUBLICATION)) {
      SortedMap<String, ChainTip> tips =
          parts.anchors.find(campaign.id(), KeepAnchors.named(campaign, occasion));
      if (!tips.isEmpty()) {
        anchors.put(occasion, tips);
      }
    }
    return anchors;
  }

  private byte[] keys(Campaign campaign) {
    var jwk = new TreeMap<String, Object>(parts.key.jwk());
    jwk.put("alg", "ES256");
    jwk.put("use", "sig");
    jwk.put("kid", DetachedJws.thumbprint(parts.key.jwk()));
    return CanonicalJson.bytes(
        Map.of(
            "keys",
            List.of(jwk),
            "checkpoints",
            Checkpoint.verifierKey(Checkpoint.origin(campaign.id()), parts.logKey.publicKey())));
  }
}
