package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.appraise.session.PutSession;
import vn.minhbach.core.appraise.session.Session;
import vn.minhbach.core.appraise.session.Sessions;

/** The minutes of the team's session: one item a campaign. */
public final class DynamoSessions implements Sessions {

  private final DynamoTable table;

  public DynamoSessions(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Session> find(CampaignId campaign) {
    return table.get(Keys.session(campaign)).map(item -> Documents.read(item, Session.class));
  }

  static Item.Put put(PutSession write) {
    Session session = write.session();
    return new Item.Put(
        Item.of(Keys.session(session.campaign()), Kind.SESSION, Documents.write(session))
            .with(Item.VERSION, session.version()),
        Condition.follows(session.version()));
  }
}
