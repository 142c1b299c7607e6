package vn.minhbach.function.http;

import java.util.Map;
import vn.minhbach.core.prepare.campaign.Exemption;

/** The decision by which a criterion is not assigned. */
public final class DecisionView {

  private DecisionView() {}

  public static Map<String, Object> of(Exemption.Decision decision) {
    return new Tree().with("number", decision.number()).with("date", decision.date()).build();
  }
}
