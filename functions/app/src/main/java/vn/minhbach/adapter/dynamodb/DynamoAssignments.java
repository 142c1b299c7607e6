package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.appraise.assignment.Assignment;
import vn.minhbach.core.appraise.assignment.Assignments;

/** Assignments: each version of a group whole in one item. */
public final class DynamoAssignments implements Assignments {

  private final DynamoTable table;
  private final Remembered<Assignment> remembered = new Remembered<>();

  public DynamoAssignments(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void stage(Assignment assignment) {
    table.put(
        Item.of(
            Keys.assignment(assignment.campaign(), assignment.group(), assignment.version()),
            Kind.ASSIGNMENT,
            Documents.write(assignment)));
  }

  @Override
  public Optional<Assignment> find(CampaignId campaign, int group, long version) {
    return remembered.of(
        Keys.assignment(campaign, group, version),
        key -> table.get(key).map(item -> Documents.read(item, Assignment.class)));
  }
}
