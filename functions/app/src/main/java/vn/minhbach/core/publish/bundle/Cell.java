package vn.minhbach.core.publish.bundle;

import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;

/**
 * One criterion of one unit as the bundle tells it: what the unit said and what counts, without a
 * word of anybody.
 *
 * @param finals what counts in the ranking
 * @param basis on what {@code finals} rests
 * @param proof what lies behind it, as far as the system knows
 */
record Cell(CriterionId criterion, Said self, Said finals, Basis basis, Proof proof) {

  /** On what the points rest; beside the bases of a mark, those where nobody judged. */
  enum Basis {
    /** Nobody appraised: the unit's own word. */
    SELF,
    AGREED,
    INPUTS,
    /** Points as such: within the maximum, and not to be recomputed. */
    GIVEN,
    NOT_APPLICABLE,
    SOURCE,
    /** Nothing was sent, or the criterion is not assigned. */
    NONE
  }

  /** What the figures were held against. */
  enum Proof {
    /** The province's own source, or the system's own times. */
    SOURCE,
    /** Seen on the spot. */
    INSPECTED,
    /** Files alone. */
    DOCUMENT,
    /** Nothing but the declaration. */
    DECLARED
  }

  static Cell read(Doc in) {
    return new Cell(
        new CriterionId(in.text("criterion")),
        Said.read(in.doc("self")),
        Said.read(in.doc("final")),
        in.constant("basis", Basis.class),
        in.constant("proof", Proof.class));
  }

  Map<String, Object> tree() {
    var tree = new TreeMap<String, Object>();
    tree.put("criterion", criterion.value());
    tree.put("self", self.tree());
    tree.put("final", finals.tree());
    tree.put("basis", basis.name());
    tree.put("proof", proof.name());
    return tree;
  }

  /**
   * What binds a cell that is not shown: SHA-256, hex, over the salt's text and the canonical cell.
   *
   * @param salt 32 hexadecimal digits, so that short cells cannot be guessed
   */
  String commitment(String salt) {
    return Sha256.hex(
        (salt + CanonicalJson.text(tree())).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
