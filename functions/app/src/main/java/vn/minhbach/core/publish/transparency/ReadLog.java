package vn.minhbach.core.publish.transparency;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ledger.ChainId;

/** Reads a campaign's log: its checkpoints, and proofs that anybody checks without us. */
public final class ReadLog {

  private final TransparencyLog log;

  public ReadLog(TransparencyLog log) {
    this.log = log;
  }

  /**
   * That one tree is the beginning of another.
   *
   * @param path hex
   */
  public record Consistency(int from, int to, List<String> path) {}

  /**
   * That a leaf is in the tree of a checkpoint.
   *
   * @param index of the leaf, from 0
   * @param path hex, from the leaf upwards
   */
  public record Inclusion(Leaf leaf, int index, LogRecord newest, List<String> path) {}

  /** All records, the newest first. */
  public List<LogRecord> newestFirst(CampaignId campaign) {
    return log.records(campaign).reversed();
  }

  /** From the tree of a size to the newest; empty where no tree was ever of that size. */
  public Optional<Consistency> consistency(CampaignId campaign, int from) {
    List<LogRecord> records = log.records(campaign);
    if (records.stream().noneMatch(record -> record.size() == from)) {
      return Optional.empty();
    }
    MerkleTree tree = MerkleTree.of(GrowLog.hashes(records));
    return Optional.of(new Consistency(from, tree.size(), hex(tree.consistency(from))));
  }

  /** The newest end of a chain in the log; empty before it was anchored. */
  public Optional<Inclusion> inclusion(ChainId chain) {
    List<LogRecord> records = log.records(chain.campaign());
    List<Leaf> leaves = records.stream().flatMap(one -> one.leaves().stream()).toList();
    return IntStream.range(0, leaves.size())
        .filter(at -> leaves.get(at).chain().equals(chain.toString()))
        .boxed()
        .reduce((earlier, later) -> later)
        .map(at ->
            new Inclusion(
                leaves.get(at),
                at,
                records.getLast(),
                hex(MerkleTree.of(GrowLog.hashes(records)).inclusion(at))));
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }
}
