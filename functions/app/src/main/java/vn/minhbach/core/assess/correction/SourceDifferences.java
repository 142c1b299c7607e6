package vn.minhbach.core.assess.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Extraction;
import vn.minhbach.core.prepare.source.Figure;
import vn.minhbach.core.prepare.source.SourceId;
import vn.minhbach.core.prepare.source.Sources;
import vn.minhbach.core.prepare.source.UnitFigures;

/**
 * Where a source's import in force differs from what units have dealt with. An import overwrites no
 * answer, so somebody has to look at these.
 *
 * <p>A line stands for an answer that rests on another figure than the one in force; where nothing
 * is answered yet, for a figure that differs from the import before. What waits for a confirmation
 * always has a line.
 */
public final class SourceDifferences {

  private static final int CHUNK = 100;

  private final Sources sources;
  private final Submissions submissions;

  public SourceDifferences(Sources sources, Submissions submissions) {
    this.sources = sources;
    this.submissions = submissions;
  }

  /** Where a page begins: after this unit and criterion. */
  public record Cursor(UnitCode unit, CriterionId criterion) implements Comparable<Cursor> {
    @Override
    public int compareTo(Cursor other) {
      int units = unit.compareTo(other.unit);
      return units == 0 ? criterion.compareTo(other.criterion) : units;
    }
  }

  /** How the unit stands to the figure. */
  public enum AnswerState {
    UNANSWERED,
    /** Typed before the province's figure was there. */
    DECLARED,
    CONFIRMED,
    CONTESTED,
    /** Filled in by the system. */
    COMPUTED
  }

  /**
   * One difference.
   *
   * @param was the figure that the answer rests on, or that of the import before; empty where there
   *     was none
   * @param is the figure in force; empty where the source no longer gives one
   * @param answer as stored; empty where nothing is answered
   * @param awaits whether the unit's own people imported it, so that it waits for another body:
   *     then {@code was} is the figure in force and {@code is} the one that shall be
   */
  public record Line(
      Cursor at,
      Optional<Map<String, Object>> was,
      Optional<Map<String, Object>> is,
      AnswerState state,
      Optional<Answer> answer,
      boolean awaits) {}

  /** A page of lines by unit and criterion; {@code next} is empty on the last. */
  public record Page(Extraction extraction, List<Line> lines, Optional<Cursor> next) {}

  /**
   * A page.
   *
   * @param except units that the reader is recused from, which are left out: nobody reads more of
   *     those than the public
   */
  public Outcome<Page> page(
      Campaign campaign, SourceId source, Set<UnitCode> except, Optional<Cursor> after, int limit) {
    return Optional.ofNullable(campaign.sourceVersions().get(source.value()))
        .flatMap(version -> sources.find(campaign.id(), source.value(), version))
        .map(extraction -> Outcome.accepted(page(campaign, extraction, except, after, limit)))
        .orElseGet(() ->
            Outcome.refused(
                CorrectionProblem.UNKNOWN_SOURCE.of(
                    campaign.id(), source, campaign.sourceVersions().keySet())));
  }

  private Page page(
      Campaign campaign,
      Extraction extraction,
      Set<UnitCode> except,
      Optional<Cursor> after,
      int limit) {
    NavigableMap<Cursor, Pair> pairs = pairs(campaign, extraction);
    pairs.keySet().removeIf(at -> except.contains(at.unit()));
    List<Cursor> open =
        List.copyOf(after.map(at -> pairs.tailMap(at, false)).orElse(pairs).keySet());
    var lines = new ArrayList<Line>();
    for (int from = 0; from < open.size(); from += CHUNK) {
      List<Cursor> chunk = open.subList(from, Math.min(from + CHUNK, open.size()));
      Map<Submissions.Asked, Answer> answers = submissions.answers(campaign.id(), asked(chunk));
      for (Cursor at : chunk) {
        Optional<Answer> answer =
            Optional.ofNullable(answers.get(new Submissions.Asked(at.unit(), at.criterion())))
                .filter(given -> !given.contested());
        Optional<Line> line = line(at, pairs.get(at), answer);
        if (line.isPresent() && lines.size() == limit) {
          return new Page(extraction, lines, Optional.of(lines.getLast().at()));
        }
        line.ifPresent(lines::add);
      }
    }
    return new Page(extraction, lines, Optional.empty());
  }

  private static List<Submissions.Asked> asked(List<Cursor> chunk) {
    return chunk.stream().map(at -> new Submissions.Asked(at.unit(), at.criterion())).toList();
  }

  private static Optional<Line> line(Cursor at, Pair pair, Optional<Answer> answer) {
    AnswerState state = state(answer);
    if (pair.awaits) {
      return Optional.of(new Line(at, pair.was, pair.is, state, answer, true));
    }
    Optional<Map<String, Object>> was =
        switch (state) {
          case UNANSWERED -> pair.was;
          case CONTESTED -> answer.flatMap(Answer::claim).map(Claim::figure);
          case CONFIRMED, DECLARED, COMPUTED ->
              answer.map(Answer::inputs).filter(inputs -> !inputs.isEmpty());
        };
    // A first import over open forms changes nothing for who has not answered.
    boolean same = state == AnswerState.UNANSWERED && !pair.again || was.equals(pair.is);
    return same ? Optional.empty() : Optional.of(new Line(at, was, pair.is, state, answer, false));
  }

  private static AnswerState state(Optional<Answer> answer) {
    if (answer.isEmpty()) {
      return AnswerState.UNANSWERED;
    }
    return answer
        .get()
        .claim()
        .map(claim ->
            switch (claim.kind()) {
              case CONFIRMED -> AnswerState.CONFIRMED;
              case CONTESTED -> AnswerState.CONTESTED;
              case COMPUTED -> AnswerState.COMPUTED;
            })
        .orElse(AnswerState.DECLARED);
  }

  private NavigableMap<Cursor, Pair> pairs(Campaign campaign, Extraction extraction) {
    String source = extraction.provenance().source();
    List<UnitFigures> inForce =
        sources.all(campaign.id(), source, extraction.provenance().version());
    var now = figures(inForce);
    var before =
        extraction
            .previous()
            .map(version -> figures(sources.all(campaign.id(), source, version)))
            .orElseGet(TreeMap::new);
    boolean again = extraction.previous().isPresent();
    var pairs = new TreeMap<Cursor, Pair>();
    now.forEach((at, figure) ->
        pairs.put(
            at, new Pair(Optional.ofNullable(before.get(at)), Optional.of(figure), again, false)));
    before.forEach((at, figure) ->
        pairs.putIfAbsent(at, new Pair(Optional.of(figure), Optional.empty(), again, false)));
    inForce.forEach(unit -> pairs.putAll(awaited(unit)));
    return pairs;
  }

  private static Map<Cursor, Pair> awaited(UnitFigures unit) {
    var pairs = new TreeMap<Cursor, Pair>();
    unit.awaited()
        .ifPresent(sent -> {
          var held = figures(List.of(unit));
          var next =
              figures(List.of(new UnitFigures(unit.unit(), sent.provenance(), sent.figures())));
          Stream.concat(held.keySet().stream(), next.keySet().stream())
              .filter(at -> !Objects.equals(held.get(at), next.get(at)))
              .forEach(at ->
                  pairs.put(
                      at,
                      new Pair(
                          Optional.ofNullable(held.get(at)),
                          Optional.ofNullable(next.get(at)),
                          true,
                          true)));
        });
    return pairs;
  }

  private static TreeMap<Cursor, Map<String, Object>> figures(List<UnitFigures> all) {
    var figures = new TreeMap<Cursor, Map<String, Object>>();
    for (UnitFigures unit : all) {
      for (Figure figure : unit.figures()) {
        figures.put(new Cursor(unit.unit(), figure.criterion()), figure.inputs());
      }
    }
    return figures;
  }

  private record Pair(
      Optional<Map<String, Object>> was,
      Optional<Map<String, Object>> is,
      boolean again,
      boolean awaits) {}
}
