package vn.minhbach.core.prepare.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.memory.Pool;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.memory.Registers;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.Stage;

/** Campaigns with registers, beside a pool. */
final class PoolFixture {

  static final Instant START = Province.OPENED;

  private static final Campaign PLAN =
      Province.opened().memory.campaigns().find(Province.ID).orElseThrow();

  final Registers registers = new Registers();
  final Pool pool = new Pool();
  private final Map<CampaignId, Campaign> campaigns = new TreeMap<>();
  private final Campaigns store =
      new Campaigns() {
        @Override
        public Optional<Campaign> find(CampaignId id) {
          return Optional.ofNullable(campaigns.get(id));
        }

        @Override
        public List<Campaign> list(Optional<CampaignId> after, int limit) {
          return List.copyOf(campaigns.values());
        }
      };
  final KeepAccounts keep = new KeepAccounts(store, registers, registers, pool);
  private long version;

  /** A line of a register, for one account. */
  record Line(String account, Optional<String> email, List<Post> posts) {}

  /** Brings a register into force in a campaign at a stage. */
  void bring(String id, Stage stage, List<Line> lines) {
    var campaign = new CampaignId(id);
    version++;
    var accounts = new ArrayList<Account>();
    var actors = new ArrayList<Actor>();
    for (Line line : lines) {
      String actor = id + "-" + line.account();
      accounts.add(new Account(line.account(), actor, line.posts()));
      actors.add(
          new Actor(
              actor, "Nguyễn Văn A", List.of(), version, START.plusSeconds(version), line.email()));
    }
    registers.stage(campaign, version, accounts, actors);
    campaigns.put(
        campaign,
        new Campaign(
                campaign,
                PLAN.settings(),
                stage,
                PLAN.pointers(),
                stage == Stage.DRAFT ? Optional.empty() : Optional.of(START),
                Optional.empty(),
                PLAN.tip(),
                1,
                List.of(),
                Optional.empty())
            .withAccounts(version));
  }

  KeepAccounts.Done run(Instant now) {
    return keep.run(now, () -> true);
  }

  PoolReport report(String id) {
    return registers.latest(new CampaignId(id)).orElseThrow();
  }

  /** A register's version in force; for erasing. */
  long version() {
    return version;
  }
}
