package vn.minhbach.core.publish.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ledger.Sha256;

/**
 * A checkpoint as C2SP has it (c2sp.org/tlog-checkpoint): the size and root of a log, in a signed
 * note (c2sp.org/signed-note) with one Ed25519 signature.
 *
 * @param origin names the log; the name of its key too
 * @param root of the tree, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {

  /** Signature type of the note: Ed25519. */
  private static final byte ED25519 = 1;

  private static final int KEY_ID = 4;

  private static final Pattern NOTE =
      Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([^\n]+)\n\n— ([^ \n]+) ([^\n]+)\n");

  /** The name of a campaign's log. */
  public static String origin(CampaignId campaign) {
    return "minhbach/campaigns/" + campaign;
  }

  /** What is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }

  /**
   * The signed note.
   *
   * @param publicKey of the log, 32 bytes
   * @param sign by Ed25519
   */
  public String signed(byte[] publicKey, UnaryOperator<byte[]> sign) {
    byte[] signature = sign.apply(text().getBytes(StandardCharsets.UTF_8));
    byte[] id = keyId(origin, publicKey);
    byte[] both = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, both, id.length, signature.length);
    return text() + "\n— " + origin + " " + Base64.getEncoder().encodeToString(both) + "\n";
  }

  /** The key as verifiers of notes take it: name, id and key. */
  public static String verifierKey(String origin, byte[] publicKey) {
    byte[] typed = new byte[publicKey.length + 1];
    typed[0] = ED25519;
    System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
    return origin
        + "+"
        + Sha256.hex(identified(origin, publicKey)).substring(0, 2 * KEY_ID)
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  private static byte[] keyId(String name, byte[] publicKey) {
    return Arrays.copyOf(Sha256.digest().digest(identified(name, publicKey)), KEY_ID);
  }

  private static byte[] identified(String name, byte[] publicKey) {
    byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(named, named.length + 1 + publicKey.length);
    all[named.length] = ED25519;
    System.arraycopy(publicKey, 0, all, named.length + 1, publicKey.length);
    return all;
  }

  /** Checks an Ed25519 signature: key, message, signature. */
  public interface Check {
    boolean holds(byte[] publicKey, byte[] message, byte[] signature);
  }

  /** Reads a note and checks its signature; empty where it is none, or another key signed it. */
  public static Optional<Checkpoint> read(String note, byte[] publicKey, Check check) {
    Matcher lines = NOTE.matcher(note);
    if (!lines.matches()) {
      return Optional.empty();
    }
    try {
      var read =
          new Checkpoint(
              lines.group(1),
              Long.parseLong(lines.group(2)),
              Base64.getDecoder().decode(lines.group(3)));
      byte[] both = Base64.getDecoder().decode(lines.group(5));
      boolean known =
          lines.group(4).equals(read.origin)
              && both.length > KEY_ID
              && Arrays.equals(Arrays.copyOf(both, KEY_ID), keyId(read.origin, publicKey));
      return known
              && check.holds(
                  publicKey,
                  read.text().getBytes(StandardCharsets.UTF_8),
                  Arrays.copyOfRange(both, KEY_ID, both.length))
          ? Optional.of(read)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
