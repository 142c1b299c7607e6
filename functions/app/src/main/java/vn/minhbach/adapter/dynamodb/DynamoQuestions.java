package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.core.assess.question.PutPublished;
import vn.minhbach.core.assess.question.PutQuestion;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.question.Questions;

/**
 * Questions: a partition for the campaign, in order of units, and one for each group of what is
 * published to it, which holds no unit. The chain of a question is a partition of its own, so that
 * no two questions ever wait for each other.
 */
public final class DynamoQuestions implements Questions {

  private static final int ID_MAX = 100;

  private final DynamoTable table;

  public DynamoQuestions(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Question> find(CampaignId campaign, UnitCode unit, String id) {
    // The id comes from a path; a key longer than DynamoDB takes is nobody's id.
    return id.isEmpty() || id.length() > ID_MAX
        ? Optional.empty()
        : table.get(Keys.question(campaign, unit, id)).map(DynamoQuestions::question);
  }

  @Override
  public List<Question> ofUnit(CampaignId campaign, UnitCode unit) {
    return table.all(Keys.questionsOf(campaign, unit)).stream()
        .map(DynamoQuestions::question)
        .toList();
  }

  @Override
  public List<Question> all(CampaignId campaign) {
    return table.lagging(Keys.questionsOf(campaign)).stream()
        .map(DynamoQuestions::question)
        .toList();
  }

  @Override
  public List<Published> published(CampaignId campaign, int group) {
    return table.lagging(Keys.publishedOf(campaign, group)).stream()
        .map(item -> Documents.read(item, Published.class))
        .filter(Published::shown)
        .toList();
  }

  /** A question as part of its change's transaction. */
  static Item.Put put(PutQuestion write) {
    Question question = write.question();
    return new Item.Put(
        Item.of(
                Keys.question(question.campaign(), question.unit(), question.id()),
                Kind.QUESTION,
                Documents.write(question))
            .with(Item.VERSION, question.version()),
        Condition.follows(question.version()));
  }

  static Item.Put put(PutPublished write) {
    Published copy = write.published();
    return new Item.Put(
        Item.of(
                Keys.published(copy.campaign(), copy.group(), copy.criterion(), copy.id()),
                Kind.PUBLISHED_ANSWER,
                Documents.write(copy))
            .with(Item.VERSION, copy.version()),
        Condition.absent().or(Condition.number(Item.VERSION, "<=", copy.version())));
  }

  private static Question question(Item item) {
    return Documents.read(item, Question.class);
  }
}
