package vn.minhbach.core;

import java.util.Map;
import java.util.TreeMap;

/**
 * The record of a request that took effect under an idempotency key. Written in the effect's own
 * transaction; holds ids, not bodies, so that a replay reads and signs anew.
 *
 * @param ids what the effect made or touched, by name
 */
public record Receipt(Act.Key key, Map<String, String> ids) {

  public Receipt {
    ids = new TreeMap<>(ids);
  }
}
