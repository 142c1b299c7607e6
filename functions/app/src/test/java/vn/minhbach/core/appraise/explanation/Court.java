package vn.minhbach.core.appraise.explanation;

import static vn.minhbach.core.memory.Province.accepted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Bench;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.appraise.petition.DecidePetition;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.appraise.petition.ReadProvisional;
import vn.minhbach.core.appraise.petition.WritePetition;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;

/** The bench, with units that are heard by it. */
public final class Court {

  /** A district: nobody of the team is ranked beside it, and its cuts need no second signature. */
  public static final String UNIT = "193";

  public final Bench bench = new Bench();
  public final Province province = bench.province;
  final AskExplanation asking =
      new AskExplanation(bench.docket, province.memory.explanations(), province.commits);
  final AnswerExplanation answering =
      new AnswerExplanation(province.forms, province.memory.explanations(), province.commits);
  public final WritePetition writing =
      new WritePetition(province.forms, province.memory.petitions(), province.commits);
  public final DecidePetition deciding =
      new DecidePetition(bench.docket, province.memory.petitions(), province.commits);
  public final ReadProvisional reading =
      new ReadProvisional(
          province.forms,
          new ScoreAppraised(province.memory.marks(), new Baselines(province.extractions)));

  /** An act of the unit's own account. */
  public Act by(String unit, Role... roles) {
    return Province.by(unit, bench.later().now(), roles);
  }

  public Campaign campaign() {
    return province.campaign();
  }

  /** The unit's form, delivered, every criterion agreed with but these. */
  public void marked(String unit, String... but) {
    bench.delivered(unit);
    accepted(bench.docket.sit(campaign(), province.unit(unit), bench.act(Bench.LEAD)))
        .cases()
        .values()
        .stream()
        .filter(one -> one.marking().state() == Marking.State.UNMARKED)
        .map(one -> one.cell().id().value())
        .filter(id -> !List.of(but).contains(id))
        .forEach(id -> accepted(bench.mark(Bench.STTTT, unit, id, "agree", true)));
  }

  /** A cut, of this unit, in this criterion. */
  public void cut(String unit, String criterion) {
    accepted(
        bench.mark(
            Bench.STTTT,
            unit,
            criterion,
            "points",
            "0.00",
            "reason",
            "Thiếu hóa đơn " + criterion));
  }

  public Outcome<List<Explanation>> ask(String account, String unit, String... criteria) {
    var list = new ArrayList<Map<String, Object>>();
    for (String criterion : criteria) {
      list.add(
          new LinkedHashMap<>(
              Map.of("criterion", criterion, "question", "Hóa đơn ở đâu? " + criterion)));
    }
    return ask(account, unit, new LinkedHashMap<>(Map.of("criteria", list)));
  }

  public Outcome<List<Explanation>> ask(String account, String unit, Map<String, Object> body) {
    bench.later();
    return asking.ask(
        campaign(), province.unit(unit), bench.act(account), AskExplanation.read(body));
  }

  public Outcome<Explanation> answer(String unit, String criterion, String text, String... files) {
    return answer(unit, criterion, text, Condition.NONE, files);
  }

  public Outcome<Explanation> answer(
      String unit, String criterion, String text, Condition condition, String... files) {
    return answering.answer(
        campaign(),
        province.unit(unit),
        new CriterionId(criterion),
        by(unit, Role.UNIT),
        condition,
        AnswerExplanation.draft(Map.of("text", text, "evidence", List.of(files)), campaign()));
  }

  /** Closes, or with a letter confirms, on what was read. */
  public Outcome<List<Explanation>> submit(String unit, boolean signed) {
    return answering.submit(
        campaign(),
        province.unit(unit),
        by(unit, Role.UNIT),
        new Condition(
            Optional.of(
                AnswerExplanation.etag(
                    province.memory.explanations().ofUnit(Province.ID, new UnitCode(unit))))),
        AnswerExplanation.submission(signed ? signature() : Map.of()));
  }

  static Map<String, Object> signature() {
    return Map.of(
        "signedBy", Map.of("name", "Trần Văn Bình", "title", "Chủ tịch"),
        "letter", Map.of("number", "212/UBND", "date", "2020-09-10"));
  }

  public Explanation explanation(String unit, String criterion) {
    return province
        .memory
        .explanations()
        .find(Province.ID, new UnitCode(unit), new CriterionId(criterion))
        .orElseThrow();
  }

  public Outcome<Campaign> show() {
    return bench.provisional.show(Province.ID, Province.act(bench.later().now()));
  }

  public Outcome<Petition> petition(String unit, String criterion, String text) {
    return petition(unit, criterion, text, Condition.NONE);
  }

  public Outcome<Petition> petition(
      String unit, String criterion, String text, Condition condition, String... files) {
    return writing.write(
        campaign(),
        province.unit(unit),
        by(unit, Role.UNIT),
        condition,
        WritePetition.read(
            Map.of("criterion", criterion, "text", text, "evidence", List.of(files))));
  }

  public Outcome<List<Petition>> sign(String unit) {
    return writing.sign(
        campaign(),
        province.unit(unit),
        by(unit, Role.UNIT),
        new Condition(
            Optional.of(
                WritePetition.etag(
                    province.memory.petitions().ofUnit(Province.ID, new UnitCode(unit))))),
        WritePetition.signer(signature()));
  }

  public Outcome<Petition> decide(
      String account, String unit, String criterion, Map<String, Object> body) {
    bench.later();
    return deciding.decide(
        campaign(),
        province.unit(unit),
        criterion,
        bench.act(account),
        new Condition(
            province
                .memory
                .petitions()
                .find(Province.ID, new UnitCode(unit), new CriterionId(criterion))
                .map(Petition::etag)),
        DecidePetition.read(body));
  }

  /** What the unit gives itself. */
  public Points self(String unit) {
    return accepted(province.forms.read(campaign(), province.unit(unit))).scorecard().points();
  }

  public Instant now() {
    return bench.now();
  }
}
