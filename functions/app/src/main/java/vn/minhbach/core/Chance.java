package vn.minhbach.core;

/** Port: unpredictable ids and nonces. */
public interface Chance {

  /** 128 fresh random bits as 32 hexadecimal digits. */
  String hex128();

  /**
   * A version for rows that are staged. Drawn, not counted: of two imports at once the one that is
   * overtaken must not have staged its rows over those that are in force. 52 bits are exact in
   * every JSON reader.
   */
  default long version() {
    return Long.parseLong(hex128().substring(0, 13), 16);
  }
}
