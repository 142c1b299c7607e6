package vn.minhbach.function.view;

import java.time.LocalDate;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.function.http.ReplyPart;

/** The decision by which a criterion is not assigned. */
public record DecisionReply(String number, LocalDate date) implements ReplyPart {

  public static DecisionReply of(Exemption exemption) {
    return of(exemption.decision());
  }

  public static DecisionReply of(Exemption.Decision decision) {
    return new DecisionReply(decision.number(), decision.date());
  }
}
