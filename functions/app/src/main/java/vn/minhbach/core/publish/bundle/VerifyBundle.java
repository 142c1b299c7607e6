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
  private final Watch watch;

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

  /** Is told how far a step has come. */
  public interface Watch {

    /** So many of so many are done: chains of the ledger, or units of a group. */
    void at(int done, int of);
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

  /** A verifier that nobody watches. */
  public VerifyBundle(Tools tools) {
    this(tools, (done, of) -> {});
  }

  public VerifyBundle(Tools tools, Watch watch) {
    this.tools = tools;
    this.watch = watch;
  }

  /**
   * Verifies an archive's files.
   *
   * @param expectedKey thumbprint that the seal's key must have; empty where nobody said
   */
  public Findings verify(List<Named> archive, Optional<String> expectedKey) {
    Verification verification = begin(archive, expectedKey);
    while (!verification.done()) {
      verification.look();
    }
    return verification.findings();
  }

  /** The same, for whoever shows each step as it ends. */
  public Verification begin(List<Named> archive, Optional<String> expectedKey) {
    return new Verification(archive, expectedKey, tools, watch);
  }
}
