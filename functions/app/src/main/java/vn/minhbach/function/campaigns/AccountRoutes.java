package vn.minhbach.function.campaigns;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.account.ImportAccounts;
import vn.minhbach.core.prepare.account.PoolReport;
import vn.minhbach.core.prepare.account.PoolReports;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** The office's register of accounts, and how far the user pool is in line with it. */
public final class AccountRoutes {

  private final ImportAccounts importAccounts;
  private final PoolReports reports;

  public AccountRoutes(ImportAccounts importAccounts, PoolReports reports) {
    this.importAccounts = importAccounts;
    this.reports = reports;
  }

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.IMPORT_ACCOUNTS,
        CampaignsFunction.importing(importAccounts::bring),
        Route.READ_ACCOUNTS,
        this::read);
  }

  private Outcome<Reply> read(Exchange on) {
    Campaign campaign = on.campaign();
    return Outcome.accepted(
        Reply.ok(
            new Tree()
                .with("accountsVersion", campaign.pointers().accounts())
                .with("pool", reports.latest(campaign.id()).map(last -> tree(last, campaign)))
                .build()));
  }

  private static Map<String, Object> tree(PoolReport report, Campaign campaign) {
    Optional<Long> seen = Optional.ofNullable(report.registers().get(campaign.id().value()));
    return new Tree()
        .with("at", report.at())
        .with("current", seen.equals(campaign.pointers().accounts()))
        .with("inLine", report.inLine())
        .with("pending", report.pending())
        .with("failed", report.failed())
        .with("leaving", report.leaving())
        .with(
            "items",
            report.items().stream()
                .map(item ->
                    new Tree()
                        .with("account", item.account())
                        .with("state", item.trouble().passes() ? "PENDING" : "FAILED")
                        .with("reason", item.trouble().name())
                        .with("reasonVi", item.trouble().vietnamese())
                        .with("reasonEn", item.trouble().english())
                        .build())
                .toList())
        .build();
  }
}
