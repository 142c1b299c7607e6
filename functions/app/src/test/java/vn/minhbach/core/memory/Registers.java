package vn.minhbach.core.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.account.Account;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.account.Actor;
import vn.minhbach.core.prepare.account.PoolReport;
import vn.minhbach.core.prepare.account.PoolReports;

/** Registers of accounts and the reports on them, in memory. */
public final class Registers implements Accounts, PoolReports {

  private final Map<String, List<Account>> accounts = new HashMap<>();
  private final Map<String, List<Actor>> actors = new HashMap<>();
  private final Map<CampaignId, PoolReport> reports = new HashMap<>();

  @Override
  public void stage(CampaignId campaign, long version, List<Account> rows, List<Actor> names) {
    accounts.put(campaign + "#" + version, rows);
    actors.put(campaign + "#" + version, names);
  }

  /** As the office does by hand. */
  public void erase(CampaignId campaign, long version) {
    actors.remove(campaign + "#" + version);
  }

  @Override
  public Optional<Account> find(CampaignId campaign, long version, String account) {
    return all(campaign, version).stream().filter(one -> one.account().equals(account)).findFirst();
  }

  @Override
  public List<Account> all(CampaignId campaign, long version) {
    return accounts.getOrDefault(campaign + "#" + version, List.of());
  }

  @Override
  public List<Actor> actors(CampaignId campaign, long version, Collection<String> ids) {
    return actors.getOrDefault(campaign + "#" + version, List.of()).stream()
        .filter(actor -> ids.contains(actor.id()))
        .toList();
  }

  @Override
  public List<Actor> actor(CampaignId campaign, String id) {
    return actors.values().stream()
        .flatMap(List::stream)
        .filter(actor -> actor.id().equals(id))
        .toList();
  }

  @Override
  public Optional<PoolReport> latest(CampaignId campaign) {
    return Optional.ofNullable(reports.get(campaign));
  }

  @Override
  public void put(PoolReport report) {
    reports.put(report.campaign(), report);
  }
}
