package vn.minhbach.adapter.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.ranking.Rankings;

/**
 * Every key of the table; the package's page shows them with what they cost. Ids of campaigns,
 * units and criteria hold no {@code #}, so no key can be taken for another's.
 */
final class Keys {

  private static final String HEAD = "HEAD";
  private static final String LEDGER = "LEDGER#";
  private static final String ANSWER = "ANSWER#";
  private static final String EVIDENCE = "EVIDENCE#";

  /** Sorts after the head: who reads the form reads no file of the team. */
  private static final String TEAM_FILE = "TEAMFILE#";

  /** What a file says of itself. Sorts after the head: who reads the form does not read it. */
  private static final String SAYS = "SAYS#";

  /** Sorts after head and ledger: who reads the form reads no marks. */
  private static final String MARK = "MARK#";

  /** As marks, and in a range of its own. */
  private static final String EXPLANATION = "XPLAIN#";

  /** Sorts after the form, which ends at its head's own prefix. */
  private static final String FINDING = "VISIT#FOUND#";

  private static final String MINUTES = "VISIT#MINUTES#";

  private static final String PETITION = "PETITION#";

  /** Sorts between evidence and head, so that a form is still one query. */
  private static final String PARTICULARS = "FORMHEAD";

  private static final String REMARK = "REMARK#";
  private static final String TRANSMITTAL = "TRANSMITTAL#";

  /** Sorts after the head: a form is read without it, unless somebody asks. */
  private static final String PLAN_REVIEW = "PLANREVIEW";

  /** What a unit reached; its whole scorecard is an item of its own. */
  private static final String REACHED = "REACHED#";

  private static final String PAGE = "PAGE#";
  private static final String UNIT = "UNIT#";

  /** The register of campaigns. No campaign has an empty id. */
  private static final String REGISTER = "C#";

  /** Sorts after every id: ids hold ASCII letters, digits, dots and hyphens. */
  private static final String LAST = "~";

  /** Ten digits: more than one a second for three centuries. */
  static final long SEQ_MAX = 9_999_999_999L;

  private static final int PAGES_MAX = 999;

  private Keys() {}

  private static String campaign(CampaignId campaign, String rest) {
    return "C#" + campaign + "#" + rest;
  }

  static Key campaign(CampaignId campaign) {
    return new Key(campaign(campaign, "CAMPAIGN"), HEAD);
  }

  static Key registered(CampaignId campaign) {
    return new Key(REGISTER, campaign.value());
  }

  /** The register after a campaign; from its beginning without one. */
  static Key.Range registeredAfter(Optional<CampaignId> campaign) {
    // A blank sorts before every character of an id, so this is the first key after that campaign.
    return new Key.Range(REGISTER, campaign.map(id -> id + " ").orElse(" "), LAST);
  }

  static Key unit(CampaignId campaign, long version, UnitCode code) {
    return new Key(units(campaign, version), code.value());
  }

  static Key.Range unitsOf(CampaignId campaign, long version) {
    return new Key.Range(units(campaign, version), " ", LAST);
  }

  private static String units(CampaignId campaign, long version) {
    return campaign(campaign, "UNITS#" + version);
  }

  static Key criteria(CampaignId campaign, int group, long version) {
    return new Key(campaign(campaign, "CRITERIA#" + group), "V#" + version);
  }

  static Key correction(CampaignId campaign, int group, int number) {
    return new Key(corrections(campaign, group), seq(number));
  }

  static Key.Range correctionsOf(CampaignId campaign, int group, int count) {
    return new Key.Range(corrections(campaign, group), seq(1), seq(count));
  }

  private static String corrections(CampaignId campaign, int group) {
    return campaign(campaign, "CORRECTION#" + group);
  }

  /** An import of a source. */
  static Key source(CampaignId campaign, String source, long version) {
    return new Key(campaign(campaign, "SOURCE#" + source), "V#" + version);
  }

  static Key figures(CampaignId campaign, String source, long version, UnitCode unit) {
    return new Key(figures(campaign, source, version), unit.value());
  }

  static Key.Range figuresOf(CampaignId campaign, String source, long version) {
    return new Key.Range(figures(campaign, source, version), " ", LAST);
  }

  private static String figures(CampaignId campaign, String source, long version) {
    return campaign(campaign, "SOURCE#" + source + "#" + version);
  }

  static Key account(CampaignId campaign, long version, String account) {
    return new Key(accounts(campaign, version), account);
  }

  static Key.Range accountsOf(CampaignId campaign, long version) {
    return new Key.Range(accounts(campaign, version), " ", LAST);
  }

  private static String accounts(CampaignId campaign, long version) {
    return campaign(campaign, "ACCOUNTS#" + version);
  }

  /** Who an actor was as of a version of the accounts. */
  static Key actor(CampaignId campaign, String id, long version) {
    return new Key(campaign(campaign, "ACTOR"), id + "#" + version);
  }

  static Key.Range actorOf(CampaignId campaign, String id) {
    return new Key.Range(campaign(campaign, "ACTOR"), id + "#", id + "#" + LAST);
  }

  static Key migration(CampaignId campaign) {
    return new Key(campaign(campaign, "MIGRATION"), "LATEST");
  }

  static Key poolReport(CampaignId campaign) {
    return new Key(campaign(campaign, "POOL"), "LATEST");
  }

  static Key team(CampaignId campaign, long version) {
    return new Key(campaign(campaign, "TEAM"), "V#" + version);
  }

  static Key inspection(CampaignId campaign, int number) {
    return new Key(campaign(campaign, "INSPECTION"), seq(number));
  }

  static Key.Range inspectionsOf(CampaignId campaign) {
    return new Key.Range(campaign(campaign, "INSPECTION"), " ", LAST);
  }

  static Key session(CampaignId campaign) {
    return new Key(campaign(campaign, "SESSION"), "LATEST");
  }

  static Key assignment(CampaignId campaign, int group, long version) {
    return new Key(campaign(campaign, "ASSIGNMENT#" + group), "V#" + version);
  }

  static Key head(CampaignId campaign, UnitCode unit) {
    return new Key(submission(campaign, unit), HEAD);
  }

  static Key answer(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return new Key(submission(campaign, unit), ANSWER + criterion);
  }

  static Key.Range answersOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), ANSWER, ANSWER + LAST);
  }

  static Key evidence(CampaignId campaign, UnitCode unit, String evidenceId) {
    return new Key(submission(campaign, unit), EVIDENCE + evidenceId);
  }

  static Key reading(CampaignId campaign, UnitCode unit, String sha256) {
    return new Key(submission(campaign, unit), SAYS + sha256);
  }

  static Key teamFile(CampaignId campaign, UnitCode unit, String evidenceId) {
    return new Key(submission(campaign, unit), TEAM_FILE + evidenceId);
  }

  static Key.Range teamFilesOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), TEAM_FILE, TEAM_FILE + LAST);
  }

  /** The head of the form as the unit filled it in. */
  static Key particulars(CampaignId campaign, UnitCode unit) {
    return new Key(submission(campaign, unit), PARTICULARS);
  }

  static Key remark(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return new Key(submission(campaign, unit), REMARK + criterion);
  }

  static Key.Range remarksOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), REMARK, REMARK + LAST);
  }

  static Key transmittal(CampaignId campaign, UnitCode district, int number) {
    return new Key(submission(campaign, district), TRANSMITTAL + seq(number));
  }

  static Key.Range transmittalsOf(CampaignId campaign, UnitCode district) {
    return new Key.Range(submission(campaign, district), TRANSMITTAL, TRANSMITTAL + LAST);
  }

  /** Answers, evidence, particulars and head; the ledger and all else sort after it. */
  static Key.Range form(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), ANSWER, HEAD);
  }

  static Key.Range evidenceOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), EVIDENCE, EVIDENCE + LAST);
  }

  static Key mark(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return new Key(submission(campaign, unit), MARK + criterion);
  }

  static Key.Range marksOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), MARK, MARK + LAST);
  }

  static Key explanation(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return new Key(submission(campaign, unit), EXPLANATION + criterion);
  }

  static Key.Range explanationsOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), EXPLANATION, EXPLANATION + LAST);
  }

  static Key petition(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return new Key(submission(campaign, unit), PETITION + criterion);
  }

  static Key.Range petitionsOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), PETITION, PETITION + LAST);
  }

  static Key finding(CampaignId campaign, UnitCode unit, String id) {
    return new Key(submission(campaign, unit), FINDING + id);
  }

  static Key.Range findingsOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), FINDING, FINDING + LAST);
  }

  static Key minutes(CampaignId campaign, UnitCode unit, int inspection) {
    return new Key(submission(campaign, unit), MINUTES + seq(inspection));
  }

  static Key.Range minutesOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(submission(campaign, unit), MINUTES, MINUTES + LAST);
  }

  private static String submission(CampaignId campaign, UnitCode unit) {
    return campaign(campaign, "U#" + unit);
  }

  static Key entry(ChainId chain, long seq) {
    return new Key(chainOf(chain), LEDGER + seq(seq));
  }

  static Key.Range entriesAfter(ChainId chain, long seq) {
    return new Key.Range(chainOf(chain), LEDGER + seq(seq + 1), LEDGER + SEQ_MAX);
  }

  private static String chainOf(ChainId chain) {
    return chain.question().isPresent()
        ? campaign(
            chain.campaign(), "ASKED#" + chain.unit().orElseThrow() + "#" + chain.question().get())
        : ofForm(chain);
  }

  private static String ofForm(ChainId chain) {
    return chain
        .unit()
        .map(unit -> submission(chain.campaign(), unit))
        .orElseGet(() -> campaign(chain.campaign()).pk());
  }

  private static String seq(long seq) {
    if (seq < 1 || seq > SEQ_MAX) {
      throw new IllegalArgumentException("not a number of the ledger: " + seq);
    }
    return String.format("%010d", seq);
  }

  /** A receipt. The scope alone names it: user, route, path (with its campaign) and key. */
  static Key receipt(String scope) {
    return new Key(REGISTER + "#IDEMPOTENCY#" + scope, "IDEMPOTENCY");
  }

  static Key job(CampaignId campaign, String id) {
    return new Key(jobs(campaign), id);
  }

  static Key.Range jobsOf(CampaignId campaign) {
    return new Key.Range(jobs(campaign), " ", LAST);
  }

  private static String jobs(CampaignId campaign) {
    return campaign(campaign, "JOB");
  }

  /** A question; its chain has a partition of its own. */
  static Key question(CampaignId campaign, UnitCode unit, String id) {
    return new Key(questions(campaign), unit + "#" + id);
  }

  static Key.Range questionsOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(questions(campaign), unit + "#", unit + "#" + LAST);
  }

  static Key.Range questionsOf(CampaignId campaign) {
    return new Key.Range(questions(campaign), " ", LAST);
  }

  private static String questions(CampaignId campaign) {
    return campaign(campaign, "QUESTION");
  }

  /** What a group reads of a question. */
  static Key published(CampaignId campaign, int group, CriterionId criterion, String id) {
    return new Key(publishedTo(campaign, group), criterion + "#" + id);
  }

  static Key.Range publishedOf(CampaignId campaign, int group) {
    return new Key.Range(publishedTo(campaign, group), " ", LAST);
  }

  private static String publishedTo(CampaignId campaign, int group) {
    return campaign(campaign, "ANSWERED#" + group);
  }

  /** One item for each object and reason. */
  static Key stray(Strays.Stray stray) {
    return new Key(
        campaign(stray.campaign(), "STRAY"),
        stray.reason() + "#" + Sha256.hex(stray.key().getBytes(StandardCharsets.UTF_8)));
  }

  static Key.Range straysOf(CampaignId campaign) {
    return new Key.Range(campaign(campaign, "STRAY"), " ", LAST);
  }

  /** By hash first: bytes that are barred are barred from every unit. */
  static Key takedown(CampaignId campaign, UnitCode unit, String sha256) {
    return new Key(campaign(campaign, "TAKEDOWN"), sha256 + "#" + unit);
  }

  static Key.Range takedownsOf(CampaignId campaign, String sha256) {
    return new Key.Range(campaign(campaign, "TAKEDOWN"), sha256 + "#", sha256 + "#" + LAST);
  }

  static Key.Range takedownsOf(CampaignId campaign) {
    return new Key.Range(campaign(campaign, "TAKEDOWN"), " ", LAST);
  }

  static Key opening(Openings.Opening opening) {
    return new Key(
        openings(opening.campaign(), opening.unit()),
        opening.evidence() + "#" + opening.at().toEpochMilli() + "#" + opening.id());
  }

  static Key.Range openingsOf(CampaignId campaign, UnitCode unit, String evidence) {
    return new Key.Range(openings(campaign, unit), evidence + "#", evidence + "#" + LAST);
  }

  private static String openings(CampaignId campaign, UnitCode unit) {
    return campaign(campaign, "OPENED#" + unit);
  }

  static Key draftOpening(DraftOpenings.Opening opening) {
    return new Key(campaign(opening.campaign(), "DRAFT-OPENED"), opening.cursor());
  }

  static Key.Range draftOpeningsOf(CampaignId campaign, Optional<String> after) {
    // The first key after one is itself with the lowest character behind it.
    return new Key.Range(
        campaign(campaign, "DRAFT-OPENED"), after.map(last -> last + " ").orElse(" "), LAST);
  }

  static Key holder(SharedFiles.Holder holder) {
    return new Key(
        hash(holder.campaign(), holder.sha256()), holder.unit() + "#" + holder.evidence());
  }

  static Key.Range holdersOf(CampaignId campaign, String sha256) {
    return new Key.Range(hash(campaign, sha256), " ", LAST);
  }

  private static String hash(CampaignId campaign, String sha256) {
    return campaign(campaign, "HASH#" + sha256);
  }

  static Key shared(CampaignId campaign, UnitCode at, String sha256) {
    return new Key(campaign(campaign, "SHARED"), at + "#" + sha256);
  }

  static Key.Range sharedAt(CampaignId campaign, UnitCode unit) {
    return new Key.Range(campaign(campaign, "SHARED"), unit + "#", unit + "#" + LAST);
  }

  static Key.Range sharedOf(CampaignId campaign) {
    return new Key.Range(campaign(campaign, "SHARED"), " ", LAST);
  }

  static Key backlog(CampaignId campaign) {
    return new Key(campaign(campaign, "BACKLOG"), "LATEST");
  }

  static Key audit(CampaignId campaign) {
    return new Key(campaign(campaign, "AUDIT"), "LATEST");
  }

  static Key reminderSettings(CampaignId campaign) {
    return new Key(campaign(campaign, "REMINDERS"), "SETTINGS");
  }

  static Key contacts(CampaignId campaign, UnitCode unit) {
    return new Key(campaign(campaign, "CONTACTS"), unit.value());
  }

  static Key.Range contactsOf(CampaignId campaign) {
    return new Key.Range(campaign(campaign, "CONTACTS"), " ", LAST);
  }

  static Key reminderCard(CampaignId campaign, UnitCode unit) {
    return new Key(campaign(campaign, "REMINDED"), unit.value());
  }

  static Key.Range reminderCardsOf(CampaignId campaign) {
    return new Key.Range(campaign(campaign, "REMINDED"), " ", LAST);
  }

  /** What was sent to a unit, by the number of its card's version: in order, and never twice. */
  static Key sent(CampaignId campaign, UnitCode unit, long version) {
    return new Key(campaign(campaign, "SENT#" + unit), seq(version));
  }

  static Key.Range sentTo(CampaignId campaign, UnitCode unit) {
    return new Key.Range(campaign(campaign, "SENT#" + unit), " ", LAST);
  }

  static Key progress(CampaignId campaign, UnitCode unit) {
    return new Key(board(campaign), unit.value());
  }

  static Key.Range progressOf(CampaignId campaign) {
    return new Key.Range(board(campaign), " ", LAST);
  }

  private static String board(CampaignId campaign) {
    return campaign(campaign, "PROGRESS");
  }

  static Key draft(CampaignId campaign, int group) {
    return new Key(campaign(campaign, "RANKING#" + group), "DRAFT");
  }

  static Key rankingTable(CampaignId campaign, int group, long version) {
    return new Key(ranking(campaign, group, version), "TABLE");
  }

  static Key rankingPage(
      CampaignId campaign, int group, long version, Rankings.Order order, int page) {
    return new Key(ranking(campaign, group, version), pages(order) + page(page));
  }

  /** Pages by number, both included; the first is 0. */
  static Key.Range rankingPages(
      CampaignId campaign, int group, long version, Rankings.Order order, int from, int to) {
    String pages = pages(order);
    return new Key.Range(ranking(campaign, group, version), pages + page(from), pages + page(to));
  }

  private static String pages(Rankings.Order order) {
    return order == Rankings.Order.RANK ? PAGE : "BY-NAME#";
  }

  static Key scorecard(CampaignId campaign, int group, long version, UnitCode unit) {
    return new Key(ranking(campaign, group, version), "CARD#" + unit);
  }

  static Key rankingRow(CampaignId campaign, int group, long version, UnitCode unit) {
    return new Key(ranking(campaign, group, version), UNIT + unit);
  }

  static Key groupReport(CampaignId campaign, int group, long version) {
    return new Key(ranking(campaign, group, version), "REPORT");
  }

  static Key frozenCard(CampaignId campaign, int group, long version, UnitCode unit) {
    return new Key(ranking(campaign, group, version), REACHED + unit);
  }

  static Key.Range frozenCardsOf(CampaignId campaign, int group, long version) {
    return new Key.Range(ranking(campaign, group, version), REACHED, REACHED + LAST);
  }

  /** The mapping to the PAR index that is in force. */
  static Key parMapping(CampaignId campaign) {
    return new Key(campaign(campaign, "PAR"), "LATEST");
  }

  static Key parMapping(CampaignId campaign, long version) {
    return new Key(campaign(campaign, "PAR"), "V#" + version);
  }

  /** Not in the form's partition: who chases plans reads those of all units at once. */
  static Key plan(CampaignId campaign, UnitCode unit) {
    return new Key(campaign(campaign, "PLAN"), unit.value());
  }

  static Key.Range plansOf(CampaignId campaign) {
    return new Key.Range(campaign(campaign, "PLAN"), " ", LAST);
  }

  static Key review(CampaignId campaign, UnitCode unit, String id) {
    return new Key(campaign(campaign, "REVIEW"), unit + "#" + id);
  }

  static Key.Range reviewsOf(CampaignId campaign, UnitCode unit) {
    return new Key.Range(campaign(campaign, "REVIEW"), unit + "#", unit + "#" + LAST);
  }

  static Key.Range reviewsOf(CampaignId campaign) {
    return new Key.Range(campaign(campaign, "REVIEW"), " ", LAST);
  }

  /** What a unit says of the plan that it made a campaign before. */
  static Key planReview(CampaignId campaign, UnitCode unit) {
    return new Key(submission(campaign, unit), PLAN_REVIEW);
  }

  private static String ranking(CampaignId campaign, int group, long version) {
    return campaign(campaign, "RANKING#" + group + "#" + version);
  }

  private static String page(int page) {
    if (page < 0 || page > PAGES_MAX) {
      throw new IllegalArgumentException("not a page of a ranking: " + page);
    }
    return String.format("%03d", page);
  }
}
