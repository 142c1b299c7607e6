package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Envelope;
import vn.minhbach.core.publish.transparency.Checkpoint;
import vn.minhbach.core.publish.transparency.Leaf;
import vn.minhbach.core.publish.transparency.MerkleTree;

/** Steps 4 and 5: chains of entries, the anchors that they end in, and the log of the ends. */
final class LedgerCheck {

  private static final String LEDGER = Bag.PAYLOAD + "ledger/";
  private static final String LOG = Bag.PAYLOAD + "log.jsonl";

  private final Bag bag;
  private final VerifyBundle.Tools tools;
  private final VerifyBundle.Watch watch;
  private final Findings findings;

  /** Hash of each entry, by chain and number. */
  private final Map<String, Map<Long, String>> hashes = new HashMap<>();

  /** Where the last anchors that could be read say that each chain ends. */
  private final Map<String, ChainTip> ends = new TreeMap<>();

  private String campaign = "";

  LedgerCheck(Bag bag, VerifyBundle.Tools tools, VerifyBundle.Watch watch, Findings findings) {
    this.bag = bag;
    this.tools = tools;
    this.watch = watch;
    this.findings = findings;
  }

  /** Step 4. */
  void chains() {
    findings.reading(
        Step.CHAINS,
        ResultCheck.CAMPAIGN,
        () -> campaign = Doc.of(tools.json(bag.text(ResultCheck.CAMPAIGN))).text("campaign"));
    List<String> paths =
        bag.files().keySet().stream().filter(path -> path.startsWith(LEDGER)).toList();
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      watch.at(i, paths.size());
      findings.reading(Step.CHAINS, path, () -> chain(path));
    }
    for (String occasion : List.of("report", "approval", "publication")) {
      String path = Bag.PAYLOAD + "anchors/" + occasion + ".json";
      findings.reading(
          Step.CHAINS,
          path,
          () -> {
            Map<String, ChainTip> tips = tips(path);
            anchored(path, tips, occasion.equals("publication"));
            ends.clear();
            ends.putAll(tips);
          });
    }
  }

  /** Step 5, after {@link #chains}. */
  void log() {
    findings.reading(Step.LOG, LOG, this::records);
  }

  private void chain(String path) {
    String unit = path.substring(LEDGER.length()).replaceAll("[.]jsonl$", "");
    String chain = unit.equals("campaign") ? campaign : campaign + "/" + unit;
    var own = new HashMap<Long, String>();
    hashes.put(chain, own);
    ChainTip tip = ChainTip.START;
    for (String line : bag.lines(path)) {
      Envelope entry = envelope(Doc.of(tools.json(line)));
      boolean sound = entry.follows(chain, tip) && CanonicalJson.text(entry.tree()).equals(line);
      if (!sound) {
        findings.note(
            Step.CHAINS,
            path,
            "mắt xích " + (tip.seq() + 1) + " không nối với mắt trước",
            "entry " + (tip.seq() + 1) + " does not link to the one before");
        return;
      }
      tip = entry.tip();
      own.put(tip.seq(), tip.hash());
    }
  }

  private static Envelope envelope(Doc in) {
    return new Envelope(
        in.text("format"),
        in.text("chain"),
        in.number("seq"),
        in.text("at"),
        in.text("kind"),
        in.text("bodyHash"),
        in.text("previousHash"));
  }

  private Map<String, ChainTip> tips(String path) {
    var tips = new TreeMap<String, ChainTip>();
    Doc.of(tools.json(bag.text(path)))
        .map("chains")
        .forEach((chain, tip) -> tips.put(chain, tip(Doc.of(tip))));
    return tips;
  }

  private static ChainTip tip(Doc in) {
    return new ChainTip(in.number("seq"), in.text("hash"));
  }

  private void anchored(String path, Map<String, ChainTip> tips, boolean last) {
    tips.forEach((chain, tip) -> {
      Map<Long, String> own = hashes.getOrDefault(chain, Map.of());
      boolean there = tip.hash().equals(own.get(tip.seq()));
      if (tip.seq() > 0 && !there || last && own.size() != tip.seq()) {
        findings.note(
            Step.CHAINS,
            path,
            chain + " không kết thúc ở " + tip.seq() + " như đã neo",
            chain + " does not end at " + tip.seq() + " as anchored");
      }
    });
    if (last) {
      var extra = new HashSet<>(hashes.keySet());
      extra.removeAll(tips.keySet());
      extra.forEach(chain ->
          findings.note(Step.CHAINS, path, chain + " chưa được neo", chain + " is not anchored"));
    }
  }

  private void records() {
    byte[] key = key();
    var leaves = new ArrayList<byte[]>();
    var known = new HashMap<String, ChainTip>();
    long number = 0;
    for (String line : bag.lines(LOG)) {
      Doc record = Doc.of(tools.json(line));
      number++;
      for (Doc one : record.docs("leaves")) {
        var leaf = new Leaf(one.text("chain"), tip(one));
        leaves.add(leaf.hash());
        known.put(leaf.chain(), leaf.tip());
        if (!leaf.tip()
            .hash()
            .equals(hashes.getOrDefault(leaf.chain(), Map.of()).get(leaf.tip().seq()))) {
          findings.note(
              Step.LOG,
              LOG,
              leaf.chain() + ": mắt xích " + leaf.tip().seq() + " khác trong nhật ký điểm",
              leaf.chain() + ": entry " + leaf.tip().seq() + " is another in the ledger");
        }
      }
      checkpoint(record, number, leaves, key);
    }
    ends.forEach((chain, tip) -> {
      if (tip.seq() > 0 && !tip.equals(known.get(chain))) {
        findings.note(
            Step.LOG, LOG, chain + " thiếu trong nhật ký", chain + " is missing in the log");
      }
    });
  }

  private void checkpoint(Doc record, long number, List<byte[]> leaves, byte[] key) {
    byte[] root = MerkleTree.of(leaves).root();
    var wanted = new Checkpoint(Checkpoint.origin(new CampaignId(campaign)), leaves.size(), root);
    Optional<Checkpoint> signed = Checkpoint.read(record.text("checkpoint"), key, tools::ed25519);
    boolean sound =
        record.number("number") == number
            && record.number("size") == leaves.size()
            && record.text("root").equals(HexFormat.of().formatHex(root))
            && signed.map(Checkpoint::text).equals(Optional.of(wanted.text()));
    if (!sound) {
      findings.note(
          Step.LOG,
          LOG,
          "điểm kiểm tra " + number + " không đúng với cây băm",
          "checkpoint " + number + " is not of this tree");
    }
  }

  private byte[] key() {
    String[] parts = Doc.of(tools.json(bag.text(Bag.KEYS))).text("checkpoints").split("[+]", 3);
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    byte[] key = java.util.Arrays.copyOfRange(typed, 1, typed.length);
    String own = Checkpoint.verifierKey(Checkpoint.origin(new CampaignId(campaign)), key);
    findings.same(Step.LOG, Bag.KEYS, own, String.join("+", parts));
    return key;
  }
}
