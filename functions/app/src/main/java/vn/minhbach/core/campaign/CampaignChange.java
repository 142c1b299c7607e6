package vn.minhbach.core.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.ledger.Entry;

/**
 * How every use of the standing office writes a campaign: read, decide, commit, again if overtaken.
 */
public final class CampaignChange {

  private final Campaigns campaigns;
  private final Receipts receipts;
  private final Attempts attempts;
  private final Chance chance;

  public CampaignChange(Campaigns campaigns, Receipts receipts, Attempts attempts, Chance chance) {
    this.campaigns = campaigns;
    this.receipts = receipts;
    this.attempts = attempts;
    this.chance = chance;
  }

  /**
   * What was decided.
   *
   * @param next the campaign as it shall be, still with its old chain end and version
   * @param kind of the ledger entry
   * @param body of the ledger entry, canonical values
   * @param ids what the receipt shall say beside the campaign
   * @param beside what is written beside the campaign
   */
  public record Decided(
      Campaign next,
      String kind,
      Map<String, Object> body,
      Map<String, String> ids,
      List<Campaigns.Beside> beside) {

    private static final String NOTHING = "";

    public Decided {
      ids = new TreeMap<>(ids);
      beside = List.copyOf(beside);
    }

    /** A change that makes nothing beside the campaign. */
    public Decided(Campaign next, String kind, Map<String, Object> body) {
      this(next, kind, body, Map.of(), List.of());
    }

    /** The campaign is as it shall be already: nothing is written. */
    static Decided nothing(Campaign as) {
      return new Decided(as, NOTHING, Map.of());
    }

    private boolean changesNothing() {
      return kind.equals(NOTHING);
    }
  }

  /** Changes a campaign that exists. A replay answers the campaign as it is now. */
  public Outcome<Campaign> of(CampaignId id, Act act, Function<Campaign, Outcome<Decided>> decide) {
    return of(id, act, decide, (campaign, ids) -> campaign);
  }

  /**
   * Changes a campaign that exists.
   *
   * @param answer from the campaign as it is now and the receipt's ids: a replay is answered by it
   *     as the request was
   */
  public <T> Outcome<T> of(
      CampaignId id,
      Act act,
      Function<Campaign, Outcome<Decided>> decide,
      BiFunction<Campaign, Map<String, String>, T> answer) {
    return until(
        act,
        () ->
            campaigns
                .find(id)
                .map(decide)
                .orElseGet(() -> Outcome.refused(Problem.UNKNOWN_CAMPAIGN, "campaign", id.value())),
        answer);
  }

  /** Creates a campaign under the id that {@code decide} gives it. */
  public Outcome<Campaign> create(Act act, Supplier<Outcome<Decided>> decide) {
    return until(act, decide, (campaign, ids) -> campaign);
  }

  private <T> Outcome<T> until(
      Act act,
      Supplier<Outcome<Decided>> decide,
      BiFunction<Campaign, Map<String, String>, T> answer) {
    return attempts.until(() ->
        receipts
            .<Optional<T>>once(
                act,
                ids ->
                    Outcome.accepted(
                        campaigns
                            .find(new CampaignId(ids.get("campaign")))
                            .map(campaign -> answer.apply(campaign, ids))),
                () ->
                    decide
                        .get()
                        .map(decided ->
                            commit(act, decided)
                                .map(campaign -> answer.apply(campaign, decided.ids()))))
            .fold(
                refusal -> Optional.of(Outcome.refused(refusal)),
                done -> done.map(Outcome::accepted)));
  }

  /** The campaign as it is now; empty when another hand was faster. */
  private Optional<Campaign> commit(Act act, Decided decided) {
    Campaign next = decided.next();
    if (decided.changesNothing()) {
      return Optional.of(next);
    }
    Entry entry =
        Entry.after(
            next.tip(), next.chain(), act.now(), decided.kind(), decided.body(), chance.hex128());
    Campaign after = next.after(entry.tip());
    var ids = new TreeMap<>(decided.ids());
    ids.put("campaign", next.id().value());
    Optional<Receipt> receipt = act.key().map(key -> new Receipt(key, ids));
    return campaigns.commit(after, entry, receipt, decided.beside())
        ? Optional.of(after)
        : Optional.empty();
  }
}
