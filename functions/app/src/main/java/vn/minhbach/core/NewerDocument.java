package vn.minhbach.core;

/**
 * A stored document of a schema that this code does not know: later code has written it, and was
 * taken back. To read it as if it were an older one would lose what it says.
 */
public final class NewerDocument extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * A document that cannot be read.
   *
   * @param kind what it is, as the store names it
   * @param stored its schema
   * @param known the latest schema that is read here
   */
  public NewerDocument(String kind, int stored, int known) {
    super(kind + " of schema " + stored + " is stored, this version reads up to " + known);
  }
}
