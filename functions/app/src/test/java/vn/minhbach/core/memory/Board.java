package vn.minhbach.core.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.publish.publication.GroupReport;
import vn.minhbach.core.publish.publication.Reports;
import vn.minhbach.core.publish.publication.Scorecards;
import vn.minhbach.core.publish.publication.UnitCard;
import vn.minhbach.core.publish.ranking.FrozenCard;
import vn.minhbach.core.publish.ranking.FrozenCards;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;

/** What is computed from the stores, in memory. */
public final class Board implements ProgressBoard, Rankings, Reports, FrozenCards {

  private final Map<CampaignId, Map<UnitCode, Progress>> progress = new HashMap<>();
  private final Map<Table, List<RankingRow>> tables = new HashMap<>();
  private final Map<String, Table> drafts = new HashMap<>();
  private final Map<String, List<FrozenCard>> cards = new HashMap<>();
  private final Map<String, GroupReport> reports = new HashMap<>();
  private final Map<String, UnitCard> scorecards = new HashMap<>();

  @Override
  public boolean put(CampaignId campaign, Progress row) {
    Progress before = all(campaign).get(row.unit());
    if (before != null && before.sourceSeq() > row.sourceSeq()) {
      return false;
    }
    progress.computeIfAbsent(campaign, id -> new TreeMap<>()).put(row.unit(), row);
    return true;
  }

  @Override
  public Map<UnitCode, Progress> all(CampaignId campaign) {
    return progress.getOrDefault(campaign, Map.of());
  }

  @Override
  public Map<UnitCode, Progress> of(CampaignId campaign, Collection<UnitCode> units) {
    var rows = new TreeMap<>(all(campaign));
    rows.keySet().retainAll(Set.copyOf(units));
    return rows;
  }

  @Override
  public Map<UnitCode, Progress> current(CampaignId campaign) {
    return all(campaign);
  }

  @Override
  public void stage(Table table, List<RankingRow> rows) {
    tables.put(table, rows);
  }

  @Override
  public Optional<Table> staged(CampaignId campaign, int group, long version) {
    return tables.keySet().stream()
        .filter(table -> table.campaign().equals(campaign) && table.group() == group)
        .filter(table -> table.version() == version)
        .findFirst();
  }

  @Override
  public Optional<Table> draft(CampaignId campaign, int group) {
    return Optional.ofNullable(drafts.get(campaign + "#" + group));
  }

  @Override
  public boolean switchDraft(Table next, Optional<Table> before) {
    drafts.put(next.campaign() + "#" + next.group(), next);
    return true;
  }

  @Override
  public List<RankingRow> rows(Table table, Order order, int from, int limit) {
    if (limit > ROWS_MAX) {
      throw new IllegalArgumentException("no part of a ranking: " + limit + " rows");
    }
    return tables.get(table).stream()
        .sorted(order == Order.NAME ? RankingRow.BY_NAME : (one, other) -> 0)
        .skip(from)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<RankingRow> row(Table table, UnitCode unit) {
    return tables.get(table).stream().filter(row -> row.unit().equals(unit)).findFirst();
  }

  @Override
  public void stage(CampaignId campaign, long version, GroupReport report) {
    reports.put(campaign + "#" + report.group() + "#" + version, report);
  }

  @Override
  public Optional<GroupReport> find(CampaignId campaign, int group, long version) {
    return Optional.ofNullable(reports.get(campaign + "#" + group + "#" + version));
  }

  @Override
  public void stage(CampaignId campaign, int group, long version, List<FrozenCard> frozen) {
    cards.put(campaign + "#" + group + "#" + version, frozen);
  }

  @Override
  public Optional<FrozenCard> find(CampaignId campaign, int group, long version, UnitCode unit) {
    return all(campaign, group, version).stream()
        .filter(card -> card.unit().equals(unit))
        .findFirst();
  }

  @Override
  public List<FrozenCard> all(CampaignId campaign, int group, long version) {
    return cards.getOrDefault(campaign + "#" + group + "#" + version, List.of());
  }

  /** Scorecards: a view of its own, since cards of two kinds are found by the same names. */
  public Scorecards scorecards() {
    return new Scorecards() {
      @Override
      public void stage(CampaignId campaign, long version, List<UnitCard> staged) {
        staged.forEach(card ->
            scorecards.put(
                campaign + "#" + card.group() + "#" + version + "#" + card.unit(), card));
      }

      @Override
      public Optional<UnitCard> find(CampaignId campaign, int group, long version, UnitCode unit) {
        return Optional.ofNullable(
            scorecards.get(campaign + "#" + group + "#" + version + "#" + unit));
      }
    };
  }

  /** As a report that was frozen before scorecards were kept with it. */
  public void forgetCards() {
    scorecards.clear();
  }
}
