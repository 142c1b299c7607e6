package vn.minhbach.core.assess.offline;

import java.util.Optional;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.criteria.Criterion;

/** What a merge makes of one criterion: the copy, the form, and what both began from. */
enum Verdict {
  /** Neither side has changed it, or both to the same. */
  SAME,
  /** Changed in the copy only. */
  TAKEN,
  /** Changed in the form only. */
  KEPT,
  /** Changed on both sides, differently. */
  CONFLICT;

  /**
   * Whether the form was changed is told by the etag alone. While it is the same, what is stored is
   * what the copy began from, whatever the copy says of it; once it is another, what the copy began
   * from is known from the copy alone.
   *
   * @param mine what the copy says; empty where it leaves the criterion alone
   * @param theirs what is stored
   */
  static Verdict of(
      Criterion criterion,
      OfflineCopy.Base base,
      Optional<AnswerDraft> mine,
      Optional<Answer> theirs) {
    boolean moved = !base.etag().equals(theirs.map(Answer::etag));
    if (mine.isEmpty()) {
      return moved && theirs.isPresent() ? KEPT : SAME;
    }
    AnswerDraft own = mine.get();
    if (theirs.filter(stored -> own.says(stored, criterion)).isPresent()) {
      return SAME;
    }
    if (!moved) {
      return TAKEN;
    }
    // An answer that the copy has seen and the form never had: nobody may choose silently.
    boolean untouched = base.said().filter(began -> own.says(began, criterion)).isPresent();
    return untouched && theirs.isPresent() ? KEPT : CONFLICT;
  }
}
