package vn.minhbach.function.view;

import vn.minhbach.core.assess.submission.FormView;
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
    return new JudgedByReply(
        view.criteria().setId(),
        view.criteria().title(),
        view.criteria().version(),
        view.criteriaVersion(),
        view.amendments().number());
  }
}
