package vn.minhbach.adapter.s3.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The standard lock of a PDF (ISO 32000-1, 7.6.3; ISO 32000-2, 7.6.4), tried with the empty
 * password: an owner's lock restricts printing and copying, and everybody can open it.
 */
final class PdfLock {

  /** ISO 32000-1, 7.6.3.3, algorithm 2, step a. */
  private static final byte[] PADDING =
      new BigInteger("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", 16)
          .toByteArray();

  private static final int AES_BLOCK = 16;

  private final byte[] key;
  private final Method streams;

  /** How streams are encrypted. */
  private enum Method {
    NONE,
    RC4,
    AES
  }

  private PdfLock(byte[] key, Method streams) {
    this.key = key;
    this.streams = streams;
  }

  /**
   * The lock, open; null when it needs a password or is of another kind.
   *
   * @param entries of the encryption dictionary
   * @param id the first of the file's two identifiers
   */
  static PdfLock opened(Map<String, Object> entries, byte[] id) {
    try {
      var lock = new PdfScan.Thing(0, 0, false, entries);
      if (!lock.text("Filter").equals("Standard")) {
        return null;
      }
      int revision = number(lock, "R", 0);
      byte[] key = revision >= 5 ? newer(lock, revision) : older(lock, revision, id);
      return key == null ? null : new PdfLock(key, method(lock));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static Method method(PdfScan.Thing lock) {
    if (number(lock, "V", 0) < 4) {
      return Method.RC4;
    }
    String filter = lock.text("StmF");
    return switch (lock.text("CF." + filter + ".CFM")) {
      case "V2" -> Method.RC4;
      case "AESV2", "AESV3" -> Method.AES;
      default -> Method.NONE;
    };
  }

  // Algorithms 2, 4 and 5.
  private static byte[] older(PdfScan.Thing lock, int revision, byte[] id)
      throws GeneralSecurityException {
    int version = number(lock, "V", 0);
    int length = version == 4 ? 16 : revision == 2 ? 5 : number(lock, "Length", 40) / 8;
    byte[] owner = bytes(lock, "O", 32);
    byte[] user = bytes(lock, "U", 32);
    if (revision < 2 || length < 5 || length > 16) {
      return null;
    }
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    md5.update(PADDING);
    md5.update(owner, 0, 32);
    int rights = number(lock, "P", 0);
    md5.update(
        new byte[] {
          (byte) rights, (byte) (rights >> 8), (byte) (rights >> 16), (byte) (rights >> 24)
        });
    md5.update(id);
    if (revision >= 4 && lock.text("EncryptMetadata").equals("false")) {
      md5.update(new byte[] {-1, -1, -1, -1});
    }
    byte[] key = md5.digest();
    for (int i = 0; revision >= 3 && i < 50; i++) {
      key = md5.digest(Arrays.copyOf(key, length));
    }
    key = Arrays.copyOf(key, length);
    if (revision == 2) {
      return Arrays.equals(rc4(key, PADDING), Arrays.copyOf(user, 32)) ? key : null;
    }
    md5.update(PADDING);
    byte[] check = rc4(key, md5.digest(id));
    for (int i = 1; i < 20; i++) {
      byte[] turned = key.clone();
      for (int j = 0; j < turned.length; j++) {
        turned[j] ^= (byte) i;
      }
      check = rc4(turned, check);
    }
    return Arrays.equals(check, Arrays.copyOf(user, 16)) ? key : null;
  }

  // Algorithms 2.A and 11.
  private static byte[] newer(PdfScan.Thing lock, int revision) throws GeneralSecurityException {
    byte[] user = bytes(lock, "U", 48);
    byte[] check = hash(Arrays.copyOfRange(user, 32, 40), revision);
    if (!Arrays.equals(check, Arrays.copyOf(user, 32))) {
      return null;
    }
    byte[] wrapped = Arrays.copyOf(bytes(lock, "UE", 32), 32);
    Cipher aes = aes(Cipher.DECRYPT_MODE, hash(Arrays.copyOfRange(user, 40, 48), revision), null);
    return aes.doFinal(wrapped);
  }

  // Algorithm 2.B with an empty password.
  private static byte[] hash(byte[] salt, int revision) throws GeneralSecurityException {
    byte[] key = MessageDigest.getInstance("SHA-256").digest(salt);
    if (revision < 6) {
      return key;
    }
    for (int round = 0, last = 0; round < 64 || last > round - 32; round++) {
      byte[] many = new byte[64 * key.length];
      for (int i = 0; i < 64; i++) {
        System.arraycopy(key, 0, many, i * key.length, key.length);
      }
      byte[] mixed =
          aes(Cipher.ENCRYPT_MODE, Arrays.copyOf(key, 16), Arrays.copyOfRange(key, 16, 32))
              .doFinal(many);
      int sum = 0;
      for (int i = 0; i < 16; i++) {
        sum += mixed[i] & 0xff;
      }
      String[] digests = {"SHA-256", "SHA-384", "SHA-512"};
      key = MessageDigest.getInstance(digests[sum % 3]).digest(mixed);
      last = mixed[mixed.length - 1] & 0xff;
    }
    return Arrays.copyOf(key, 32);
  }

  /** A stream of an object as it was before it was locked. */
  InputStream open(InputStream locked, long number, long generation) throws IOException {
    try {
      return switch (streams) {
        case NONE -> locked;
        case RC4 -> {
          Cipher rc4 = Cipher.getInstance("ARCFOUR");
          rc4.init(Cipher.DECRYPT_MODE, new SecretKeySpec(keyOf(number, generation), "ARCFOUR"));
          yield new CipherInputStream(locked, rc4);
        }
        case AES -> {
          byte[] start = locked.readNBytes(AES_BLOCK);
          byte[] own = key.length == 32 ? key : keyOf(number, generation);
          yield start.length < AES_BLOCK
              ? InputStream.nullInputStream()
              : new CipherInputStream(locked, aes(Cipher.DECRYPT_MODE, own, start));
        }
      };
    } catch (GeneralSecurityException unreadable) {
      throw new IOException(unreadable);
    }
  }

  // Algorithm 1.
  private byte[] keyOf(long number, long generation) throws GeneralSecurityException {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    md5.update(key);
    md5.update(
        new byte[] {
          (byte) number,
          (byte) (number >> 8),
          (byte) (number >> 16),
          (byte) generation,
          (byte) (generation >> 8)
        });
    if (streams == Method.AES) {
      md5.update(new byte[] {'s', 'A', 'l', 'T'});
    }
    return Arrays.copyOf(md5.digest(), Math.min(key.length + 5, 16));
  }

  private static byte[] rc4(byte[] key, byte[] text) throws GeneralSecurityException {
    Cipher rc4 = Cipher.getInstance("ARCFOUR");
    rc4.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
    return rc4.doFinal(text);
  }

  private static Cipher aes(int mode, byte[] key, byte[] start) throws GeneralSecurityException {
    Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
    aes.init(
        mode,
        new SecretKeySpec(key, "AES"),
        new IvParameterSpec(start == null ? new byte[AES_BLOCK] : start));
    return aes;
  }

  private static byte[] bytes(PdfScan.Thing lock, String path, int least) {
    if (lock.entries().get(path) instanceof byte[] bytes && bytes.length >= least) {
      return bytes;
    }
    throw new IllegalArgumentException("no " + path);
  }

  // P is a number of 32 bits, with or without its sign.
  private static int number(PdfScan.Thing lock, String path, int unlessSaid) {
    String text = lock.text(path);
    return text.matches("-?\\d{1,12}") ? (int) Long.parseLong(text) : unlessSaid;
  }
}
