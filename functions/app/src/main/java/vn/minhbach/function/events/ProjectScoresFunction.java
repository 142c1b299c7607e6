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
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.progress.ProjectScores;

/**
 * The table's stream: for every submission that changed, its projection is computed anew, and for
 * every file that changed, who else cites the same bytes. Stops at the first failure and reports
 * it, so that Lambda goes on from there.
 */
public final class ProjectScoresFunction implements Function<DynamodbEvent, StreamsEventResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectScoresFunction.class);

  /** The partition of a submission, as adapter.dynamodb writes it; others are not for us. */
  private static final Pattern SUBMISSION = Pattern.compile("C#([^#]+)#U#([^#]+)");

  private static final String EVIDENCE = "EVIDENCE#";

  private final ProjectScores projectScores;
  private final FlagSharedEvidence sharedEvidence;

  public ProjectScoresFunction(ProjectScores projectScores, FlagSharedEvidence sharedEvidence) {
    this.projectScores = projectScores;
    this.sharedEvidence = sharedEvidence;
  }

  @Override
  public StreamsEventResponse apply(DynamodbEvent event) {
    var done = new HashSet<String>();
    for (DynamodbEvent.DynamodbStreamRecord record : event.getRecords()) {
      String partition = text(record.getDynamodb().getKeys(), "PK");
      Matcher matcher = SUBMISSION.matcher(partition);
      if (!matcher.matches()) {
        continue;
      }
      CampaignId campaign = new CampaignId(matcher.group(1));
      UnitCode unit = new UnitCode(matcher.group(2));
      String item = text(record.getDynamodb().getKeys(), "SK");
      try {
        if (item.startsWith(EVIDENCE) && done.add(partition + item)) {
          sharedEvidence.index(campaign, unit, item.substring(EVIDENCE.length()));
        }
        if (done.add(partition)) {
          projectScores.project(campaign, unit);
        }
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

  private static String text(Map<String, AttributeValue> keys, String name) {
    return Optional.ofNullable(keys)
        .map(present -> present.get(name))
        .map(AttributeValue::getS)
        .orElse("");
  }
}
