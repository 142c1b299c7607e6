package vn.minhbach.function.view;

import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.function.http.ReplyPart;

/**
 * Which set a form is judged by.
 *
 * @param correction how often the set was corrected
 */
public record JudgedByReply(
    String setId, String title, String version, long criteriaVersion, int correction)
    implements ReplyPart {

  public static JudgedByReply of(FormView view) {
    return of(view.criteria(), view.criteriaVersion(), view.amendments().number());
  }

  public static JudgedByReply of(CriteriaSet criteria, long criteriaVersion, int correction) {
    return new JudgedByReply(
        criteria.setId(), criteria.title(), criteria.version(), criteriaVersion, correction);
  }
}
