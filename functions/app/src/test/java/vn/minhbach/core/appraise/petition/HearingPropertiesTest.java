package vn.minhbach.core.appraise.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.appraise.explanation.Court.UNIT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.explanation.Court;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.marking.Bench;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;

/**
 * Whatever is asked, answered, confirmed, petitioned and decided in whatever order, with whoever
 * keeping silent: no text is lost, no thread is in a state that is not declared, and the self-score
 * stays.
 */
class HearingPropertiesTest {

  private static final UnitCode CODE = new UnitCode(UNIT);
  private static final List<String> CRITERIA = List.of("I.1", "I.2", "I.3");

  /** Something that somebody tries; most of it is refused, at most moments. */
  private enum Deed {
    ASK,
    ANSWER,
    CLOSE,
    CONFIRM,
    MARK,
    SHOW,
    PETITION,
    SIGN,
    KEEP,
    GIVE,
    LOOK,
    WAIT
  }

  private record Step(Deed deed, int criterion, int hand) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Deed.class),
            Arbitraries.integers().between(0, CRITERIA.size() - 1),
            Arbitraries.integers().between(0, 1))
        .as(Step::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(40);
  }

  @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
  void noOrderOfDeedsLosesATextOrLeavesAThreadUndeclaredOrTouchesTheSelfScore(
      @ForAll("steps") List<Step> steps) {
    var court = new Court();
    court.marked(UNIT, "I.1", "I.2");
    court.cut(UNIT, "I.1");
    court.cut(UNIT, "I.2");
    Points self = court.self(UNIT);
    var texts = new ArrayList<String>();
    Map<String, Integer> rounds = new HashMap<>();
    Map<String, Petition.Decision> decided = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      boolean done = deed(court, steps.get(i), "Lời thứ " + i, texts);
      holds(court, self, texts, rounds, decided);
      if (steps.get(i).deed() == Deed.SHOW && done) {
        assertEquals(
            List.of(),
            court.bench.explanations.open(
                court.campaign(), court.province.unit(UNIT), court.now()));
      }
    }
  }

  private static boolean deed(Court court, Step step, String text, List<String> texts) {
    String criterion = CRITERIA.get(step.criterion());
    String hand = step.hand() == 0 ? Bench.LEAD : Bench.DEPUTY;
    return switch (step.deed()) {
      case ASK -> done(court.ask(step.hand() == 0 ? Bench.STTTT : Bench.DEPUTY, UNIT, criterion));
      case ANSWER ->
          said(text, texts, court.answer(UNIT, criterion, text, explained(court, criterion)));
      case CLOSE -> done(court.submit(UNIT, false));
      case CONFIRM -> done(court.submit(UNIT, true));
      case MARK ->
          done(
              court.bench.mark(
                  step.hand() == 0 ? Bench.STTTT : Bench.LEAD,
                  UNIT,
                  criterion,
                  court.bench.read(Bench.LEAD, UNIT, criterion),
                  "points",
                  "0.00",
                  "reason",
                  text));
      case SHOW -> done(court.show());
      case PETITION ->
          said(text, texts, court.petition(UNIT, criterion, text, petitioned(court, criterion)));
      case SIGN -> done(court.sign(UNIT));
      case KEEP ->
          said(
              text,
              texts,
              court.decide(hand, UNIT, criterion, Map.of("decision", "kept", "reason", text)));
      case GIVE ->
          said(
              text,
              texts,
              court.decide(
                  hand,
                  UNIT,
                  criterion,
                  Map.of("decision", "newPoints", "points", "0.50", "reason", text)));
      case LOOK ->
          done(
              court.bench.explanations.read(
                  court.campaign(), court.province.unit(UNIT), court.now()));
      case WAIT -> {
        court.bench.at(court.now().plus(Duration.ofDays(2L + 5L * step.hand())));
        yield true;
      }
    };
  }

  private static Condition explained(Court court, String criterion) {
    return new Condition(
        court
            .province
            .memory
            .explanations()
            .find(Province.ID, CODE, new CriterionId(criterion))
            .filter(one -> one.last().flatMap(Explanation.Round::answer).isPresent())
            .map(Explanation::etag));
  }

  private static Condition petitioned(Court court, String criterion) {
    return new Condition(
        court
            .province
            .memory
            .petitions()
            .find(Province.ID, CODE, new CriterionId(criterion))
            .map(Petition::etag));
  }

  private static boolean done(Outcome<?> outcome) {
    return outcome.fold(refusal -> false, value -> true);
  }

  private static boolean said(String text, List<String> texts, Outcome<?> outcome) {
    if (done(outcome)) {
      texts.add(text);
    }
    return done(outcome);
  }

  private static void holds(
      Court court,
      Points self,
      List<String> texts,
      Map<String, Integer> rounds,
      Map<String, Petition.Decision> decided) {
    List<Entry> chain = court.province.memory.chain("131-2020/" + UNIT);
    assertEquals(List.of(), Verification.faults(chain, court.province.head(UNIT).tip()));
    assertEquals(self, court.self(UNIT));
    String all =
        chain.stream().map(entry -> entry.body().toString()).collect(Collectors.joining("\n"));
    texts.forEach(text -> assertTrue((all + ",").matches("(?s).*" + text + "[,}\\]].*"), text));
    List<Explanation> asked = court.province.memory.explanations().ofUnit(Province.ID, CODE);
    boolean awaited = false;
    boolean inTerm = false;
    for (Explanation one : asked) {
      assertTrue(one.rounds().size() >= rounds.getOrDefault(one.criterion().value(), 0));
      rounds.put(one.criterion().value(), one.rounds().size());
      for (Explanation.Round round : one.rounds()) {
        // Asked; or ended by silence; or confirmed, which takes an answer, and then judged or not.
        assertTrue(round.confirmed().isEmpty() || round.answer().isPresent());
        boolean open = round.confirmed().isEmpty() && round.lapsed().isEmpty();
        assertTrue(!open || round == one.rounds().getLast());
        awaited |= open;
        inTerm |= open && !court.now().isAfter(round.asked().until());
        round
            .lapsed()
            .ifPresent(silence ->
                assertEquals(
                    round.confirmed().isPresent() ? Explanation.Party.TEAM : Explanation.Party.UNIT,
                    silence.party()));
      }
    }
    // While the unit may speak the form says so. Of a term that is over the silence is written by
    // whoever comes by next (decision 0031), and until then the form may say either.
    boolean requested = court.province.head(UNIT).state() == State.EXPLANATION_REQUESTED;
    assertTrue(requested || !inTerm, () -> asked.toString());
    assertTrue(awaited || !requested, () -> asked.toString());
    for (Petition one : court.province.memory.petitions().ofUnit(Province.ID, CODE)) {
      assertTrue(one.decision().isEmpty() || one.signed().isPresent());
      Optional.ofNullable(decided.get(one.criterion().value()))
          .ifPresent(before -> assertEquals(Optional.of(before), one.decision()));
      one.decision().ifPresent(made -> decided.put(one.criterion().value(), made));
    }
  }
}
