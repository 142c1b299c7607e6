package vn.minhbach.core.publish.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recomputes a bundle from its files alone: the same rules that made it, and nothing that it merely
 * claims. Pure; what it was given may be anything, and each difference is named with its place.
 */
public final class VerifyBundle {

  private final Tools tools;

  /** What core does not have itself. */
  public interface Tools {

    /** Strict JSON to plain maps, lists, texts, Long and BigDecimal; an exception for any other. */
    Object json(String text);

    /**
     * Whether an ES256 signature (R and S) holds.
     *
     * @param jwk x and y of a point on P-256
     */
    boolean es256(Map<String, Object> jwk, byte[] message, byte[] signature);

    /** Whether an Ed25519 signature holds. */
    boolean ed25519(byte[] publicKey, byte[] message, byte[] signature);
  }

  /**
   * A file of an archive, under the name that stands there.
   *
   * @param content empty where it cannot be unpacked
   */
  public record Named(String name, Optional<byte[]> content) {}

  /** What is to be said of an archive that does not open. */
  public static Findings unopened(String name) {
    var findings = new Findings();
    findings.note(Step.BAG, name, "không mở được tệp zip", "not a zip that opens");
    findings.close();
    return findings;
  }

  public VerifyBundle(Tools tools) {
    this.tools = tools;
  }

  /**
   * Verifies an archive's files.
   *
   * @param expectedKey thumbprint that the seal's key must have; empty where nobody said
   */
  public Findings verify(List<Named> archive, Optional<String> expectedKey) {
    var findings = new Findings();
    Bag bag = BagCheck.unpacked(archive, findings);
    BagCheck.hashes(bag, findings);
    new SealCheck(bag, tools, findings).check(expectedKey);
    var ledgers = new LedgerCheck(bag, tools, findings);
    ledgers.check();
    new ResultCheck(bag, tools, findings).check();
    return findings;
  }
}
