package vn.minhbach.core.prepare.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;

/**
 * How far the user pool is in line with a campaign's register; the latest run wrote it. No person
 * and no address stands here.
 *
 * @param registers versions in force in all campaigns that the run looked at
 * @param at domain time of the run
 * @param settledUntil when the registers ask for something else by themselves, or when the pool is
 *     to be looked at again in any case
 * @param inLine accounts that are as they should be
 * @param pending accounts that the next runs go on with
 * @param failed accounts that wait for the office
 * @param leaving users of any campaign that are still to be switched off
 * @param items the first {@value #ITEMS_MAX} accounts that are pending or failed
 */
public record PoolReport(
    CampaignId campaign,
    Map<String, Long> registers,
    Instant at,
    Instant settledUntil,
    int inLine,
    int pending,
    int failed,
    int leaving,
    List<Item> items) {

  /** Some 50 KB, less than an item may hold. */
  public static final int ITEMS_MAX = 500;

  /** An account that is not in line. */
  public record Item(String account, Trouble trouble) {}

  public PoolReport {
    registers = new TreeMap<>(registers);
    items = List.copyOf(items);
  }

  /** Whether there is nothing to do for registers at a moment, as far as this report knows. */
  boolean settles(Map<String, Long> inForce, Instant now) {
    return registers.equals(inForce)
        && pending == 0
        && leaving == 0
        && !now.isBefore(at)
        && now.isBefore(settledUntil);
  }
}
