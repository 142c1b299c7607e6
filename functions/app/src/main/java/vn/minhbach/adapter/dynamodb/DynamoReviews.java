package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.review.PutReview;
import vn.minhbach.core.publish.review.Review;
import vn.minhbach.core.publish.review.Reviews;

/** Requests for review: all of a campaign in one partition, those of a unit beside each other. */
public final class DynamoReviews implements Reviews {

  private final DynamoTable table;

  public DynamoReviews(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Review> find(CampaignId campaign, UnitCode unit, String id) {
    return table
        .get(Keys.review(campaign, unit, id))
        .map(item -> Documents.read(item, Review.class));
  }

  @Override
  public List<Review> ofUnit(CampaignId campaign, UnitCode unit) {
    return read(Keys.reviewsOf(campaign, unit));
  }

  @Override
  public List<Review> all(CampaignId campaign) {
    return read(Keys.reviewsOf(campaign));
  }

  private List<Review> read(Key.Range range) {
    return table.all(range).stream().map(item -> Documents.read(item, Review.class)).toList();
  }

  /** As part of its change's transaction. */
  static Item.Put put(PutReview write) {
    Review review = write.review();
    return new Item.Put(
        Item.of(
                Keys.review(review.campaign(), review.unit(), review.id()),
                Kind.REVIEW,
                Documents.write(review))
            .with(Item.VERSION, review.version()),
        Condition.follows(review.version()));
  }
}
