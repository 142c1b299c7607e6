package vn.minhbach.core.prepare.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;

/** What the ledger tells of a campaign being prepared and opened (plan II, V.1). */
public sealed interface CampaignFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<CampaignFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case CampaignCreated.KIND -> CampaignCreated.read(in);
              case UnitsImported.KIND -> UnitsImported.read(in);
              case CriteriaImported.KIND -> CriteriaImported.read(in);
              case FormsSent.KIND -> FormsSent.read(in);
              case HolidaysSet.KIND -> HolidaysSet.read(in);
              case UnitsExempted.KIND -> UnitsExempted.read(in);
              case UnitsAssignedAgain.KIND -> UnitsAssignedAgain.read(in);
              default -> null;
            });
  }

  /** A campaign was drafted, from a template or from nothing. */
  record CampaignCreated(String by, Optional<String> template) implements CampaignFact {

    static final String KIND = "CAMPAIGN_CREATED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("template", template);
    }

    static CampaignCreated read(BodyReader in) {
      return new CampaignCreated(in.text("by"), in.maybe("template", BodyReader::text));
    }
  }

  /** A register of units is in force; {@code sha256} of the file. */
  record UnitsImported(String by, int count, String sha256) implements CampaignFact {

    static final String KIND = "UNITS_IMPORTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("count", count).with("sha256", sha256);
    }

    static UnitsImported read(BodyReader in) {
      return new UnitsImported(in.text("by"), in.count("count"), in.text("sha256"));
    }
  }

  /**
   * A criteria set is in force for a group of units.
   *
   * @param setVersion as the set calls itself
   * @param version under which it is kept
   */
  record CriteriaImported(String by, int group, String setId, String setVersion, long version)
      implements CampaignFact {

    static final String KIND = "CRITERIA_IMPORTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("group", group)
          .with("setId", setId)
          .with("setVersion", setVersion)
          .with("version", version);
    }

    static CriteriaImported read(BodyReader in) {
      return new CriteriaImported(
          in.text("by"),
          in.count("group"),
          in.text("setId"),
          in.text("setVersion"),
          in.number("version"));
    }
  }

  /**
   * The forms went out.
   *
   * @param shortNotice units that got fewer days than they are promised
   * @param reason why they did
   * @param units how many
   * @param criteriaVersions by group
   */
  record FormsSent(
      String by,
      @Member(emptyLeftOut = true) List<UnitCode> shortNotice,
      Optional<String> reason,
      Optional<String> securityApproval,
      Optional<LocalDate> securityApprovedOn,
      int units,
      long unitsVersion,
      Map<Integer, Long> criteriaVersions)
      implements CampaignFact {

    static final String KIND = "FORMS_SENT";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .withSome("shortNotice", shortNotice)
          .with("reason", reason)
          .with("securityApproval", securityApproval)
          .with("securityApprovedOn", securityApprovedOn)
          .with("units", units)
          .with("unitsVersion", unitsVersion)
          .with("criteriaVersions", criteriaVersions);
    }

    static FormsSent read(BodyReader in) {
      return new FormsSent(
          in.text("by"),
          in.texts("shortNotice").stream().map(UnitCode::new).toList(),
          in.maybe("reason", BodyReader::text),
          in.maybe("securityApproval", BodyReader::text),
          in.maybe("securityApprovedOn", BodyReader::day),
          in.count("units"),
          in.number("unitsVersion"),
          versions(in));
    }

    private static Map<Integer, Long> versions(BodyReader in) {
      var versions = new TreeMap<Integer, Long>();
      in.map("criteriaVersions", version -> ((Number) version).longValue())
          .forEach((group, version) -> versions.put(Integer.valueOf(group), version));
      return versions;
    }
  }

  /**
   * Units are not assigned a criterion.
   *
   * @param number 1, 2, 3… within the campaign
   * @param decision its number; {@code decided} its date
   */
  record UnitsExempted(
      String by,
      int number,
      int group,
      CriterionId criterion,
      List<UnitCode> units,
      String decision,
      LocalDate decided)
      implements CampaignFact {

    static final String KIND = "UNITS_EXEMPTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("number", number)
          .with("group", group)
          .with("criterion", criterion)
          .with("units", units)
          .with("decision", decision)
          .with("decided", decided);
    }

    static UnitsExempted read(BodyReader in) {
      return new UnitsExempted(
          in.text("by"),
          in.count("number"),
          in.count("group"),
          in.criterion("criterion"),
          in.texts("units").stream().map(UnitCode::new).toList(),
          in.text("decision"),
          in.day("decided"));
    }
  }

  /**
   * Named units are assigned a criterion again that they were not.
   *
   * @param exemption number of the exemption that ends for them
   * @param decision its number; {@code decided} its date
   */
  record UnitsAssignedAgain(
      String by,
      int exemption,
      int group,
      CriterionId criterion,
      List<UnitCode> units,
      String decision,
      LocalDate decided)
      implements CampaignFact {

    static final String KIND = "UNITS_ASSIGNED_AGAIN";

    /** What is told of the end of an exemption. */
    public static UnitsAssignedAgain of(Exemption exemption, Exemption.Ended end) {
      return new UnitsAssignedAgain(
          end.by(),
          exemption.number(),
          exemption.group(),
          exemption.criterion(),
          end.units(),
          end.decision().number(),
          end.decision().date());
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("exemption", exemption)
          .with("group", group)
          .with("criterion", criterion)
          .with("units", units)
          .with("decision", decision)
          .with("decided", decided);
    }

    static UnitsAssignedAgain read(BodyReader in) {
      return new UnitsAssignedAgain(
          in.text("by"),
          in.count("exemption"),
          in.count("group"),
          in.criterion("criterion"),
          in.texts("units").stream().map(UnitCode::new).toList(),
          in.text("decision"),
          in.day("decided"));
    }
  }

  /** The table of public holidays is in force; {@code sha256} of the file. */
  record HolidaysSet(String by, int days, String sha256) implements CampaignFact {

    static final String KIND = "HOLIDAYS_SET";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("days", days).with("sha256", sha256);
    }

    static HolidaysSet read(BodyReader in) {
      return new HolidaysSet(in.text("by"), in.count("days"), in.text("sha256"));
    }
  }
}
