package vn.minhbach.core.prepare.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Write;

/** The campaign's door to the commit protocol, for every use of the standing office. */
public final class CampaignChange {

  private final Campaigns campaigns;
  private final CommitProtocol protocol;

  public CampaignChange(Campaigns campaigns, CommitProtocol protocol) {
    this.campaigns = campaigns;
    this.protocol = protocol;
  }

  /**
   * What was decided.
   *
   * @param next the campaign as it shall be, still with its old chain end and version
   * @param fact what the ledger says; empty where the campaign is as it shall be already
   * @param ids what the receipt shall say beside the campaign
   * @param writes what is written beside the campaign
   */
  public record Decided(
      Campaign next, Optional<Fact> fact, Map<String, String> ids, List<Write> writes) {

    public Decided {
      ids = new TreeMap<>(ids);
      writes = List.copyOf(writes);
    }

    /** A change that makes nothing beside the campaign. */
    public static Decided of(Campaign next, Fact fact) {
      return new Decided(next, Optional.of(fact), Map.of(), List.of());
    }

    /** The campaign is as it shall be already: nothing is written. */
    public static Decided nothing(Campaign as) {
      return new Decided(as, Optional.empty(), Map.of(), List.of());
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
    return once(
            act,
            () ->
                campaigns
                    .find(id)
                    .map(decide)
                    .orElseGet(
                        () -> Outcome.refused(CampaignProblem.UNKNOWN_CAMPAIGN.of(id.value()))))
        .map(changed -> answer.apply(changed.campaign(), changed.ids()));
  }

  /** Creates a campaign under the id that {@code decide} gives it. */
  public Outcome<Campaign> create(Act act, Supplier<Outcome<Decided>> decide) {
    return once(act, decide).map(Changed::campaign);
  }

  private Outcome<Changed> once(Act act, Supplier<Outcome<Decided>> decide) {
    return protocol.once(
        act,
        ids ->
            Outcome.accepted(
                Decision.nothingToDo(
                    new Changed(
                        campaigns.find(new CampaignId(ids.get("campaign"))).orElseThrow(), ids))),
        () -> decide.get().map(decided -> decision(act, decided)));
  }

  private Decision<Changed> decision(Act act, Decided decided) {
    Campaign next = decided.next();
    var ids = new TreeMap<>(decided.ids());
    ids.put("campaign", next.id().value());
    return decided
        .fact()
        .map(fact -> {
          Commit<PutCampaign> commit =
              protocol.commit(
                  next.chain(),
                  next.tip(),
                  Note.of(act, fact, ids),
                  tip -> new PutCampaign(next.after(tip)),
                  decided.writes());
          return Decision.commit(new Changed(commit.head().campaign(), ids), commit);
        })
        .orElseGet(() -> Decision.nothingToDo(new Changed(next, ids)));
  }

  /** A campaign as it is now, with the ids of the receipt. */
  private record Changed(Campaign campaign, Map<String, String> ids) {}
}
