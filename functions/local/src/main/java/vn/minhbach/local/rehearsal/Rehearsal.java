package vn.minhbach.local.rehearsal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.Rehearsals;
import vn.minhbach.local.client.ApiClient;

/**
 * The whole plan in minutes: every unit assesses itself, communes go through their districts, the
 * team of five bodies appraises and hears them, the office reports, the approver approves, the
 * office publishes. All of it over HTTP, as everybody works, while the domain clock runs through
 * the plan's days.
 *
 * <p>It does what is left to do: on data where it was interrupted it goes on, and of a campaign
 * that is published it only prints the result.
 */
public final class Rehearsal implements Rehearsals {

  private static final int ATTEMPTS = 6;
  private static final int CLOSING_WORK = 2;
  private static final int STAGE_WORK = 20;
  private static final List<String> STAGES =
      List.of("OPEN", "APPRAISING", "REPORTED", "APPROVED", "PUBLISHED");

  private final Script script;

  /** Made by the service loader. */
  public Rehearsal() {
    this(
        Script.standard(
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
            System.console() != null && System.console().isTerminal()));
  }

  Rehearsal(Script script) {
    this.script = script;
  }

  @Override
  public void run(LocalSystem system) throws InterruptedException {
    Costs costs = new Costs(system);
    Instant started = Instant.now();
    try (ApiClient api = ApiClient.of(system, costs, ATTEMPTS)) {
      JsonNode campaign = campaign(system, api);
      script.out().println();
      script.out().println("Diễn tập | Rehearsal: " + campaign.get("name").asString());
      var play = new Play(system, api, campaign, costs);
      if (STAGES.indexOf(campaign.get("stage").asString()) < STAGES.size() - 1) {
        play.run();
      } else {
        script
            .out()
            .println("Đã công bố từ trước, chỉ in kết quả | Published already: results only");
      }
      new Standings(api.anonymous(), campaign.get("id").asString(), script.out()).print();
      play.audit();
      Duration took = Duration.between(started, Instant.now());
      script.out().println();
      script.out().println("Thời gian | Time: " + Bar.clockTime(took));
    }
    costs.print(script.out());
  }

  private JsonNode campaign(LocalSystem system, ApiClient api) {
    Optional<String> wanted =
        system.options().rehearse() == LocalOptions.Rehearse.TODAY
            ? Optional.of(new Today(api).opened())
            : script.campaign();
    ApiClient office = api.login("office@none");
    JsonNode campaign =
        wanted.isPresent()
            ? office.get("/campaigns/" + wanted.get()).body()
            : office.get("/campaigns?limit=1").body().get("items").path(0);
    String stage = campaign.path("stage").asString("");
    if (!STAGES.contains(stage)) {
      throw new RehearsalFailed(
          "Chưa có đợt đánh giá nào đã phát phiếu | No campaign has sent its forms yet"
              + (stage.isEmpty() ? "" : ": " + campaign.get("id").asString() + " " + stage));
    }
    return campaign;
  }

  /** One run over one campaign. */
  private final class Play {

    private final LocalSystem system;
    private final ApiClient api;
    private final JsonNode campaign;
    private final String path;
    private final Costs costs;
    private final Cast cast;
    private final Province province;
    private final Days days;
    private final Bar bar;
    private final Player player;
    private final Gate gate;
    private final Appraisal appraisal;
    private final Hearing hearing;
    private final Workers workers = new Workers(script.workers());

    Play(LocalSystem system, ApiClient api, JsonNode campaign, Costs costs) {
      this.system = system;
      this.api = api;
      this.campaign = campaign;
      this.path = "/campaigns/" + campaign.get("id").asString();
      this.costs = costs;
      Chances chances = new Chances(script.seed());
      List<Unit> register = new ArrayList<>();
      api.login("office@none")
          .get(path + "/progress")
          .body()
          .get("items")
          .forEach(line -> register.add(Unit.of(line)));
      this.cast = Cast.of(campaign, register, chances);
      this.days = new Days(api, campaign, register);
      this.province = new Province(register, chances, days.lateness());
      this.bar =
          new Bar(
              script.out(),
              script.terminal(),
              InstantSource.system(),
              register.size(),
              province.answers(),
              work(register));
      this.player = new Player(api, campaign.get("id").asString(), script, costs, bar);
      this.gate = new Gate(api, path, province, player, bar, cast.office());
      this.appraisal = new Appraisal(api, path, cast, chances, costs, bar);
      this.hearing = new Hearing(api, path, cast, chances, costs, bar, appraisal, player);
    }

    private int work(List<Unit> register) {
      int perUnit = Player.FILES * Player.FILE_WORK + Player.SIGN_WORK;
      int team =
          province.answers() * Appraisal.CELL_WORK
              + (Hearing.EXPLANATIONS + Hearing.PETITIONS) * Hearing.WORK
              + register.size() * CLOSING_WORK;
      return register.size() * perUnit
          + province.answers() * Player.ANSWER_WORK
          + province.communes() * Gate.WORK
          + (cast.appraises() ? team : 0)
          + STAGES.size() * STAGE_WORK;
    }

    void run() throws InterruptedException {
      try {
        if (campaign.get("stage").asString().equals("OPEN")) {
          answers();
          gate();
        }
        if (stage() < 2 && cast.appraises()) {
          appraise();
        }
        results();
      } finally {
        bar.end();
      }
    }

    private int stage() {
      return STAGES.indexOf(campaign.get("stage").asString());
    }

    private void answers() throws InterruptedException {
      bar.phase(Bar.Phase.ANSWERS);
      costs.sample(true);
      List<Unit> samples = province.samples();
      new Workers(1).each(samples, this::inTime);
      costs.sample(false);
      workers.each(without(province.inTime(), samples), this::inTime);
      workers.each(province.late(), unit -> player.fill(unit, false));
    }

    private void inTime(Unit unit) {
      player.fill(unit, province.onBehalf(unit));
      days.answering(bar.unitShare());
      player.submit(unit, days.answeringDay(share(unit)), true);
    }

    /** The letter's date must be the same when a step is repeated, whatever the clock says. */
    private double share(Unit unit) {
      return (double) province.units().indexOf(unit) / province.units().size();
    }

    private void gate() throws InterruptedException {
      List<Unit> own =
          province.districts().stream().filter(district -> !province.slow(district)).toList();
      bar.phase(Bar.Phase.RETURNS);
      days.afterDue(0.05);
      workers.each(own, district -> gate.check(district, days.answeringDay(1)));
      bar.phase(Bar.Phase.FIRST_BATCH);
      days.afterDue(0.1);
      workers.each(own, district -> gate.forward(district, 1));
      bar.phase(Bar.Phase.LATE);
      days.afterDue(0.3);
      workers.each(province.late(), unit -> player.submit(unit, days.answeringDay(1), true));
      bar.phase(Bar.Phase.SECOND_BATCH);
      days.afterDue(0.6);
      workers.each(province.districts(), district -> gate.forward(district, 2));
    }

    private void appraise() throws InterruptedException {
      List<Unit> units = province.units();
      if (stage() < 1) {
        bar.phase(Bar.Phase.MARKS);
        days.marking();
        appraisal.appoint(campaign, province.answers(), days.today(), script.seed());
        appraisal.mark(units, workers);
        workers.each(units, appraisal::settled);
        bar.phase(Bar.Phase.EXPLANATIONS);
        days.asking();
        hearing.ask(units, workers);
        hearing.explain(workers, days.explaining());
        days.judging();
        hearing.judge(workers);
        days.silence();
        hearing.lapse(workers);
        api.login(cast.office())
            .post(path + "/provisional", "rehearsal-provisional", Map.of())
            .body();
      }
      bar.phase(Bar.Phase.PETITIONS);
      hearing.petition(units, workers, days.petitions());
      days.deciding();
      hearing.decide(units, workers);
      bar.phase(Bar.Phase.CLOSING);
      days.closing();
      costs.sample(true);
      List<Unit> samples = province.samples();
      new Workers(1).each(samples, this::close);
      costs.sample(false);
      workers.each(without(units, samples), this::close);
      appraisal.meet(days.today());
    }

    private void close(Unit unit) {
      bar.step(CLOSING_WORK, !appraisal.close(unit));
    }

    private void results() {
      ApiClient office = api.login(cast.office());
      if (stage() < STAGES.indexOf("REPORTED")) {
        bar.phase(Bar.Phase.REPORT);
        days.report();
        office.post(path + "/report", "rehearsal-report", Map.of()).body();
        bar.step(STAGE_WORK, false);
      }
      if (stage() < STAGES.indexOf("APPROVED")) {
        bar.phase(Bar.Phase.APPROVAL);
        String date = days.approval().toString();
        int number = 100 + new Chances(script.seed()).of("decision").nextInt(800);
        api.login("approver")
            .post(
                path + "/approval",
                "rehearsal-approval",
                Map.of("number", number + "/QĐ-UBND", "date", date))
            .body();
        bar.step(STAGE_WORK, false);
      }
      bar.phase(Bar.Phase.PUBLICATION);
      days.publication();
      office.post(path + "/publication", "rehearsal-publication", Map.of()).body();
      bar.step(STAGE_WORK, false);
    }

    void audit() throws InterruptedException {
      new Ledgers(api, system, campaign.get("id").asString(), cast, script.out())
          .check(province.units(), province.answers(), workers);
    }

    private static List<Unit> without(List<Unit> units, List<Unit> some) {
      return units.stream().filter(unit -> !some.contains(unit)).toList();
    }
  }
}
