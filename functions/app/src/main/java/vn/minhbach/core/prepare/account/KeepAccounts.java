package vn.minhbach.core.prepare.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outage;
import vn.minhbach.core.prepare.account.UserPool.Answer;
import vn.minhbach.core.prepare.account.UserPool.Step;
import vn.minhbach.core.prepare.account.UserPool.User;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;

/**
 * Brings the user pool in line with the registers in force of all open campaigns: from opening
 * until publication. While no campaign is open that has a register, the pool stays as it is.
 *
 * <p>A run reads both and takes the steps that are missing, so it goes on wherever an earlier one
 * was cut off, and one that finds all in line takes none. Two runs at once at worst take a step
 * twice, or leave one to the next run. Users that no register made are never touched.
 */
public final class KeepAccounts {

  private static final int CAMPAIGNS_MAX = 100;

  /** However quiet the registers: an administrator may have changed the pool. */
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  /** A pool that fails so often in a row is not there. */
  private static final int OUTAGES_MAX = 3;

  private final Campaigns campaigns;
  private final Accounts accounts;
  private final PoolReports reports;
  private final UserPool pool;

  public KeepAccounts(Campaigns campaigns, Accounts accounts, PoolReports reports, UserPool pool) {
    this.campaigns = campaigns;
    this.accounts = accounts;
    this.reports = reports;
    this.pool = pool;
  }

  /** What a run did. */
  public record Done(int steps, int inLine, int pending, int failed, int leaving) {}

  /**
   * Runs until all is done that can be, or until there is no time left.
   *
   * @param now domain time: who holds a post
   * @param timeLeft asked before each step
   */
  public Done run(Instant now, Supplier<Boolean> timeLeft) {
    Map<Campaign, Long> open = new LinkedHashMap<>();
    campaigns.list(Optional.empty(), CAMPAIGNS_MAX).stream()
        .filter(one -> one.openedAt().isPresent() && !one.stage().published())
        .forEach(one -> one.pointers().accounts().ifPresent(version -> open.put(one, version)));
    var inForce = new TreeMap<String, Long>();
    open.forEach((campaign, version) -> inForce.put(campaign.id().value(), version));
    if (open.keySet().stream()
        .allMatch(one ->
            reports.latest(one.id()).filter(last -> last.settles(inForce, now)).isPresent())) {
      return new Done(0, 0, 0, 0, 0);
    }
    var registers = new LinkedHashMap<CampaignId, List<Account>>();
    open.forEach((one, version) -> registers.put(one.id(), accounts.all(one.id(), version)));
    return new Run(now, timeLeft, inForce, registers).bringInLine();
  }

  /** One run, with what it found. */
  private final class Run {

    private final Instant now;
    private final Supplier<Boolean> timeLeft;
    private final SortedMap<String, Long> inForce;
    private final Map<CampaignId, List<Account>> registers;
    private final Map<String, Trouble> troubles = new HashMap<>();
    private int steps;
    private int outages;
    private boolean mailSpent;

    Run(
        Instant now,
        Supplier<Boolean> timeLeft,
        SortedMap<String, Long> inForce,
        Map<CampaignId, List<Account>> registers) {
      this.now = now;
      this.timeLeft = timeLeft;
      this.inForce = inForce;
      this.registers = registers;
    }

    Done bringInLine() {
      SortedMap<String, Demand> demands = Demand.at(now, registers.values());
      Map<String, String> emails = emails();
      Map<String, User> users =
          pool.users().stream().collect(Collectors.toMap(User::account, Function.identity()));
      // Who leaves comes first: that is the urgent half.
      int leaving = 0;
      for (User user : users.values()) {
        if (!demands.containsKey(user.account())
            && taken(Demand.farewell(user)).filter(Trouble::passes).isPresent()) {
          leaving++;
        }
      }
      demands.forEach((account, demand) -> {
        Demand.Plan plan =
            demand.plan(
                account,
                Optional.ofNullable(users.get(account)),
                Optional.ofNullable(emails.get(account)));
        plan.trouble().or(() -> taken(plan.steps())).ifPresent(why -> troubles.put(account, why));
      });
      int stillLeaving = leaving;
      registers.forEach((campaign, register) -> report(campaign, register, demands, stillLeaving));
      int pending = (int) troubles.values().stream().filter(Trouble::passes).count();
      return new Done(
          steps,
          demands.size() - troubles.size(),
          pending,
          troubles.size() - pending,
          stillLeaving);
    }

    /** Takes the steps of one account; what stopped it, if anything did. */
    private Optional<Trouble> taken(List<Step> plan) {
      for (Step step : plan) {
        if (outages >= OUTAGES_MAX || !timeLeft.get()) {
          return Optional.of(Trouble.NOT_YET);
        }
        if (mailSpent && step instanceof Step.Create) {
          return Optional.of(Trouble.MAIL_LIMIT);
        }
        Optional<Trouble> stopped = taken(step);
        if (stopped.isPresent()) {
          return stopped;
        }
      }
      return Optional.empty();
    }

    private Optional<Trouble> taken(Step step) {
      try {
        Answer answer = pool.take(step);
        outages = 0;
        steps++;
        mailSpent |= answer == Answer.MAIL_LIMIT;
        return switch (answer) {
          case DONE -> Optional.empty();
          case BAD_ADDRESS -> Optional.of(Trouble.BAD_ADDRESS);
          case MAIL_LIMIT -> Optional.of(Trouble.MAIL_LIMIT);
          case TAKEN -> Optional.of(Trouble.NAME_TAKEN);
          case GONE -> Optional.of(Trouble.NOT_YET);
        };
      } catch (Outage busy) {
        outages++;
        return Optional.of(Trouble.NOT_YET);
      }
    }

    /** By account, as the latest of the registers says; where a name was erased there is none. */
    private Map<String, String> emails() {
      var latest = new HashMap<String, Actor>();
      registers.forEach((campaign, register) -> {
        var names = new HashMap<String, String>();
        register.forEach(account -> names.put(account.actor(), account.account()));
        long version = inForce.get(campaign.value());
        for (Actor actor : accounts.actors(campaign, version, names.keySet())) {
          if (actor.email().isPresent()) {
            latest.merge(
                names.get(actor.id()),
                actor,
                (one, other) -> one.since().isBefore(other.since()) ? other : one);
          }
        }
      });
      var emails = new HashMap<String, String>();
      latest.forEach((account, actor) -> emails.put(account, actor.email().orElseThrow()));
      return emails;
    }

    private void report(
        CampaignId campaign,
        List<Account> register,
        SortedMap<String, Demand> demands,
        int leaving) {
      var names = new HashSet<String>();
      register.forEach(account -> names.add(account.account()));
      names.retainAll(demands.keySet());
      var items = new ArrayList<PoolReport.Item>();
      names.stream()
          .sorted()
          .filter(troubles::containsKey)
          .forEach(name -> items.add(new PoolReport.Item(name, troubles.get(name))));
      int pending = (int) items.stream().filter(item -> item.trouble().passes()).count();
      reports.put(
          new PoolReport(
              campaign,
              inForce,
              now,
              settledUntil(registers.values()),
              names.size() - items.size(),
              pending,
              items.size() - pending,
              leaving,
              items.stream().limit(PoolReport.ITEMS_MAX).toList()));
    }

    private Instant settledUntil(Collection<List<Account>> all) {
      Instant again = now.plus(LOOK_AGAIN);
      return Demand.nextChange(now, all).filter(again::isAfter).orElse(again);
    }
  }
}
