package vn.minhbach.core.publish.ranking;

/** Why a unit has no rank (<i>không xếp hạng</i>). */
public enum Unranked {
  /** Its form was not submitted: not yet, or never and the campaign does not rank it then. */
  NOT_SUBMITTED,
  /** Its district has not forwarded its form. */
  NOT_FORWARDED,
  /** Its appraisal is not closed. */
  NOT_APPRAISED,
  /** It is excused from the assessment by a decision. */
  EXCUSED,
  /** No criterion applies to it, so that it has no index. */
  NOTHING_APPLICABLE
}
