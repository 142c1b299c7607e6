package vn.minhbach.adapter.dynamodb;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.account.Account;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.account.Actor;

/**
 * Account registers: a partition for each version, an item for each account. Names and addresses
 * stand apart, in the partition of actors, where they can be erased.
 */
public final class DynamoAccounts implements Accounts {

  private final DynamoTable table;

  public DynamoAccounts(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void stage(CampaignId campaign, long version, List<Account> accounts, List<Actor> actors) {
    table.putAll(
        actors.stream()
            .map(actor ->
                Item.of(
                    Keys.actor(campaign, actor.id(), version), Kind.ACTOR, Documents.write(actor)))
            .toList());
    table.putAll(
        accounts.stream()
            .map(account ->
                Item.of(
                    Keys.account(campaign, version, account.account()),
                    Kind.ACCOUNT,
                    Documents.write(account)))
            .toList());
  }

  @Override
  public Optional<Account> find(CampaignId campaign, long version, String account) {
    return table
        .get(Keys.account(campaign, version, account))
        .map(item -> Documents.read(item, Account.class));
  }

  @Override
  public List<Account> all(CampaignId campaign, long version) {
    return table.all(Keys.accountsOf(campaign, version)).stream()
        .map(item -> Documents.read(item, Account.class))
        .toList();
  }

  @Override
  public List<Actor> actors(CampaignId campaign, long version, Collection<String> ids) {
    return table.getAll(ids.stream().map(id -> Keys.actor(campaign, id, version)).toList()).stream()
        .map(item -> Documents.read(item, Actor.class))
        .toList();
  }

  @Override
  public List<Actor> actor(CampaignId campaign, String id) {
    return table.all(Keys.actorOf(campaign, id)).stream()
        .map(item -> Documents.read(item, Actor.class))
        .sorted(Comparator.comparing(Actor::since))
        .toList();
  }
}
