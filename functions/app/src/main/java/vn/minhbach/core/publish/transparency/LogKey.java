package vn.minhbach.core.publish.transparency;

/** Port: the key that signs checkpoints, Ed25519 (RFC 8032). */
public interface LogKey {

  /** 32 bytes. */
  byte[] publicKey();

  /** 64 bytes over a note of less than 4 KB. */
  byte[] sign(byte[] message);
}
