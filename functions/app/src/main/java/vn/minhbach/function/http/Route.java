package vn.minhbach.function.http;

import static vn.minhbach.core.access.Access.APPROVE;
import static vn.minhbach.core.access.Access.ASK_FOR_TIME;
import static vn.minhbach.core.access.Access.CONSOLIDATE;
import static vn.minhbach.core.access.Access.EXTEND_DEADLINE;
import static vn.minhbach.core.access.Access.FILL_CRITERION;
import static vn.minhbach.core.access.Access.FILL_FORM;
import static vn.minhbach.core.access.Access.FILL_OR_TYPE;
import static vn.minhbach.core.access.Access.PUBLIC;
import static vn.minhbach.core.access.Access.READ_CAMPAIGN;
import static vn.minhbach.core.access.Access.READ_COMMUNES;
import static vn.minhbach.core.access.Access.READ_DRAFT_RANKING;
import static vn.minhbach.core.access.Access.READ_DRAFT_SCORECARD;
import static vn.minhbach.core.access.Access.READ_FORM;
import static vn.minhbach.core.access.Access.READ_LEDGER;
import static vn.minhbach.core.access.Access.READ_PROGRESS;
import static vn.minhbach.core.access.Access.READ_SHARED_EVIDENCE;
import static vn.minhbach.core.access.Access.RUN_CAMPAIGN;
import static vn.minhbach.core.access.Access.SIGN_FORM;

import vn.minhbach.core.access.Access;

/**
 * The index of the system: every use on one page, with its function, its route key in template.yaml
 * and its line of the access table. A test holds template.yaml and openapi.yaml to this list.
 */
public enum Route {
  CREATE_CAMPAIGN("campaigns", "POST /campaigns", RUN_CAMPAIGN),
  LIST_CAMPAIGNS("campaigns", "GET /campaigns", READ_CAMPAIGN),
  READ_ONE_CAMPAIGN("campaigns", "GET /campaigns/{c}", READ_CAMPAIGN),
  IMPORT_UNITS("campaigns", "PUT /campaigns/{c}/units", RUN_CAMPAIGN),
  IMPORT_CRITERIA("campaigns", "PUT /campaigns/{c}/criteria/{group}", RUN_CAMPAIGN),
  READ_CRITERIA("campaigns", "GET /campaigns/{c}/criteria/{group}", READ_CAMPAIGN),
  CORRECT_CRITERIA("campaigns", "POST /campaigns/{c}/criteria/{group}/corrections", RUN_CAMPAIGN),
  LIST_CORRECTIONS("campaigns", "GET /campaigns/{c}/criteria/{group}/corrections", READ_CAMPAIGN),
  EXEMPT_UNITS("campaigns", "POST /campaigns/{c}/criteria/{group}/exemptions", Access.EXEMPT_UNITS),
  ASSIGN_AGAIN(
      "campaigns", "POST /campaigns/{c}/criteria/{group}/exemptions/{n}/end", Access.EXEMPT_UNITS),
  LIST_EXEMPTIONS("campaigns", "GET /campaigns/{c}/criteria/{group}/exemptions", READ_CAMPAIGN),
  REHEARSE_CRITERIA("campaigns", "POST /campaigns/{c}/criteria/{group}/rehearsal", RUN_CAMPAIGN),
  IMPORT_SOURCE("campaigns", "PUT /campaigns/{c}/sources/{source}", RUN_CAMPAIGN),
  LIST_SOURCE_DIFFERENCES(
      "campaigns", "GET /campaigns/{c}/sources/{source}/differences", Access.READ_DIFFERENCES),
  CONFIRM_FIGURES(
      "campaigns",
      "POST /campaigns/{c}/units/{u}/sources/{source}/confirmation",
      Access.CONFIRM_FIGURES),
  GRANT_BULK_UPLOAD("campaigns", "POST /campaigns/{c}/uploads", RUN_CAMPAIGN),
  IMPORT_ACCOUNTS("campaigns", "PUT /campaigns/{c}/accounts", RUN_CAMPAIGN),
  READ_ACCOUNTS("campaigns", "GET /campaigns/{c}/accounts", RUN_CAMPAIGN),
  APPOINT_TEAM("campaigns", "PUT /campaigns/{c}/team", RUN_CAMPAIGN),
  READ_TEAM("campaigns", "GET /campaigns/{c}/team", Access.READ_TEAM),
  OPEN_CAMPAIGN("campaigns", "POST /campaigns/{c}/open", RUN_CAMPAIGN),
  READ_LINEAGE("campaigns", "GET /campaigns/{c}/units/{u}/lineage", READ_CAMPAIGN),
  LIST_PROGRESS("campaigns", "GET /campaigns/{c}/progress", READ_PROGRESS),
  READ_HOLIDAYS("campaigns", "GET /campaigns/{c}/holidays", READ_CAMPAIGN),
  SET_HOLIDAYS("campaigns", "PUT /campaigns/{c}/holidays", RUN_CAMPAIGN),
  DECIDE_EXTENSION("campaigns", "POST /campaigns/{c}/units/{u}/extensions", EXTEND_DEADLINE),
  SHOW_PROVISIONAL("campaigns", "POST /campaigns/{c}/provisional", RUN_CAMPAIGN),
  HOLD_SESSION("campaigns", "PUT /campaigns/{c}/session", RUN_CAMPAIGN),
  READ_SESSION("campaigns", "GET /campaigns/{c}/session", Access.READ_SESSION),
  REPORT_RESULT("campaigns", "POST /campaigns/{c}/report", RUN_CAMPAIGN),
  APPROVE_RESULT("campaigns", "POST /campaigns/{c}/approval", APPROVE),
  CONFIRM_APPROVAL(
      "campaigns", "POST /campaigns/{c}/approval/confirmation", Access.CONFIRM_APPROVAL),
  SEND_RESULT_BACK("campaigns", "POST /campaigns/{c}/approval/return", Access.SEND_BACK),
  PUBLISH_RESULT("campaigns", "POST /campaigns/{c}/publication", RUN_CAMPAIGN),
  REISSUE_RESULT("campaigns", "POST /campaigns/{c}/reissue", RUN_CAMPAIGN),
  EXCUSE_UNIT("campaigns", "POST /campaigns/{c}/units/{u}/excuse", Access.EXCUSE_UNIT),
  MAP_PAR("campaigns", "PUT /campaigns/{c}/par-mapping", Access.PAR_FEED),
  READ_PAR_MAPPING("campaigns", "GET /campaigns/{c}/par-mapping", Access.PAR_FEED),

  VERIFY_EVIDENCE("campaigns", "POST /campaigns/{c}/evidence-verification", RUN_CAMPAIGN),
  READ_EVIDENCE_VERIFICATION("campaigns", "GET /campaigns/{c}/evidence-verification", RUN_CAMPAIGN),
  LIST_SHARED_EVIDENCE("campaigns", "GET /campaigns/{c}/shared-evidence", READ_SHARED_EVIDENCE),
  LIST_STRAYS("campaigns", "GET /campaigns/{c}/evidence-strays", RUN_CAMPAIGN),
  READ_REMINDERS("campaigns", "GET /campaigns/{c}/reminders", RUN_CAMPAIGN),
  SET_REMINDERS("campaigns", "PUT /campaigns/{c}/reminders", RUN_CAMPAIGN),
  PREVIEW_REMINDER("campaigns", "GET /campaigns/{c}/reminders/preview", RUN_CAMPAIGN),
  PREVIEW_REMINDER_DRAFT("campaigns", "POST /campaigns/{c}/reminders/preview", RUN_CAMPAIGN),
  LIST_REMINDERS("campaigns", "GET /campaigns/{c}/reminders/sent", RUN_CAMPAIGN),
  LIST_LATE_UNITS("campaigns", "GET /campaigns/{c}/late-units", READ_PROGRESS),
  READ_CONTACTS("campaigns", "GET /campaigns/{c}/units/{u}/contacts", Access.READ_CONTACTS),
  SET_CONTACTS("campaigns", "PUT /campaigns/{c}/units/{u}/contacts", FILL_FORM),
  LIST_SENT_REMINDERS("campaigns", "GET /campaigns/{c}/units/{u}/reminders", Access.READ_CONTACTS),

  READ_CRITERIA_WORKBOOK("papers", "GET /campaigns/{c}/criteria/{group}/workbook", RUN_CAMPAIGN),
  CONVERT_CRITERIA_WORKBOOK(
      "papers", "POST /campaigns/{c}/criteria/{group}/workbook", RUN_CAMPAIGN),
  CONVERT_SOURCE_WORKBOOK("papers", "POST /campaigns/{c}/sources/{source}/workbook", RUN_CAMPAIGN),
  CONVERT_UNITS_WORKBOOK("papers", "POST /campaigns/{c}/units/workbook", RUN_CAMPAIGN),
  DRAFT_PAPER("papers", "GET /campaigns/{c}/papers/{paper}", RUN_CAMPAIGN),
  PRINT_FORM("papers", "GET /campaigns/{c}/units/{u}/form/print", READ_FORM),

  READ_UNIT_FORM("submissions", "GET /campaigns/{c}/units/{u}/form", READ_FORM),
  SAVE_ANSWER("submissions", "PUT /campaigns/{c}/units/{u}/answers/{criterion}", FILL_OR_TYPE),
  READ_FORM_WORKBOOK("papers", "GET /campaigns/{c}/units/{u}/workbook", READ_FORM),
  READ_RETURNED_WORKBOOK("papers", "POST /campaigns/{c}/units/{u}/workbook", FILL_CRITERION),
  MERGE_ANSWERS("submissions", "PUT /campaigns/{c}/units/{u}/answers", FILL_CRITERION),
  FILL_FORM_HEAD("submissions", "PUT /campaigns/{c}/units/{u}/form-head", FILL_FORM),
  GRANT_UPLOAD("submissions", "POST /campaigns/{c}/units/{u}/evidence", Access.UPLOAD_FILE),
  LIST_EVIDENCE("submissions", "GET /campaigns/{c}/units/{u}/evidence", READ_FORM),
  LIST_DOCUMENTS("submissions", "GET /campaigns/{c}/units/{u}/documents", READ_FORM),
  WITHDRAW_EVIDENCE("submissions", "DELETE /campaigns/{c}/units/{u}/evidence/{e}", FILL_CRITERION),
  OPEN_EVIDENCE("submissions", "GET /campaigns/{c}/units/{u}/evidence/{e}/content", READ_FORM),
  LIST_OPENINGS("submissions", "GET /campaigns/{c}/units/{u}/evidence/{e}/openings", READ_LEDGER),
  READ_FILE_FACTS("submissions", "GET /campaigns/{c}/units/{u}/evidence/{e}/facts", READ_FORM),
  RELEASE_FILE(
      "submissions", "POST /campaigns/{c}/units/{u}/evidence/{e}/release", Access.RELEASE_FILE),
  ASK_TAKEDOWN(
      "submissions", "POST /campaigns/{c}/units/{u}/evidence/{e}/takedown", Access.ASK_TAKEDOWN),
  READ_TAKEDOWN("submissions", "GET /campaigns/{c}/units/{u}/evidence/{e}/takedown", READ_FORM),
  DECIDE_TAKEDOWN(
      "submissions",
      "POST /campaigns/{c}/units/{u}/evidence/{e}/takedown/decision",
      Access.DECIDE_TAKEDOWN),
  LIST_TAKEDOWNS("submissions", "GET /campaigns/{c}/takedowns", Access.LIST_TAKEDOWNS),
  CLOSE_FORM("submissions", "POST /campaigns/{c}/units/{u}/closing", FILL_FORM),
  SUBMIT_FORM("submissions", "POST /campaigns/{c}/units/{u}/submission", SIGN_FORM),
  LIST_COMMUNES("submissions", "GET /campaigns/{c}/units/{u}/communes", READ_COMMUNES),
  CONSOLIDATE_COMMUNES("submissions", "POST /campaigns/{c}/units/{u}/consolidation", CONSOLIDATE),
  LIST_TRANSMITTALS("submissions", "GET /campaigns/{c}/units/{u}/consolidation", READ_COMMUNES),
  OVERRIDE_DISTRICT(
      "submissions",
      "POST /campaigns/{c}/units/{u}/consolidation/override",
      Access.OVERRIDE_DISTRICT),
  RETURN_FORM("submissions", "POST /campaigns/{c}/units/{u}/return", Access.RETURN_FORM),
  REMARK_ON_CRITERION(
      "submissions", "PUT /campaigns/{c}/units/{u}/remarks/{criterion}", Access.REMARK),
  NOTE_ARRIVAL("submissions", "PUT /campaigns/{c}/units/{u}/receipt", Access.NOTE_ARRIVAL),
  ASK_EXTENSION("submissions", "POST /campaigns/{c}/units/{u}/extension-requests", ASK_FOR_TIME),
  CONTEST_TYPED("submissions", "POST /campaigns/{c}/units/{u}/contests", Access.CONTEST_TYPED),
  ASK_QUESTION("submissions", "POST /campaigns/{c}/units/{u}/questions", Access.ASK_QUESTION),
  ANSWER_QUESTION(
      "submissions", "PUT /campaigns/{c}/units/{u}/questions/{q}", Access.ANSWER_QUESTION),
  REFER_QUESTION(
      "submissions", "PUT /campaigns/{c}/units/{u}/questions/{q}/referral", Access.ANSWER_QUESTION),
  READ_QUESTIONS("submissions", "GET /campaigns/{c}/units/{u}/questions", Access.READ_QUESTIONS),
  LIST_QUESTIONS("submissions", "GET /campaigns/{c}/questions", Access.LIST_QUESTIONS),
  READ_UNIT_LEDGER("submissions", "GET /campaigns/{c}/units/{u}/ledger", READ_LEDGER),
  READ_EXPLANATIONS("submissions", "GET /campaigns/{c}/units/{u}/explanations", READ_FORM),
  ANSWER_EXPLANATION(
      "submissions", "PUT /campaigns/{c}/units/{u}/explanations/{criterion}", FILL_CRITERION),
  SUBMIT_EXPLANATIONS(
      "submissions", "POST /campaigns/{c}/units/{u}/explanations/submission", SIGN_FORM),
  READ_PROVISIONAL("submissions", "GET /campaigns/{c}/units/{u}/provisional", READ_DRAFT_SCORECARD),
  READ_PETITIONS("submissions", "GET /campaigns/{c}/units/{u}/petitions", READ_FORM),
  WRITE_PETITION("submissions", "POST /campaigns/{c}/units/{u}/petitions", Access.PETITION),
  SIGN_PETITIONS("submissions", "POST /campaigns/{c}/units/{u}/petitions/submission", SIGN_FORM),

  READ_PLAN("submissions", "GET /campaigns/{c}/units/{u}/plan", READ_FORM),
  WRITE_PLAN("submissions", "PUT /campaigns/{c}/units/{u}/plan", Access.WRITE_PLAN),
  MARK_MEASURE("submissions", "PUT /campaigns/{c}/units/{u}/earlier-plan/{n}", Access.WRITE_PLAN),

  READ_REVIEWS("submissions", "GET /campaigns/{c}/units/{u}/reviews", READ_FORM),
  ASK_REVIEW("submissions", "POST /campaigns/{c}/units/{u}/reviews", Access.PETITION),
  LIST_REVIEWS("submissions", "GET /campaigns/{c}/reviews", Access.LIST_QUESTIONS),

  ASSIGN_WORK("appraisals", "PUT /campaigns/{c}/assignments", Access.ASSIGN_WORK),
  READ_ASSIGNMENTS("appraisals", "GET /campaigns/{c}/assignments", Access.ASSIGN_WORK),

  READ_WORK("appraisals", "GET /campaigns/{c}/appraisal/work", Access.READ_QUEUE),
  READ_QUEUE("appraisals", "GET /campaigns/{c}/appraisal/queue", Access.READ_QUEUE),
  READ_MARKS("appraisals", "GET /campaigns/{c}/units/{u}/marks", Access.MARK),
  MARK_CRITERION("appraisals", "PUT /campaigns/{c}/units/{u}/marks/{criterion}", Access.MARK),
  AGREE_BLOCK("appraisals", "POST /campaigns/{c}/marks", Access.MARK_BLOCK),
  CLOSE_APPRAISAL("appraisals", "POST /campaigns/{c}/units/{u}/appraisal", Access.CLOSE_APPRAISAL),
  REOPEN_APPRAISAL(
      "appraisals", "POST /campaigns/{c}/units/{u}/appraisal/reopening", Access.CLOSE_APPRAISAL),
  ASK_EXPLANATION("appraisals", "POST /campaigns/{c}/units/{u}/explanations", Access.MARK),
  DECIDE_PETITION(
      "appraisals", "PUT /campaigns/{c}/units/{u}/petitions/{p}", Access.DECIDE_PETITION),
  DECIDE_REVIEW("appraisals", "PUT /campaigns/{c}/units/{u}/reviews/{r}", Access.DECIDE_PETITION),
  PLAN_INSPECTION("appraisals", "PUT /campaigns/{c}/inspections/{n}", Access.ASSIGN_WORK),
  LIST_INSPECTIONS("appraisals", "GET /campaigns/{c}/inspections", Access.READ_INSPECTIONS),
  NOTE_FINDING("appraisals", "POST /campaigns/{c}/units/{u}/findings", Access.MARK),
  READ_FINDINGS("appraisals", "GET /campaigns/{c}/units/{u}/findings", READ_FORM),
  KEEP_MINUTES("appraisals", "PUT /campaigns/{c}/units/{u}/inspections/{n}/minutes", Access.MARK),
  READ_HISTORY(
      "appraisals", "GET /campaigns/{c}/units/{u}/criteria/{criterion}/history", READ_FORM),

  FIRST_PAGE("rankings", "GET /", PUBLIC),
  READ_SUMMARY("rankings", "GET /campaigns/{c}/summary", PUBLIC),
  READ_RANKING("rankings", "GET /campaigns/{c}/rankings/{group}", PUBLIC),
  READ_REPORT("rankings", "GET /campaigns/{c}/report", PUBLIC),
  READ_SCORECARD("rankings", "GET /campaigns/{c}/units/{u}/scorecard", PUBLIC),
  READ_RESULTS("rankings", "GET /campaigns/{c}/units/{u}/results", PUBLIC),
  COMPARE_UNITS("rankings", "GET /campaigns/{c}/rankings/{group}/comparison", PUBLIC),
  LIST_COMMENDATIONS("rankings", "GET /campaigns/{c}/commendations", Access.READ_DRAFT_REPORT),
  OPEN_BUNDLE("rankings", "GET /campaigns/{c}/bundle", PUBLIC),
  OPEN_WHOLE_BUNDLE("rankings", "GET /campaigns/{c}/inspection-bundle", Access.INSPECT_RESULT),
  LIST_CHECKPOINTS("rankings", "GET /campaigns/{c}/checkpoints", PUBLIC),
  READ_INCLUSION("rankings", "GET /campaigns/{c}/units/{u}/inclusion", READ_LEDGER),
  READ_DRAFT_RANKING_OF_GROUP(
      "rankings", "GET /campaigns/{c}/draft/rankings/{group}", READ_DRAFT_RANKING),
  READ_DRAFT_REPORT("rankings", "GET /campaigns/{c}/draft/report", Access.READ_DRAFT_REPORT),
  LIST_DRAFT_OPENINGS("rankings", "GET /campaigns/{c}/draft/openings", Access.LIST_DRAFT_OPENINGS),
  READ_PAR_FEED("rankings", "GET /campaigns/{c}/par-feed", Access.PAR_FEED),
  READ_DRAFT_SCORECARD_OF_UNIT(
      "rankings", "GET /campaigns/{c}/draft/units/{u}/scorecard", READ_DRAFT_SCORECARD);

  private final String function;
  private final String key;
  private final Access access;

  Route(String function, String key, Access access) {
    this.function = function;
    this.key = key;
    this.access = access;
  }

  /** The bean that serves the route. */
  public String function() {
    return function;
  }

  /** As API Gateway names it, {@code GET /campaigns/{c}}. */
  public String key() {
    return key;
  }

  public Access access() {
    return access;
  }

  /** Whether the path names a campaign, a unit. */
  boolean names(String parameter) {
    return key.contains("{" + parameter + "}");
  }

  public String method() {
    return key.substring(0, key.indexOf(' '));
  }

  public String path() {
    return key.substring(key.indexOf(' ') + 1);
  }
}
