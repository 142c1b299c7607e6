package vn.minhbach.adapter.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.PutParticulars;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.Submissions;

/**
 * Submissions: one partition each, with the head that every change must pass, the answers, the
 * evidence and the chain.
 */
public final class DynamoSubmissions implements Submissions {

  private static final int EVIDENCE_ID_MAX = 100;

  private final DynamoTable table;

  public DynamoSubmissions(DynamoTable table) {
    this.table = table;
  }

  /**
   * Reads from the last key to the first, so that the head comes before what hangs on it. A query
   * is no snapshot: what is written while it runs may show in part. With the head read first, any
   * such change has moved the stored seq past the one read here, and a commit that was decided on
   * the mixture does not hold.
   */
  @Override
  public Optional<Form> form(CampaignId campaign, UnitCode unit) {
    Optional<Head> head = Optional.empty();
    var answers = new TreeMap<CriterionId, Answer>();
    var evidence = new ArrayList<Evidence>();
    Optional<Particulars> particulars = Optional.empty();
    for (Item item : table.backwards(Keys.form(campaign, unit))) {
      if (item.is(Kind.HEAD)) {
        head = Optional.of(head(item));
      } else if (item.is(Kind.ANSWER)) {
        Answer answer = answer(item);
        answers.put(answer.criterion(), answer);
      } else if (item.is(Kind.EVIDENCE)) {
        evidence.add(evidence(item));
      } else if (item.is(Kind.PARTICULARS)) {
        particulars = Optional.of(Documents.read(item, Particulars.class));
      }
    }
    evidence.sort(Evidence.BY_GRANT);
    Optional<Particulars> filled = particulars;
    return head.map(found -> new Form(found, answers, evidence, filled));
  }

  @Override
  public Optional<Head> head(CampaignId campaign, UnitCode unit) {
    return table.get(Keys.head(campaign, unit)).map(DynamoSubmissions::head);
  }

  @Override
  public Map<UnitCode, Head> heads(CampaignId campaign, Collection<UnitCode> units) {
    var heads = new TreeMap<UnitCode, Head>();
    for (Item item : table.getAll(units.stream().map(unit -> Keys.head(campaign, unit)).toList())) {
      Head head = head(item);
      heads.put(head.unit(), head);
    }
    return heads;
  }

  @Override
  public Optional<Answer> answer(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return table.get(Keys.answer(campaign, unit, criterion)).map(DynamoSubmissions::answer);
  }

  @Override
  public Map<Asked, Answer> answers(CampaignId campaign, Collection<Asked> asked) {
    var units = new HashMap<Key, Asked>();
    asked.forEach(one -> units.put(Keys.answer(campaign, one.unit(), one.criterion()), one));
    var answers = new HashMap<Asked, Answer>();
    for (Item item : table.getAll(units.keySet())) {
      answers.put(units.get(item.key()), answer(item));
    }
    return answers;
  }

  @Override
  public Optional<Evidence> evidence(CampaignId campaign, UnitCode unit, String evidenceId) {
    // The id comes from a path; a key longer than DynamoDB takes is nobody's id.
    return evidenceId.length() > EVIDENCE_ID_MAX
        ? Optional.empty()
        : table
            .get(Keys.evidence(campaign, unit, evidenceId))
            .or(() -> table.get(Keys.teamFile(campaign, unit, evidenceId)))
            .map(DynamoSubmissions::evidence);
  }

  @Override
  public List<Evidence> evidenceOf(CampaignId campaign, UnitCode unit) {
    return files(Keys.evidenceOf(campaign, unit));
  }

  @Override
  public List<Evidence> teamFilesOf(CampaignId campaign, UnitCode unit) {
    return files(Keys.teamFilesOf(campaign, unit));
  }

  private List<Evidence> files(Key.Range range) {
    return table.all(range).stream()
        .map(DynamoSubmissions::evidence)
        .sorted(Evidence.BY_GRANT)
        .toList();
  }

  @Override
  public Optional<Particulars> particulars(CampaignId campaign, UnitCode unit) {
    return table
        .get(Keys.particulars(campaign, unit))
        .map(item -> Documents.read(item, Particulars.class));
  }

  /** The head as part of its change's transaction. */
  static Item.Put put(PutHead write) {
    Head head = write.after();
    Item item =
        Item.of(Keys.head(head.campaign(), head.unit()), Kind.HEAD, Documents.write(head))
            .with(Item.VERSION, head.formVersion())
            .with(Item.SEQ, head.tip().seq())
            .with(Item.STATE, head.state().name())
            .with(Item.CLOSES_AT, head.closesAt().toEpochMilli());
    return new Item.Put(item, unchanged(write));
  }

  // An unchanged seq implies the rest; state and lock are held by the store as a second guard, so
  // that no mistake in a decision can write into a form that is closed.
  private static Condition unchanged(PutHead write) {
    Head before = write.before();
    if (!before.stored()) {
      return Condition.absent();
    }
    Condition same =
        Condition.number(Item.SEQ, "=", before.tip().seq())
            .and(Condition.text(Item.STATE, before.state().name()));
    return underLock(before, write.after())
        ? same.and(Condition.number(Item.CLOSES_AT, ">=", write.at().toEpochMilli()))
        : same;
  }

  /**
   * Whether the change is the unit's own on a form in its hands: that is what the lock forbids. Not
   * the signature of a form that was closed before it.
   */
  private static boolean underLock(Head before, Head after) {
    boolean signsClosed = before.state() == State.CLOSED && !after.state().editable();
    return before.state().editable() && after.formVersion() != before.formVersion() && !signsClosed;
  }

  static Item.Put put(PutAnswer write) {
    Answer answer = write.answer();
    return versioned(
        Item.of(
            Keys.answer(write.campaign(), write.unit(), answer.criterion()),
            Kind.ANSWER,
            Documents.write(answer)),
        answer.version());
  }

  static Item.Put put(PutEvidence write) {
    Evidence evidence = write.evidence();
    return versioned(
        Item.of(
            evidence.ofTheTeam()
                ? Keys.teamFile(write.campaign(), write.unit(), evidence.id())
                : Keys.evidence(write.campaign(), write.unit(), evidence.id()),
            Kind.EVIDENCE,
            Documents.write(evidence)),
        evidence.version());
  }

  static Item.Put put(PutParticulars write) {
    return versioned(
        Item.of(
            Keys.particulars(write.campaign(), write.unit()),
            Kind.PARTICULARS,
            Documents.write(write.particulars())),
        write.particulars().version());
  }

  private static Item.Put versioned(Item item, long version) {
    return new Item.Put(item.with(Item.VERSION, version), Condition.follows(version));
  }

  private static Head head(Item item) {
    return Documents.read(item, Head.class);
  }

  private static Answer answer(Item item) {
    return Documents.read(item, Answer.class);
  }

  private static Evidence evidence(Item item) {
    return Documents.read(item, Evidence.class);
  }
}
