package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Disclosure;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;

/**
 * The line of one unit in {@code data/scores}.
 *
 * @param cells those that are shown, in the order of the form
 * @param commitments what binds those that are not
 * @param salts of commitments, in the inspectors' bundle alone
 * @param groups points and applicable maximum of each group of criteria
 */
record UnitScores(
    UnitCode unit,
    Map<CriterionId, Cell> cells,
    Map<CriterionId, String> commitments,
    Map<CriterionId, String> salts,
    Map<String, Total> groups) {

  /** Points of an applicable maximum. */
  record Total(Points points, Points max) {}

  /** The line with every cell; hidden ones are bound by a salt each, drawn from one secret. */
  static UnitScores whole(
      UnitCode unit,
      List<Cell> all,
      Map<String, Total> groups,
      CriteriaSet criteria,
      String secret) {
    var cells = new LinkedHashMap<CriterionId, Cell>();
    var commitments = new TreeMap<CriterionId, String>();
    var salts = new TreeMap<CriterionId, String>();
    for (Cell cell : all) {
      cells.put(cell.criterion(), cell);
      if (hidden(criteria, cell.criterion())) {
        String salt = salt(secret, unit, cell.criterion());
        salts.put(cell.criterion(), salt);
        commitments.put(cell.criterion(), cell.commitment(salt));
      }
    }
    return new UnitScores(unit, cells, commitments, salts, groups);
  }

  static boolean hidden(CriteriaSet criteria, CriterionId id) {
    return criteria.criterion(id).orElseThrow().disclosure() == Disclosure.TOTAL;
  }

  // One disclosed salt tells nothing of the secret, and so nothing of any other.
  private static String salt(String secret, UnitCode unit, CriterionId criterion) {
    return Sha256.hex(CanonicalJson.bytes(List.of(secret, unit.value(), criterion.value())))
        .substring(0, 32);
  }

  /** As the public reads it. */
  UnitScores open() {
    var shown = new LinkedHashMap<>(cells);
    shown.keySet().removeAll(commitments.keySet());
    return new UnitScores(unit, shown, commitments, Map.of(), groups);
  }

  /** Whether some of it cannot be recomputed from this bundle. */
  boolean partly() {
    return !cells.keySet().containsAll(commitments.keySet());
  }

  Map<String, Object> tree() {
    var lines = new ArrayList<Map<String, Object>>();
    cells.forEach((id, cell) -> {
      var line = new TreeMap<>(cell.tree());
      Optional.ofNullable(commitments.get(id)).ifPresent(hash -> line.put("commitment", hash));
      Optional.ofNullable(salts.get(id)).ifPresent(salt -> line.put("salt", salt));
      lines.add(line);
    });
    commitments.forEach((id, hash) -> {
      if (!cells.containsKey(id)) {
        lines.add(Map.of("criterion", id.value(), "commitment", hash));
      }
    });
    var totals = new TreeMap<String, Object>();
    groups.forEach((id, total) ->
        totals.put(id, Map.of("points", total.points().toString(), "max", total.max().toString())));
    return Map.of("unit", unit.value(), "criteria", lines, "groups", totals);
  }

  static UnitScores read(Doc in) {
    var cells = new LinkedHashMap<CriterionId, Cell>();
    var commitments = new TreeMap<CriterionId, String>();
    var salts = new TreeMap<CriterionId, String>();
    for (Doc line : in.docs("criteria")) {
      var id = new CriterionId(line.text("criterion"));
      line.maybe("commitment").ifPresent(hash -> commitments.put(id, hash));
      line.maybe("salt").ifPresent(salt -> salts.put(id, salt));
      boolean again =
          line.has("self")
              ? cells.put(id, Cell.read(line)) != null
              : cells.containsKey(id) || !line.has("commitment");
      if (again) {
        throw new IllegalArgumentException(id.value());
      }
    }
    var groups = new TreeMap<String, Total>();
    in.map("groups")
        .forEach((id, total) ->
            groups.put(id, new Total(Doc.of(total).points("points"), Doc.of(total).points("max"))));
    return new UnitScores(new UnitCode(in.text("unit")), cells, commitments, salts, groups);
  }
}
