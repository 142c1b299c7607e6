package vn.minhbach.core.prepare.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;

/**
 * Port: the account registers of a campaign, one immutable version beside the other, and the
 * register of names.
 */
public interface Accounts {

  /** Writes all rows of a new version; running it twice writes the same rows. */
  void stage(CampaignId campaign, long version, List<Account> accounts, List<Actor> actors);

  Optional<Account> find(CampaignId campaign, long version, String account);

  /** All accounts of a version, by name. */
  List<Account> all(CampaignId campaign, long version);

  /** Who these actors were as of a version; without those that were erased. */
  List<Actor> actors(CampaignId campaign, long version, Collection<String> ids);

  /** Who an actor was, import by import; empty when nobody said or when it was erased. */
  List<Actor> actor(CampaignId campaign, String id);
}
