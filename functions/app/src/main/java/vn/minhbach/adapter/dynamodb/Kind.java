package vn.minhbach.adapter.dynamodb;

/**
 * What an item is (attribute {@code type}), and the schema of its document that is written now
 * (attribute {@code schema}). A new field alone raises none: it is optional, and a reader passes
 * over fields that it does not know. Older schemas are read by {@link Schemas}, newer ones refused.
 */
enum Kind {
  CAMPAIGN,
  CAMPAIGN_NAME,
  UNIT,
  CRITERIA,
  CORRECTION,
  SOURCE,
  FIGURES,
  ACCOUNT,
  ACTOR,
  POOL_REPORT,
  MIGRATION,
  TEAM,
  ASSIGNMENT,
  HEAD,
  ANSWER,
  EVIDENCE,
  READING,
  TAKEDOWN,
  BACKLOG,
  PARTICULARS,
  MARK,
  EXPLANATION,
  PETITION,
  INSPECTION,
  FINDING,
  MINUTES,
  SESSION,
  ENTRY,
  RECEIPT,
  JOB,
  REMARK,
  TRANSMITTAL,
  QUESTION,
  PUBLISHED_ANSWER,
  STRAY,
  OPENING,
  DRAFT_OPENING,
  HOLDER,
  SHARED,
  AUDIT,
  PROGRESS,
  RANKING_TABLE,
  RANKING_PAGE,
  RANKING_ROW,
  RANKING_DRAFT,
  GROUP_REPORT,
  FROZEN_CARD,
  PAR_MAPPING,
  PLAN,
  PLAN_REVIEW,
  REVIEW,
  SCORECARD,
  REMINDER_SETTINGS,
  CONTACTS,
  REMINDER_CARD,
  REMINDER_SENT;

  /** Raised for a kind when its document changes so that a reader must tell old from new. */
  int schema() {
    return 1 + Schemas.steps(this).size();
  }
}
