package vn.minhbach.core.prepare.campaign;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/** Reads the part of a new campaign that says how it is appraised. */
final class AppraisalDraft {

  private static final int BODIES_MAX = 20;
  private static final int DAYS_MAX = 60;
  private static final int EXPLANATION_MAX = 20_000;

  /** Exact in every JSON reader. */
  private static final long SEED_MAX = (1L << 53) - 1;

  private AppraisalDraft() {}

  /** The settings; empty where all are as by default. */
  static Optional<AppraisalSettings> read(Node body) {
    Optional<Node> given = body.optional("appraisal");
    given.ifPresent(node ->
        node.only(
            "standingOffice",
            "deputyBody",
            "teamBodies",
            "readings",
            "samplePercent",
            "gapPoints",
            "explanationDays",
            "explanationMax",
            "petitionDays",
            "seed"));
    Optional<UnitCode> office = body(given, "standingOffice");
    Optional<UnitCode> deputy = body(given, "deputyBody");
    if (office.isPresent() && office.equals(deputy)) {
      given.get().faultAt("deputyBody", CampaignProblem.DEPUTY_OF_ANOTHER_BODY.of(office.get()));
    }
    var settings =
        new AppraisalSettings(
            office,
            deputy,
            given
                .flatMap(node -> node.optional("teamBodies"))
                .map(bodies ->
                    bodies.items(BODIES_MAX).stream()
                        .flatMap(one -> code(one).stream())
                        .distinct()
                        .toList())
                .orElse(List.of()),
            number(given, "readings", 1, 2),
            number(given, "samplePercent", 0, 100),
            given.flatMap(node -> node.optional("gapPoints")).flatMap(AppraisalDraft::gap),
            number(given, "explanationDays", 1, DAYS_MAX),
            number(given, "explanationMax", 100, EXPLANATION_MAX),
            number(given, "petitionDays", 1, DAYS_MAX),
            given.flatMap(node -> node.optional("seed")).map(node -> node.integer(0, SEED_MAX)));
    return settings.equals(AppraisalSettings.DEFAULT) ? Optional.empty() : Optional.of(settings);
  }

  private static Optional<UnitCode> body(Optional<Node> object, String field) {
    return object.flatMap(node -> node.optional(field)).flatMap(AppraisalDraft::code);
  }

  private static Optional<UnitCode> code(Node node) {
    String text = node.code(40);
    if (UnitCode.valid(text)) {
      return Optional.of(new UnitCode(text));
    }
    if (node.raw() instanceof String) {
      node.fault(InputProblem.BAD_CODE.of(text));
    }
    return Optional.empty();
  }

  private static Optional<Points> gap(Node node) {
    String text = node.text(10);
    if (text.matches("\\d{1,2}\\.\\d\\d")) {
      return Optional.of(Points.of(text));
    }
    if (node.raw() instanceof String) {
      node.fault(InputProblem.OUT_OF_RANGE.of(text, "0.00", "99.99"));
    }
    return Optional.empty();
  }

  private static Optional<Integer> number(Optional<Node> object, String field, int min, int max) {
    return object.flatMap(node -> node.optional(field)).map(node -> (int) node.integer(min, max));
  }
}
