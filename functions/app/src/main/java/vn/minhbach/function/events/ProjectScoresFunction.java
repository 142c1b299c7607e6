package vn.minhbach.function.events;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.submission.ProjectScores;

/**
 * The table's stream: for every submission that changed, its projection is computed anew. Stops at
 * the first failure and reports it, so that Lambda goes on from there.
 */
public final class ProjectScoresFunction implements Function<DynamodbEvent, StreamsEventResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectScoresFunction.class);

  /** The partition of a submission, as adapter.dynamodb writes it; others are not for us. */
  private static final Pattern SUBMISSION = Pattern.compile("C#([^#]+)#U#([^#]+)");

  private final ProjectScores projectScores;

  public ProjectScoresFunction(ProjectScores projectScores) {
    this.projectScores = projectScores;
  }

  @Override
  public StreamsEventResponse apply(DynamodbEvent event) {
    var done = new HashSet<String>();
    for (DynamodbEvent.DynamodbStreamRecord record : event.getRecords()) {
      String partition = partition(record.getDynamodb().getKeys());
      Matcher matcher = SUBMISSION.matcher(partition);
      if (!matcher.matches() || done.contains(partition)) {
        continue;
      }
      try {
        projectScores.project(new CampaignId(matcher.group(1)), new UnitCode(matcher.group(2)));
        done.add(partition);
      } catch (RuntimeException failure) {
        LOG.warn("projection failed; the batch is taken up again from here", failure);
        return new StreamsEventResponse(
            List.of(
                new StreamsEventResponse.BatchItemFailure(
                    record.getDynamodb().getSequenceNumber())));
      }
    }
    return new StreamsEventResponse(List.of());
  }

  private static String partition(Map<String, AttributeValue> keys) {
    return Optional.ofNullable(keys)
        .map(present -> present.get("PK"))
        .map(AttributeValue::getS)
        .orElse("");
  }
}
