package vn.minhbach.local.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.function.http.Route;

/** The department's form in the hands of the appraisal team: what each of them sends. */
class Appraising {

  final Province province;
  final String campaign;

  /** What a reader was shown, by unit and criterion. */
  private final Map<String, String> seen = new TreeMap<>();

  private String form;

  Appraising(Province province, String campaign) {
    this.province = province;
    this.campaign = campaign;
  }

  void done(Request request) {
    Plan.done(province, request);
  }

  void fill(String unit) {
    Plan.CRITERIA.forEach(
        criterion -> done(Plan.save(campaign, unit, criterion, Plan.answer(criterion, 3))));
  }

  /** What a reader was shown of a cell. */
  String seen(String unit, String criterion) {
    return seen.get(unit + criterion);
  }

  /** The etag of the form as it was read last. */
  String form() {
    return form;
  }

  /** The department's form is before its reader; its yes-or-no counts in full. */
  void appraising() {
    Plan.CRITERIA.forEach(criterion ->
        done(
            Plan.save(
                campaign,
                "SA",
                criterion,
                Plan.answer(criterion, criterion.equals("II.1") ? 2 : 3))));
    done(Plan.submit(campaign, "SA").ifMatch("f3").key("s"));
    team();
    see("SA");
  }

  void team() {
    done(Plan.readers(campaign, ""));
    done(Plan.allToReader(campaign));
  }

  /** The sheet of a unit is read. */
  void see(String unit) {
    Request.Reply sheet =
        Plan.done(province, Plan.staff("lead", Route.READ_MARKS, campaign, unit, (Object) null));
    sheet
        .body()
        .get("items")
        .forEach(
            cell -> seen.put(unit + cell.get("criterion").asString(), cell.get("seen").asString()));
    form = sheet.etag();
  }

  Request marks(String user, String criterion, Map<String, Object> said) {
    var body = new TreeMap<String, Object>(said);
    body.put("seen", seen("SA", criterion));
    return Plan.staff(user, Route.MARK_CRITERION, campaign, "SA", criterion, body);
  }

  Request mark(String criterion, Object... said) {
    var body = new TreeMap<String, Object>();
    for (int i = 0; i < said.length; i += 2) {
      body.put((String) said[i], said[i + 1]);
    }
    return marks(Plan.READER, criterion, body);
  }

  Request agree(String criterion) {
    return mark(criterion, "agree", true);
  }

  void cut() {
    appraising();
    done(mark("II.1", "points", "0.00", "reason", "Thiếu"));
  }

  Request askToExplain() {
    return lead(
            Route.ASK_EXPLANATION,
            Map.of("criteria", List.of(Map.of("criterion", "II.1", "question", "Ở đâu?"))))
        .key("a");
  }

  void asked() {
    cut();
    done(askToExplain());
  }

  Request explanation(String text) {
    return Plan.staff(
        "unit-SA", Route.ANSWER_EXPLANATION, campaign, "SA", "II.1", Map.of("text", text));
  }

  Request explained() {
    return Plan.of(campaign, "SA", Route.SUBMIT_EXPLANATIONS, Plan.WORD).ifMatch("x2").key("w");
  }

  void spoken() {
    asked();
    done(explanation("Đây"));
    done(explained());
  }

  /** Every cell is judged, and one is cut. */
  void judged() {
    cut();
    done(agree("I.1"));
    done(agree("III.1"));
  }

  Request provisional() {
    return Plan.office(Route.SHOW_PROVISIONAL, campaign).key("p");
  }

  void shown() {
    judged();
    done(provisional());
    see("SA");
  }

  Request petition(String text) {
    return Plan.of(campaign, "SA", Route.WRITE_PETITION, Map.of("criterion", "II.1", "text", text))
        .key("q");
  }

  Request petitioned() {
    return Plan.of(campaign, "SA", Route.SIGN_PETITIONS, Plan.WORD).ifMatch("p1").key("g");
  }

  void pleaded() {
    shown();
    done(petition("Xem lại"));
    done(petitioned());
  }

  Request decide(Map<String, Object> decision) {
    return Plan.staff("lead", Route.DECIDE_PETITION, campaign, "SA", "II.1", decision)
        .ifMatch("p2");
  }

  Request lead(Route route, Map<String, Object> body) {
    return Plan.staff("lead", route, campaign, "SA", body);
  }
}
