package vn.minhbach.core.prepare.campaign;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Employer;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaDigest;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitRegister;
import vn.minhbach.core.unit.Units;

/**
 * The standing office prepares a campaign: creates it, from a body or a template, and imports units
 * and criteria. Imports are staged under a new version and come into force by one conditional
 * write, so that nobody ever reads half of one. The import of what is in force already writes
 * nothing: an import has no idempotency key, and its answer may be lost.
 */
public final class PrepareCampaign {

  private static final int SAME_NAME_MAX = 99;

  private final CampaignChange change;
  private final Campaigns campaigns;
  private final Units units;
  private final CriteriaSets criteriaSets;
  private final CampaignTemplates templates;
  private final Chance chance;

  public PrepareCampaign(
      CampaignChange change,
      Campaigns campaigns,
      Units units,
      CriteriaSets criteriaSets,
      CampaignTemplates templates,
      Chance chance) {
    this.change = change;
    this.campaigns = campaigns;
    this.units = units;
    this.criteriaSets = criteriaSets;
    this.templates = templates;
    this.chance = chance;
  }

  /**
   * Creates a campaign in stage DRAFT. Without an id of its own it takes the template's, or the
   * year's, numbered if that is taken. Refused when the id is taken or a setting is faulty.
   */
  public Outcome<Campaign> create(Act act, Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, PrepareCampaign::names)
        .flatMap(names ->
            names.template().isEmpty()
                ? created(act, names, tree)
                : fromTemplate(act, names, tree));
  }

  /** Puts a unit register (CSV as {@code units.csv}) in force. Refused once forms are out. */
  public Outcome<Campaign> importUnits(CampaignId id, Act act, String csv) {
    return UnitRegister.read(csv)
        .flatMap(PrepareCampaign::notEmpty)
        .flatMap(register ->
            change.of(
                id,
                act,
                campaign ->
                    campaign
                        .at(Stage.DRAFT)
                        .flatMap(open -> withImporter(open, register, act))
                        .map(open -> withUnits(open, register, csv, act))));
  }

  // Whoever states an employer that the register lacks acts no more once it is in force.
  private static Outcome<Campaign> withImporter(Campaign campaign, List<Unit> register, Act act) {
    Optional<UnitCode> lacking =
        act.caller()
            .unit()
            .filter(code -> register.stream().noneMatch(unit -> unit.code().equals(code)));
    return lacking.isEmpty()
        ? Outcome.accepted(campaign)
        : Outcome.refused(
            CampaignProblem.OWN_BODY_NOT_IN_FILE.of(lacking.get(), campaign.id(), Employer.NONE));
  }

  /** Puts a criteria set in force for its group. Refused once forms are out. */
  public Outcome<Campaign> importCriteria(CampaignId id, int group, Act act, Object tree) {
    return CriteriaSet.read(tree)
        .flatMap(set -> set.ofGroup(group))
        .flatMap(set ->
            change.of(
                id,
                act,
                campaign ->
                    campaign.at(Stage.DRAFT).map(open -> withCriteria(open, set, tree, act))));
  }

  private Outcome<Campaign> created(Act act, Names names, Object tree) {
    return change.create(
        act,
        () ->
            freeId(names)
                .flatMap(id -> CampaignDraft.read(tree, id))
                .flatMap(this::withKnownPrevious)
                .map(this::withPublicHolidays)
                .map(draft ->
                    CampaignChange.Decided.of(
                        draft,
                        new CampaignFact.CampaignCreated(act.caller().id(), Optional.empty()))));
  }

  private Outcome<Campaign> fromTemplate(Act act, Names names, Object tree) {
    var template = templates.find(names.template());
    if (template.isEmpty()) {
      return Outcome.refused(
          CampaignProblem.UNKNOWN_TEMPLATE.of(names.template(), templates.names()));
    }
    var settings = new LinkedHashMap<String, Object>(template.get().campaign());
    ((Map<?, ?>) tree).forEach((key, value) -> settings.put((String) key, value));
    return change.create(
        act,
        () ->
            freeId(names)
                .flatMap(id -> CampaignDraft.read(settings, id))
                .flatMap(this::withKnownPrevious)
                .map(this::withPublicHolidays)
                .flatMap(draft -> filled(draft, template.get(), act))
                .map(filled ->
                    CampaignChange.Decided.of(
                        filled,
                        new CampaignFact.CampaignCreated(
                            act.caller().id(), Optional.of(names.template())))));
  }

  private Outcome<Campaign> withKnownPrevious(Campaign draft) {
    Optional<CampaignId> previous = draft.settings().deskSettings().previous();
    boolean known =
        previous.isEmpty()
            || (!previous.get().equals(draft.id()) && campaigns.find(previous.get()).isPresent());
    return known
        ? Outcome.accepted(draft)
        : Outcome.refused(
            Refusal.of(
                InputProblem.INVALID_BODY.of(1),
                List.of(
                    Refusal.Violation.at(
                        "previous", CampaignProblem.NO_EARLIER_CAMPAIGN.of(previous.get())))));
  }

  // Copied, so that a later release of the program cannot move a deadline of this campaign.
  private Campaign withPublicHolidays(Campaign draft) {
    Holidays known =
        Holidays.read(templates.publicHolidaysCsv())
            .fold(
                refusal -> {
                  throw new IllegalStateException("own holidays: " + refusal.violations());
                },
                holidays -> holidays);
    Calendar calendar = draft.calendar();
    return draft.withRules(
        draft
            .settings()
            .deadlineRules()
            .with(known.between(calendar.firstYear(), calendar.lastYear())));
  }

  private Outcome<Campaign> filled(Campaign draft, CampaignTemplates.Template template, Act act) {
    Outcome<Campaign> campaign =
        UnitRegister.read(template.unitsCsv())
            .flatMap(register -> withImporter(draft, register, act).map(open -> register))
            .map(register -> {
              long version = chance.version();
              units.stage(draft.id(), version, register);
              return draft.withUnits(version);
            });
    for (Map.Entry<Integer, Object> set : template.criteria().entrySet()) {
      campaign =
          campaign.flatMap(filled ->
              CriteriaSet.read(set.getValue())
                  .map(checked -> {
                    long version = chance.version();
                    criteriaSets.stage(draft.id(), set.getKey(), version, set.getValue());
                    return filled.withCriteria(set.getKey(), version);
                  }));
    }
    return campaign;
  }

  private CampaignChange.Decided withUnits(
      Campaign campaign, List<Unit> register, String csv, Act act) {
    if (campaign.unitsVersion() > 0
        && units.all(campaign.id(), campaign.unitsVersion()).equals(register)) {
      return CampaignChange.Decided.nothing(campaign);
    }
    long version = chance.version();
    units.stage(campaign.id(), version, register);
    return CampaignChange.Decided.of(
        campaign.withUnits(version),
        new CampaignFact.UnitsImported(
            act.caller().id(), register.size(), Sha256.hex(csv.getBytes(StandardCharsets.UTF_8))));
  }

  private CampaignChange.Decided withCriteria(
      Campaign campaign, CriteriaSet set, Object tree, Act act) {
    Optional<Object> inForce =
        Optional.ofNullable(campaign.criteriaVersions().get(set.unitGroup()))
            .flatMap(version -> criteriaSets.tree(campaign.id(), set.unitGroup(), version));
    // 4 and 4.0 are the same points: a set that went through a workbook is what it was.
    String digest = CriteriaDigest.of(tree);
    if (inForce.map(CriteriaDigest::of).filter(digest::equals).isPresent()) {
      return CampaignChange.Decided.nothing(campaign);
    }
    long version = chance.version();
    criteriaSets.stage(campaign.id(), set.unitGroup(), version, tree);
    return CampaignChange.Decided.of(
        campaign.withCriteria(set.unitGroup(), version),
        new CampaignFact.CriteriaImported(
            act.caller().id(), set.unitGroup(), set.setId(), set.version(), version));
  }

  private Outcome<CampaignId> freeId(Names names) {
    if (names.id().isPresent()) {
      CampaignId id = names.id().get();
      return campaigns.find(id).isEmpty()
          ? Outcome.accepted(id)
          : Outcome.refused(CampaignProblem.CAMPAIGN_EXISTS.of(id.value()));
    }
    String stem = names.template().isEmpty() ? "campaign" : names.template();
    for (int n = 1; n <= SAME_NAME_MAX; n++) {
      var id = new CampaignId(n == 1 ? stem : stem + "-" + n);
      if (campaigns.find(id).isEmpty()) {
        return Outcome.accepted(id);
      }
    }
    return Outcome.refused(CampaignProblem.CAMPAIGN_EXISTS.of(stem));
  }

  private static Supplier<Names> names(Node body) {
    var template = body.optional("template").map(node -> node.code(40)).orElse("");
    var id =
        body.optional("id")
            .map(node -> {
              String text = node.code(40);
              if (!CampaignId.valid(text)) {
                node.fault(InputProblem.BAD_CODE.of(text));
              }
              return text;
            });
    return () -> new Names(template, id.map(CampaignId::new));
  }

  private static Outcome<List<Unit>> notEmpty(List<Unit> register) {
    return register.isEmpty()
        ? Outcome.refused(CampaignProblem.NO_UNITS.of())
        : Outcome.accepted(register);
  }

  private record Names(String template, Optional<CampaignId> id) {}
}
