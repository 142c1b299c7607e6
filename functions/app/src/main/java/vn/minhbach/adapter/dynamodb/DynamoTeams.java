package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.prepare.account.Actor;

/**
 * Registers of appraisal teams: each version whole in one item. Names stand apart, in the partition
 * of actors, where they can be erased.
 */
public final class DynamoTeams implements Teams {

  private final DynamoTable table;
  private final Remembered<Team> remembered = new Remembered<>();

  public DynamoTeams(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void stage(Team team, List<Actor> actors) {
    table.putAll(
        actors.stream()
            .map(actor ->
                Item.of(
                    Keys.actor(team.campaign(), actor.id(), team.version()),
                    Kind.ACTOR,
                    Documents.write(actor)))
            .toList());
    table.put(
        Item.of(Keys.team(team.campaign(), team.version()), Kind.TEAM, Documents.write(team)));
  }

  @Override
  public Optional<Team> find(CampaignId campaign, long version) {
    return remembered.of(
        Keys.team(campaign, version),
        key -> table.get(key).map(item -> Documents.read(item, Team.class)));
  }
}
