package vn.minhbach.core.publish.transparency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.minhbach.adapter.jca.JcaTools;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.memory.Anchored;

/** The tree of RFC 6962 on the vectors that logs share, and on itself. */
class MerkleTreeTest {

  private static final HexFormat HEX = HexFormat.of();

  /** Inputs and roots of the reference implementation of Certificate Transparency. */
  private static final List<String> INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final MerkleTree EIGHT =
      MerkleTree.of(INPUTS.stream().map(HEX::parseHex).map(MerkleTree::leaf).toList());

  @Test
  void rootsOfTheReference() {
    for (int size = 0; size < ROOTS.size(); size++) {
      assertEquals(ROOTS.get(size), HEX.formatHex(EIGHT.root(size)), "size " + size);
    }
  }

  @Test
  void proofsOfTheReference() {
    List<String> fromTheFirst =
        List.of(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertEquals(fromTheFirst, hex(EIGHT.inclusion(0)));
    assertEquals(fromTheFirst, hex(EIGHT.consistency(1)));
    assertEquals(
        List.of(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        hex(EIGHT.consistency(6)));
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HEX::formatHex).toList();
  }

  private static MerkleTree tree(int size) {
    return MerkleTree.of(
        IntStream.range(0, size)
            .mapToObj(i -> MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  @Property
  void everyProofHoldsAndNoneHoldsForAnother(
      @ForAll @IntRange(min = 1, max = 70) int size,
      @ForAll @IntRange(min = 0, max = 69) int some,
      @ForAll @IntRange(min = 0, max = 255) int bit) {
    MerkleTree tree = tree(size);
    int index = some % size;
    byte[] leaf = MerkleTree.leaf(("leaf " + index).getBytes(StandardCharsets.UTF_8));
    List<byte[]> path = tree.inclusion(index);
    assertTrue(MerkleTree.includes(leaf, index, size, path, tree.root()));
    byte[] other = leaf.clone();
    other[bit / 8] ^= (byte) (1 << bit % 8);
    assertFalse(MerkleTree.includes(other, index, size, path, tree.root()));
    if (size > 1) {
      assertFalse(MerkleTree.includes(leaf, (index + 1) % size, size, path, tree.root()));
      assertFalse(
          MerkleTree.includes(leaf, index, size, path.subList(1, path.size()), tree.root()));
    }

    int earlier = some % size + 1;
    List<byte[]> proof = tree.consistency(earlier);
    byte[] before = tree(earlier).root();
    assertArrayEquals(before, tree.root(earlier));
    assertTrue(MerkleTree.consistent(earlier, before, size, tree.root(), proof));
    byte[] forked = before.clone();
    forked[bit / 8] ^= (byte) (1 << bit % 8);
    assertFalse(MerkleTree.consistent(earlier, forked, size, tree.root(), proof));
    var longer = new ArrayList<>(proof);
    longer.add(leaf);
    assertFalse(MerkleTree.consistent(earlier, before, size, tree.root(), longer));
  }

  /** The example in the documentation of golang.org/x/mod/sumdb/note. */
  @Test
  void keyAndSignatureOfASignedNote() {
    String known = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    byte[] typed = Base64.getDecoder().decode(known.split("[+]", 3)[2]);
    byte[] key = java.util.Arrays.copyOfRange(typed, 1, typed.length);
    assertEquals(known, Checkpoint.verifierKey("PeterNeumann", key));
    byte[] signature =
        Base64.getDecoder()
            .decode(
                "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6K"
                    + "E6RyyBwJnAM=");
    assertTrue(
        new JcaTools()
            .ed25519(
                key,
                ("If you think cryptography is the answer to your problem,\n"
                        + "then you don't know what your problem is.\n")
                    .getBytes(StandardCharsets.UTF_8),
                java.util.Arrays.copyOfRange(signature, 4, signature.length)));
  }

  /** A log in memory that is slower once. */
  private static final class Kept implements TransparencyLog {
    private final List<LogRecord> records = new ArrayList<>();
    private boolean slower;

    @Override
    public List<LogRecord> records(CampaignId campaign) {
      return List.copyOf(records);
    }

    @Override
    public boolean append(LogRecord next) {
      if (slower || next.number() != records.size() + 1) {
        slower = false;
        return false;
      }
      return records.add(next);
    }
  }

  private static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  private static final Instant AT = Instant.parse("2020-09-25T00:00:00Z");

  private static TreeMap<String, ChainTip> ends(long commune, long department) {
    var ends = new TreeMap<String, ChainTip>();
    ends.put("131-2020/06649", new ChainTip(commune, "%064d".formatted(commune)));
    ends.put("131-2020/SKHCN", new ChainTip(department, "%064d".formatted(department)));
    return ends;
  }

  @Test
  void onlyEndsThatGoFurtherAreAddedAndNothingTwice() {
    var anchors = new Anchored();
    var log = new Kept();
    LogKey key =
        new LogKey() {
          @Override
          public byte[] publicKey() {
            return new byte[32];
          }

          @Override
          public byte[] sign(byte[] message) {
            return new byte[64];
          }
        };
    anchors.keep(CAMPAIGN, "daily-2020-09-25", AT, ends(3, 5));
    anchors.keep(CAMPAIGN, "daily-2020-09-26", AT, ends(4, 5));
    // Overtaken, nothing is lost: the next run finds what there is to do.
    log.slower = true;
    var first = new GrowLog(anchors, log, key);
    first.grow(CAMPAIGN, "daily-2020-09-25", AT);
    assertEquals(0, log.records.size());
    first.grow(CAMPAIGN, "daily-2020-09-25", AT);
    first.grow(CAMPAIGN, "daily-2020-09-26", AT);
    // Another instance, which knows of nothing, and an anchor that is none.
    var second = new GrowLog(anchors, log, key);
    second.grow(CAMPAIGN, "daily-2020-09-25", AT);
    second.grow(CAMPAIGN, "daily-2020-09-26", AT);
    second.grow(CAMPAIGN, "daily-2020-09-27", AT);
    assertEquals(List.of(2, 3), log.records.stream().map(LogRecord::size).toList());

    var read = new ReadLog(log);
    ReadLog.Inclusion proof =
        read.inclusion(ChainId.of(CAMPAIGN, new UnitCode("06649"))).orElseThrow();
    assertEquals(4, proof.leaf().tip().seq());
    assertTrue(
        MerkleTree.includes(
            proof.leaf().hash(),
            proof.index(),
            3,
            proof.path().stream().map(HEX::parseHex).toList(),
            HEX.parseHex(proof.newest().root())));
    assertTrue(read.consistency(CAMPAIGN, 2).isPresent());
    assertTrue(read.consistency(CAMPAIGN, 1).isEmpty(), "no tree was ever of this size");
    assertTrue(read.inclusion(ChainId.of(CAMPAIGN, new UnitCode("193"))).isEmpty());
  }

  @Test
  void aNoteOfAnotherKeyOriginOrShapeIsNone() {
    byte[] key = new byte[32];
    var checkpoint = new Checkpoint("minhbach/campaigns/131-2020", 8, EIGHT.root());
    String note = checkpoint.signed(key, text -> new byte[64]);
    Checkpoint.Check any = (one, message, signature) -> true;
    assertEquals(
        Optional.of(checkpoint.text()), Checkpoint.read(note, key, any).map(Checkpoint::text));
    byte[] other = key.clone();
    other[0] = 1;
    assertTrue(Checkpoint.read(note, other, any).isEmpty());
    assertTrue(Checkpoint.read(note, key, (one, message, signature) -> false).isEmpty());
    assertTrue(Checkpoint.read(note.replace("\n8\n", "\n08\n"), key, any).isEmpty());
    assertTrue(Checkpoint.read(note.replaceFirst("131", "132"), key, any).isEmpty());
    assertTrue(Checkpoint.read("", key, any).isEmpty());
  }
}
