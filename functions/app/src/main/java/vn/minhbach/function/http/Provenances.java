package vn.minhbach.function.http;

import vn.minhbach.core.prepare.source.Provenance;

/** Where a figure comes from, as clients read it everywhere. */
public final class Provenances {

  private Provenances() {}

  public static Tree tree(Provenance provenance) {
    return new Tree()
        .with("source", provenance.source())
        .with("version", provenance.version())
        .with("system", provenance.system())
        .with("period", new Tree().with("from", provenance.from()).with("to", provenance.to()))
        .with("extractedAt", provenance.extractedAt());
  }
}
