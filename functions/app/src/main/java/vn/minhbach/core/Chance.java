package vn.minhbach.core;

/** Port: unpredictable ids and nonces. */
public interface Chance {

  /** 128 fresh random bits as 32 hexadecimal digits. */
  String hex128();
}
