package vn.minhbach.core.assess.question;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * Where units ask and the office answers.
 *
 * <p>A unit asks while the campaign is open, also after it has sent its form. The office answers
 * while the forms are out and later; a second answer corrects the first, and both stay. An answer
 * that is published must not name who asked.
 */
public final class QuestionDesk {

  private static final int QUESTION_MAX = 2_000;
  private static final int ANSWER_MAX = 4_000;
  private static final Comparator<Question> BY_UNIT_THEN_TIME =
      Comparator.comparing(Question::unit)
          .thenComparing(Question::askedAt)
          .thenComparing(Question::id);

  private final Questions questions;
  private final Forms forms;
  private final CommitProtocol protocol;
  private final Chance chance;

  public QuestionDesk(Questions questions, Forms forms, CommitProtocol protocol, Chance chance) {
    this.questions = questions;
    this.forms = forms;
    this.protocol = protocol;
    this.chance = chance;
  }

  /** What a reader wants to see of all questions. */
  public record Filter(
      Optional<CriterionId> criterion,
      Optional<Boolean> answered,
      Optional<Integer> group,
      Optional<Boolean> referred) {

    private boolean takes(Question question) {
      return criterion.filter(id -> !id.equals(question.criterion())).isEmpty()
          && answered.filter(wanted -> wanted != question.reply().isPresent()).isEmpty()
          && group.filter(number -> number != question.group()).isEmpty()
          && referred.filter(wanted -> wanted != question.referral().isPresent()).isEmpty();
    }
  }

  /** What a unit wants to know of a criterion. */
  public record Asked(CriterionId criterion, String text) {}

  /** Reads {@code {criterion, question}}. */
  public static Outcome<Asked> asked(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, QuestionDesk::question);
  }

  /** Reads {@code {answer, publish, question?}} as what the caller answers now. */
  public static Outcome<Question.Reply> reply(Object tree, Act act) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, body -> reply(body, act));
  }

  /**
   * A unit asks: {@code {criterion, question}}. Refused outside the stage OPEN, for an unknown
   * criterion or one that the account was not given, and once the unit has asked as often as it may
   * (counted before writing, so that two at once may go over by one).
   */
  public Outcome<Question> ask(Campaign campaign, Unit unit, Act act, Outcome<Asked> sent) {
    String id = chance.hex128();
    return protocol.once(
        act,
        ids ->
            Outcome.accepted(
                Decision.nothingToDo(
                    questions.find(campaign.id(), unit.code(), ids.get("question")).orElseThrow())),
        () ->
            campaign
                .at(Stage.OPEN)
                .flatMap(open -> sent)
                .flatMap(asked -> askable(campaign, unit, act, asked))
                .map(asked -> decision(campaign, unit, act, id, asked)));
  }

  private Outcome<Asked> askable(Campaign campaign, Unit unit, Act act, Asked asked) {
    if (forms.criteria(campaign, unit).criterion(asked.criterion()).isEmpty()) {
      return Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(asked.criterion().value()));
    }
    int limit = campaign.settings().deskSettings().questionsMax();
    return Forms.given(act.caller(), unit, asked.criterion())
        .flatMap(caller ->
            questions.ofUnit(campaign.id(), unit.code()).size() < limit
                ? Outcome.accepted(asked)
                : Outcome.refused(QuestionProblem.TOO_MANY_QUESTIONS.of(unit.code(), limit)));
  }

  private Decision<Question> decision(
      Campaign campaign, Unit unit, Act act, String id, Asked asked) {
    var question =
        new Question(
            campaign.id(),
            unit.code(),
            unit.group(),
            id,
            asked.criterion(),
            asked.text(),
            act.now(),
            act.caller().id(),
            List.of(),
            List.of(),
            ChainTip.START);
    Commit<PutQuestion> commit =
        protocol.commit(
            question.chain(),
            question.tip(),
            Note.of(
                act,
                new QuestionFact.QuestionAsked(act.caller().id(), asked.criterion(), asked.text()),
                Map.of("question", id)),
            tip -> new PutQuestion(question.after(tip)),
            List.of());
    return Decision.commit(commit.head().question(), commit);
  }

  /**
   * The office answers: {@code {answer, publish, question?}}, where {@code question} is the wording
   * that others shall read. The same answer again writes nothing; another one is a correction.
   */
  public Outcome<Question> answer(
      Campaign campaign,
      Unit unit,
      String id,
      Act act,
      Condition condition,
      Outcome<Question.Reply> sent) {
    return protocol.until(() ->
        Forms.sent(campaign)
            .flatMap(open -> sent)
            .flatMap(reply ->
                found(campaign, unit, id)
                    .flatMap(question ->
                        nameless(unit, question, reply)
                            .flatMap(checked -> decide(question, checked, act, condition)))));
  }

  /** A question of a unit. */
  public Outcome<Question> found(Campaign campaign, Unit unit, String id) {
    return questions
        .find(campaign.id(), unit.code(), id)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(QuestionProblem.UNKNOWN_QUESTION.of(unit.code(), id)));
  }

  private Outcome<Decision<Question>> decide(
      Question question, Question.Reply reply, Act act, Condition condition) {
    if (question.reply().filter(reply::sameContent).isPresent()) {
      return Outcome.accepted(Decision.nothingToDo(question));
    }
    return condition
        .against(question.readBefore())
        .map(met -> {
          Question next = question.answered(reply);
          Commit<PutQuestion> commit =
              protocol.commit(
                  question.chain(),
                  question.tip(),
                  Note.of(act.now(), said(question, reply)),
                  tip -> new PutQuestion(next.after(tip)),
                  reply.published() || question.everPublished()
                      ? List.of(new PutPublished(Published.of(next)))
                      : List.of());
          return Decision.commit(commit.head().question(), commit);
        });
  }

  private static QuestionFact said(Question question, Question.Reply reply) {
    return question.reply().isEmpty()
        ? new QuestionFact.QuestionAnswered(
            reply.by(), reply.answer(), reply.published(), reply.wording())
        : new QuestionFact.AnswerCorrected(
            reply.by(), reply.answer(), reply.published(), reply.wording());
  }

  private static Outcome<Question.Reply> nameless(
      Unit unit, Question question, Question.Reply reply) {
    String shown = reply.wording().orElse(question.text()) + "\n" + reply.answer();
    return reply.published() && names(unit, shown)
        ? Outcome.refused(QuestionProblem.NAMES_WHO_ASKED.of(unit.name()))
        : Outcome.accepted(reply);
  }

  /**
   * Whether a text names a unit, by name or code. Names in another spelling pass; whoever publishes
   * has to read what others will.
   */
  static boolean names(Unit unit, String text) {
    String shown = text.toLowerCase(Locale.ROOT);
    String name = unit.name().toLowerCase(Locale.ROOT).replaceFirst("^ubnd ", "");
    return shown.contains(name)
        || shown.matches(
            "(?s).*(?<![\\p{L}\\d])\\Q"
                + unit.code().value().toLowerCase(Locale.ROOT)
                + "\\E(?![\\p{L}\\d]).*");
  }

  /** A unit's own questions, oldest first. */
  public List<Question> ofUnit(Campaign campaign, Unit unit) {
    return questions.ofUnit(campaign.id(), unit.code()).stream().sorted(BY_UNIT_THEN_TIME).toList();
  }

  /** What is published to a group, in the order of criteria and time. */
  public List<Published> published(Campaign campaign, int group) {
    return questions.published(campaign.id(), group).stream()
        .sorted(
            Comparator.comparing(Published::criterion)
                .thenComparing(Published::answeredAt)
                .thenComparing(Published::id))
        .toList();
  }

  /**
   * The register of difficulties, by unit and time.
   *
   * @param except units that the reader is recused from, which are left out
   */
  public List<Question> register(Campaign campaign, Filter filter, Set<UnitCode> except) {
    return questions.all(campaign.id()).stream()
        .filter(filter::takes)
        .filter(question -> !except.contains(question.unit()))
        .sorted(BY_UNIT_THEN_TIME)
        .toList();
  }

  private static Supplier<Asked> question(Node body) {
    body.only("criterion", "question");
    Node criterion = body.field("criterion");
    String id = criterion.raw() == null ? "" : criterion.code(40);
    if (!id.isBlank() && !CriterionId.valid(id)) {
      criterion.fault(InputProblem.BAD_CODE.of(id));
    }
    String text = text(body, "question", QUESTION_MAX);
    return () -> new Asked(new CriterionId(id), text);
  }

  private static Supplier<Question.Reply> reply(Node body, Act act) {
    body.only("answer", "publish", "question");
    String answer = text(body, "answer", ANSWER_MAX);
    boolean publish = body.optional("publish").map(Node::bool).orElse(false);
    Optional<String> wording =
        body.optional("question").map(node -> node.lines(QUESTION_MAX).strip());
    return () -> new Question.Reply(answer, publish, wording, act.now(), act.caller().id());
  }

  static String text(Node object, String field, int max) {
    Node node = object.field(field);
    return node.raw() == null ? "" : node.lines(max).strip();
  }
}
