package vn.minhbach.local.rehearsal;

/** The rehearsal cannot go on; the message says where and why, in Vietnamese and English. */
final class RehearsalFailed extends RuntimeException {
  RehearsalFailed(String message) {
    super(message);
  }
}
