package vn.minhbach.core.appraise.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.assess.submission.Head;

/**
 * What a unit was asked to explain of one criterion (<i>giải trình</i>), and what it said.
 *
 * @param rounds oldest first; the last is in force, and none is ever taken away
 * @param version rises by one with each change
 */
public record Explanation(
    CampaignId campaign, UnitCode unit, CriterionId criterion, List<Round> rounds, long version) {

  public Explanation {
    rounds = List.copyOf(rounds);
  }

  /** A criterion of which nobody asked. */
  static Explanation none(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return new Explanation(campaign, unit, criterion, List.of(), 0);
  }

  /**
   * One question and what came of it.
   *
   * @param answer the unit's one answer; changed as often as it likes until it is confirmed
   * @param lapsed whose silence ended it
   */
  public record Round(
      Asked asked,
      Optional<Answer> answer,
      Optional<Confirmed> confirmed,
      Optional<Lapsed> lapsed) {

    Round with(Answer said) {
      return new Round(asked, Optional.of(said), confirmed, lapsed);
    }

    Round with(Confirmed signed) {
      return new Round(asked, answer, Optional.of(signed), lapsed);
    }

    Round with(Lapsed silence) {
      return new Round(asked, answer, confirmed, Optional.of(silence));
    }

    /** Whether the unit may still speak, by what is written; its term may be over. */
    boolean awaitsUnit() {
      return confirmed.isEmpty() && lapsed.isEmpty();
    }

    /** Whether the unit has spoken and silence has not decided. */
    boolean spoken() {
      return confirmed.isPresent() && lapsed.isEmpty();
    }
  }

  /**
   * The question.
   *
   * @param figures whether the unit may change its figures too
   * @param proposed the cut that the unit is shown with it
   * @param until last moment for the answer
   */
  public record Asked(
      String question,
      boolean figures,
      Optional<Proposed> proposed,
      Hand by,
      Instant at,
      Instant until) {}

  /** A mark below the self-score, as the unit is shown it: as what and of which body, never who. */
  public record Proposed(Reading.Kind reading, Worth worth, Optional<String> reason, Hand by) {

    static Proposed of(Reading reading) {
      return new Proposed(reading.kind(), reading.worth(), reading.ruling().reason(), reading.by());
    }
  }

  /**
   * The answer.
   *
   * @param evidence ids of files that it rests on
   * @param by opaque id of the account
   * @param closed when the typist closed it (<i>chốt</i>) for the signer
   */
  public record Answer(
      String text, List<String> evidence, String by, Instant at, Optional<Instant> closed) {

    public Answer {
      evidence = List.copyOf(evidence);
    }

    boolean sameContent(Answer other) {
      return text.equals(other.text) && evidence.equals(other.evidence);
    }

    Answer closedAt(Instant moment) {
      return new Answer(text, evidence, by, at, Optional.of(moment));
    }
  }

  /**
   * The signer's word.
   *
   * @param by opaque id of the account
   * @param judgeBy last moment for the team to judge it; then the self-score stands
   */
  public record Confirmed(
      String name, String title, Head.Letter letter, String by, Instant at, Instant judgeBy) {}

  /** Silence. */
  public record Lapsed(Party party, Instant at) {}

  /** Who was silent. */
  public enum Party {
    /** The mark that it was shown stands. */
    UNIT,
    /** The self-score stands. */
    TEAM
  }

  /** What a writer must have read. */
  public String etag() {
    return "x" + version;
  }

  public Optional<Round> last() {
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
  }

  Explanation asked(Asked question) {
    var all = new ArrayList<>(rounds);
    all.add(new Round(question, Optional.empty(), Optional.empty(), Optional.empty()));
    return new Explanation(campaign, unit, criterion, all, version + 1);
  }

  Explanation withLast(Round round) {
    var all = new ArrayList<>(rounds);
    all.set(all.size() - 1, round);
    return new Explanation(campaign, unit, criterion, all, version + 1);
  }
}
