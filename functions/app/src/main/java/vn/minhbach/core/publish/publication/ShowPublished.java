package vn.minhbach.core.publish.publication;

/** Port: shows what is published to whoever reads without asking the system. Safe to run twice. */
public interface ShowPublished {

  /** Shows what is not shown yet; answers how many results that were. */
  int run();
}
