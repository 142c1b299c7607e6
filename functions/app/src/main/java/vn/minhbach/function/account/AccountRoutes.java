package vn.minhbach.function.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.account.ImportAccounts;
import vn.minhbach.core.prepare.account.PoolReport;
import vn.minhbach.core.prepare.account.PoolReports;
import vn.minhbach.core.prepare.account.Trouble;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.CampaignReply;

/** The office's register of accounts, and how far the user pool is in line with it. */
public final class AccountRoutes implements Routes {

  private final ImportAccounts importAccounts;
  private final PoolReports reports;

  public AccountRoutes(ImportAccounts importAccounts, PoolReports reports) {
    this.importAccounts = importAccounts;
    this.reports = reports;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.IMPORT_ACCOUNTS, this::bring, Route.READ_ACCOUNTS, this::read);
  }

  private Outcome<Reply> bring(Exchange on) {
    return on.withCsv((act, csv) -> importAccounts.bring(on.campaign().id(), act, csv))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> read(Exchange on) {
    Campaign campaign = on.campaign();
    return Outcome.accepted(
        Reply.ok(
            new AccountsReply(
                campaign.pointers().accounts(),
                reports.latest(campaign.id()).map(last -> PoolReply.of(last, campaign)))));
  }

  private record AccountsReply(Optional<Long> accountsVersion, Optional<PoolReply> pool)
      implements ReplyPart {}

  /**
   * How far the user pool is.
   *
   * @param current whether the run has seen the register that is in force
   */
  private record PoolReply(
      Instant at,
      boolean current,
      int inLine,
      int pending,
      int failed,
      int leaving,
      List<ItemReply> items)
      implements ReplyPart {

    private static PoolReply of(PoolReport report, Campaign campaign) {
      Optional<Long> seen = Optional.ofNullable(report.registers().get(campaign.id().value()));
      return new PoolReply(
          report.at(),
          seen.equals(campaign.pointers().accounts()),
          report.inLine(),
          report.pending(),
          report.failed(),
          report.leaving(),
          report.items().stream().map(ItemReply::of).toList());
    }
  }

  /** An account that is not in line, and why. */
  private record ItemReply(
      String account, String state, Trouble reason, String reasonVi, String reasonEn)
      implements ReplyPart {

    private static ItemReply of(PoolReport.Item item) {
      Trouble trouble = item.trouble();
      return new ItemReply(
          item.account(),
          trouble.passes() ? "PENDING" : "FAILED",
          trouble,
          trouble.vietnamese(),
          trouble.english());
    }
  }
}
