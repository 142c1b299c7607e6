package vn.minhbach.core;

/** The two languages that users read. Vietnamese comes first wherever nothing else is asked for. */
public enum Language {
  VI,
  EN
}
