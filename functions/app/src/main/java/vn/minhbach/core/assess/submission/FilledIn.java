package vn.minhbach.core.assess.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Part;

/** A figure that the system filled in itself, as the ledger keeps it. */
public record FilledIn(CriterionId criterion, Map<String, Object> inputs, Optional<Points> points)
    implements Part {

  public static List<FilledIn> of(Map<CriterionId, Fillings.Computed> computed) {
    return computed.entrySet().stream()
        .map(one -> new FilledIn(one.getKey(), one.getValue().inputs(), one.getValue().points()))
        .toList();
  }

  public static List<FilledIn> of(List<Answer> computed) {
    return computed.stream()
        .map(answer -> new FilledIn(answer.criterion(), answer.inputs(), answer.points()))
        .toList();
  }

  @Override
  public Body body() {
    return new Body().with("criterion", criterion).with("inputs", inputs).with("points", points);
  }

  public static FilledIn read(BodyReader in) {
    return new FilledIn(
        in.criterion("criterion"), in.figures("inputs"), in.maybe("points", BodyReader::points));
  }
}
