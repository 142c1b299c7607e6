package vn.minhbach.core.prepare.campaign;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.PlainTime;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.prepare.campaign.ResultSettings.NoFormPolicy;

/** Reads the settings of a new campaign. */
final class CampaignDraft {

  private static final int LABELS_MAX = 50;
  private static final int DELIVERY_DAYS_MAX = 30;
  private static final int CORRECTION_DAYS_MAX = 60;
  private static final int SIGNATURE_DAYS_MAX = 30;
  private static final String[] POLICIES =
      Arrays.stream(LatePolicy.values()).map(LatePolicy::name).toArray(String[]::new);

  private static final String[] NO_FORM =
      Arrays.stream(NoFormPolicy.values()).map(NoFormPolicy::name).toArray(String[]::new);

  private static final int PLAN_DAYS_MAX = 365;
  private static final int REVIEW_DAYS_MAX = 90;
  private static final int TIE_BREAKS_MAX = 10;
  private static final int MEGABYTE = 1 << 20;
  private static final List<String> TYPES =
      List.of(
          "application/pdf",
          "image/png",
          "image/jpeg",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private CampaignDraft() {}

  /** A campaign in stage DRAFT, without units and criteria; refused with every fault named. */
  static Outcome<Campaign> read(Object tree, CampaignId id) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, body -> read(body, id));
  }

  private static Supplier<Campaign> read(Node body, CampaignId id) {
    body.only(
        "id",
        "template",
        "name",
        "year",
        "plan",
        "calendar",
        "tieRule",
        "latePolicy",
        "uploadLimits",
        "previous",
        "desk",
        "appraisal",
        "result");
    String name = text(body, "name", 200);
    Node year = body.field("year");
    int number = year.raw() == null ? 0 : (int) year.integer(2000, 2100);
    CampaignSettings.Plan plan = plan(body.field("plan"));
    Node dates = body.field("calendar");
    Calendar calendar = calendar(dates);
    DeadlineRules rules = rules(body, dates, calendar);
    TieRule tieRule =
        body.optional("tieRule")
            .map(rule -> rule.oneOf("DENSE", "COMPETITION"))
            .filter("DENSE"::equals)
            .map(TieRule::valueOf)
            .orElse(TieRule.COMPETITION);
    UploadLimits limits =
        body.optional("uploadLimits")
            .map(CampaignDraft::limits)
            .orElseGet(() -> new UploadLimits(20L * MEGABYTE, 1024L * MEGABYTE, TYPES));
    Optional<DeskSettings> desk = desk(body);
    Optional<AppraisalSettings> appraisal = AppraisalDraft.read(body);
    Optional<ResultSettings> result = result(body);
    return () ->
        Campaign.draft(
            id,
            new CampaignSettings(
                name,
                number,
                plan,
                calendar,
                tieRule,
                limits,
                Optional.of(rules),
                desk,
                appraisal,
                result));
  }

  private static Optional<ResultSettings> result(Node body) {
    Optional<Node> given = body.optional("result");
    given.ifPresent(node -> node.only("noForm", "tieBreaks", "planDays", "reviewDays"));
    var settings =
        new ResultSettings(
            given
                .flatMap(node -> node.optional("noForm"))
                .map(node -> node.oneOf(NO_FORM))
                .map(NoFormPolicy::valueOf),
            given
                .flatMap(node -> node.optional("tieBreaks"))
                .map(groups ->
                    groups.items(TIE_BREAKS_MAX).stream()
                        .map(group -> group.code(20))
                        .distinct()
                        .toList())
                .orElse(List.of()),
            given
                .flatMap(node -> node.optional("planDays"))
                .map(node -> (int) node.integer(1, PLAN_DAYS_MAX)),
            given
                .flatMap(node -> node.optional("reviewDays"))
                .map(node -> (int) node.integer(1, REVIEW_DAYS_MAX)));
    return settings.equals(ResultSettings.DEFAULT) ? Optional.empty() : Optional.of(settings);
  }

  private static Optional<DeskSettings> desk(Node body) {
    Optional<CampaignId> previous =
        body.optional("previous")
            .flatMap(node -> {
              String text = node.text(40);
              if (CampaignId.valid(text)) {
                return Optional.of(new CampaignId(text));
              }
              node.fault(InputProblem.BAD_CODE.of(text));
              return Optional.empty();
            });
    Optional<Node> desk = body.optional("desk");
    desk.ifPresent(node ->
        node.only(
            "jumpPoints",
            "jumpPercent",
            "reasonMin",
            "staffLabels",
            "contestDays",
            "questionsPerUnit"));
    var settings =
        new DeskSettings(
            previous,
            number(desk, "jumpPoints", 1, 100),
            number(desk, "jumpPercent", 1, 10_000),
            number(desk, "reasonMin", 1, 500),
            desk.flatMap(node -> node.optional("staffLabels"))
                .map(labels ->
                    labels.items(LABELS_MAX).stream().map(label -> label.text(200)).toList())
                .orElse(List.of()),
            number(desk, "contestDays", 1, 60),
            number(desk, "questionsPerUnit", 1, 500));
    return settings.equals(DeskSettings.DEFAULT) ? Optional.empty() : Optional.of(settings);
  }

  private static Optional<Integer> number(Optional<Node> object, String field, int min, int max) {
    return object.flatMap(node -> node.optional(field)).map(node -> (int) node.integer(min, max));
  }

  private static CampaignSettings.Plan plan(Node plan) {
    if (plan.raw() == null) {
      return new CampaignSettings.Plan("", LocalDate.EPOCH, "");
    }
    plan.only("number", "date", "issuer");
    return new CampaignSettings.Plan(
        text(plan, "number", 100), date(plan, "date"), text(plan, "issuer", 200));
  }

  private static Calendar calendar(Node calendar) {
    if (calendar.raw() == null) {
      return null;
    }
    calendar.only(
        "answerDays",
        "deliveryDays",
        "communeDays",
        "rollOnRestDay",
        "correctionDays",
        "signatureGraceDays",
        "dueBefore",
        "closesBefore",
        "appraisedBefore",
        "reportBefore",
        "publishBefore");
    int days = calendar.optional("answerDays").map(node -> (int) node.integer(1, 365)).orElse(15);
    LocalDate due = date(calendar, "dueBefore");
    LocalDate closes = calendar.optional("closesBefore").map(Node::date).orElse(due);
    LocalDate appraised = date(calendar, "appraisedBefore");
    LocalDate report = date(calendar, "reportBefore");
    LocalDate publish = date(calendar, "publishBefore");
    ascending(calendar, "closesBefore", due, closes);
    ascending(calendar, "appraisedBefore", closes, appraised);
    ascending(calendar, "reportBefore", appraised, report);
    ascending(calendar, "publishBefore", report, publish);
    return new Calendar(PlainTime.ZONE, days, due, closes, appraised, report, publish);
  }

  private static DeadlineRules rules(Node body, Node dates, Calendar calendar) {
    LatePolicy policy =
        body.optional("latePolicy")
            .map(node -> node.oneOf(POLICIES))
            .filter(List.of(POLICIES)::contains)
            .map(LatePolicy::valueOf)
            .orElse(LatePolicy.MARK);
    if (calendar == null) {
      return DeadlineRules.DEFAULT;
    }
    return new DeadlineRules(
        dates
            .optional("deliveryDays")
            .map(node -> (int) node.integer(0, DELIVERY_DAYS_MAX))
            .orElse(0),
        dates
            .optional("communeDays")
            .map(node -> OptionalInt.of((int) node.integer(1, calendar.answerDays())))
            .orElse(OptionalInt.empty()),
        dates.optional("rollOnRestDay").map(Node::bool).orElse(true),
        policy,
        Holidays.NONE,
        dates
            .optional("signatureGraceDays")
            .map(node -> OptionalInt.of((int) node.integer(0, SIGNATURE_DAYS_MAX)))
            .orElse(OptionalInt.empty()),
        dates
            .optional("correctionDays")
            .map(node -> OptionalInt.of((int) node.integer(1, CORRECTION_DAYS_MAX)))
            .orElse(OptionalInt.empty()));
  }

  private static void ascending(Node calendar, String field, LocalDate earlier, LocalDate later) {
    if (!calendar.faulty() && later.isBefore(earlier)) {
      calendar.faultAt(
          field, InputProblem.DATES_NOT_ASCENDING.of(later.toString(), earlier.toString()));
    }
  }

  private static UploadLimits limits(Node limits) {
    limits.only(
        "fileBytesMax",
        "unitBytesMax",
        "contentTypes",
        "grantsPerMinute",
        "reopenDays",
        "dataPeriod");
    Node file = limits.field("fileBytesMax");
    Node unit = limits.field("unitBytesMax");
    Node types = limits.field("contentTypes");
    return new UploadLimits(
        file.raw() == null ? 0 : file.integer(1, 100L * MEGABYTE),
        unit.raw() == null ? 0 : unit.integer(1, 100_000L * MEGABYTE),
        types.raw() == null
            ? List.of()
            : types.items(TYPES.size()).stream()
                .map(type -> type.oneOf(TYPES.toArray(String[]::new)))
                .toList(),
        limits.optional("grantsPerMinute").map(node -> (int) node.integer(1, 10_000)),
        limits.optional("reopenDays").map(node -> (int) node.integer(1, 60)),
        limits.optional("dataPeriod").flatMap(CampaignDraft::period));
  }

  private static Optional<Period> period(Node period) {
    period.only("from", "to");
    LocalDate from = date(period, "from");
    LocalDate to = date(period, "to");
    if (to.isBefore(from)) {
      period.faultAt("to", InputProblem.DATES_NOT_ASCENDING.of(to.toString(), from.toString()));
      return Optional.empty();
    }
    return Optional.of(new Period(from, to));
  }

  private static String text(Node object, String field, int max) {
    Node node = object.field(field);
    return node.raw() == null ? "" : node.text(max);
  }

  private static LocalDate date(Node object, String field) {
    Node node = object.field(field);
    return node.raw() == null ? LocalDate.EPOCH : node.date();
  }
}
