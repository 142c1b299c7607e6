package vn.minhbach.core.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.ChainTip;

/** Anchors in memory; what was kept first stays. */
public final class Anchored implements Anchors {

  /** What was asked to be kept, in its order. */
  public final List<String> occasions = new ArrayList<>();

  private final Map<String, SortedMap<String, ChainTip>> kept = new HashMap<>();

  @Override
  public void keep(
      CampaignId campaign, String occasion, Instant at, SortedMap<String, ChainTip> tips) {
    occasions.add(occasion);
    kept.putIfAbsent(campaign + "/" + occasion, new TreeMap<>(tips));
  }

  @Override
  public SortedMap<String, ChainTip> find(CampaignId campaign, String occasion) {
    return kept.getOrDefault(campaign + "/" + occasion, new TreeMap<>());
  }
}
