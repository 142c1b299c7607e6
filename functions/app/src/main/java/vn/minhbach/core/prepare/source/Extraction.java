package vn.minhbach.core.prepare.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.UnitCode;

/**
 * One import of a source.
 *
 * @param by name of the person who took the figures from the system; kept here alone, where it can
 *     be erased
 * @param importedBy opaque id of the account that imported them
 * @param sha256 hex, of the file as sent
 * @param figures how many there are
 * @param units of how many units
 * @param previous version that this one came in place of; empty for a source's first
 * @param awaiting the unit whose figures have no effect until another body confirms them
 * @param recused further units whose figures wait, since the importer is recused from them
 * @param confirmed who has confirmed figures of this import, which is what this version is for
 */
public record Extraction(
    Provenance provenance,
    String by,
    Instant importedAt,
    String importedBy,
    String sha256,
    int figures,
    int units,
    Optional<Long> previous,
    Optional<UnitCode> awaiting,
    Optional<Confirmed> confirmed,
    List<UnitCode> recused) {

  public Extraction {
    recused = List.copyOf(recused);
  }

  /** An import that waits for nobody. */
  public Extraction(
      Provenance provenance,
      String by,
      Instant importedAt,
      String importedBy,
      String sha256,
      int figures,
      int units,
      Optional<Long> previous) {
    this(
        provenance,
        by,
        importedAt,
        importedBy,
        sha256,
        figures,
        units,
        previous,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /**
   * A confirmation.
   *
   * @param by opaque id of the account, of another body than the unit
   * @param imported version of the import whose figures were confirmed
   */
  public record Confirmed(UnitCode unit, String by, Instant at, long imported) {}

  /** The same import under a version of its own, with the figures that waited in force. */
  Extraction confirmed(long version, Confirmed confirmation) {
    return new Extraction(
        new Provenance(
            provenance.source(),
            version,
            provenance.system(),
            provenance.from(),
            provenance.to(),
            provenance.extractedAt()),
        by,
        importedAt,
        importedBy,
        sha256,
        figures,
        units,
        previous,
        awaiting.filter(unit -> !unit.equals(confirmation.unit())),
        Optional.of(confirmation),
        recused.stream().filter(unit -> !unit.equals(confirmation.unit())).toList());
  }

  /** The same with figures that wait: of the importer's own body, and of other units. */
  Extraction awaiting(Optional<UnitCode> own, List<UnitCode> others) {
    return new Extraction(
        provenance,
        by,
        importedAt,
        importedBy,
        sha256,
        figures,
        units,
        previous,
        own,
        confirmed,
        others);
  }
}
