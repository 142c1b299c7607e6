package vn.minhbach.local;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import vn.minhbach.adapter.dynamodb.DynamoAccounts;
import vn.minhbach.adapter.dynamodb.DynamoCampaigns;
import vn.minhbach.adapter.dynamodb.DynamoTable;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.account.Account;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.account.Post;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.local.oidc.ImportedAccounts;

/**
 * What the issuer knows of imported accounts: it looks into the table at each sign-in. A token
 * lasts an hour and says what the register said then; the register is asked again on each request.
 */
final class TableAccounts implements ImportedAccounts {

  private static final int CAMPAIGNS_MAX = 1_000;

  private final Campaigns campaigns;
  private final Accounts accounts;
  private final LocalClock clock;

  TableAccounts(DynamoDbClient client, String tableName, LocalClock clock, Clock wallClock) {
    Attempts.Pause none = attempt -> {};
    var table = new DynamoTable(client, tableName, wallClock, () -> "0".repeat(32), none);
    this.campaigns = new DynamoCampaigns(table);
    this.accounts = new DynamoAccounts(table);
    this.clock = clock;
  }

  @Override
  public Optional<Known> find(String userName) {
    return campaigns.list(Optional.empty(), CAMPAIGNS_MAX).stream()
        .flatMap(campaign -> listed(campaign, userName).stream())
        .max((one, other) -> Boolean.compare(held(one).isPresent(), held(other).isPresent()))
        .map(account -> {
          UnitCode unit = held(account).orElse(account.posts().getFirst()).unit();
          List<String> roles =
              account.posts().stream()
                  .filter(post -> post.unit().equals(unit))
                  .map(post -> post.duty().role().label())
                  .distinct()
                  .toList();
          return new Known(roles, unit.value());
        });
  }

  private Optional<Account> listed(Campaign campaign, String userName) {
    return userName.isBlank()
        ? Optional.empty()
        : campaign
            .pointers()
            .accounts()
            .flatMap(version -> accounts.find(campaign.id(), version, userName));
  }

  private Optional<Post> held(Account account) {
    return account.posts().stream().filter(post -> post.heldAt(clock.instant())).findFirst();
  }
}
