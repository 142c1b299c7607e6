package vn.minhbach.function.answering;

import vn.minhbach.core.Language;
import vn.minhbach.core.assess.hint.Plausibility;
import vn.minhbach.function.http.ReplyPart;

/** What looks odd about an answer, in both languages: a form is read by people of both. */
record OddityReply(String code, String vi, String en) implements ReplyPart {

  static OddityReply of(Plausibility.Warning warning) {
    return new OddityReply(
        warning.fault().problem().slug(),
        warning.fault().detail(Language.VI),
        warning.fault().detail(Language.EN));
  }
}
