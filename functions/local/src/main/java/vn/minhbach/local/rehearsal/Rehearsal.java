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
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.Rehearsals;
import vn.minhbach.local.client.ApiClient;

/**
 * The whole plan in minutes: every unit assesses itself, communes go through their districts, the
 * office reports, the approver approves, the office publishes. All of it over HTTP, as everybody
 * works, while the domain clock runs through the plan's days.
 *
 * <p>It does what is left to do: on data where it was interrupted it goes on, and of a campaign
 * that is published it only prints the result.
 */
public final class Rehearsal implements Rehearsals {

  private static final int ATTEMPTS = 6;
  private static final int FORWARD_WORK = 2;
  private static final int STAGE_WORK = 20;
  private static final List<String> STAGES = List.of("OPEN", "REPORTED", "APPROVED", "PUBLISHED");

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
      JsonNode campaign = campaign(api.login("office"));
      script.out().println();
      script.out().println("Diễn tập | Rehearsal: " + campaign.get("name").asString());
      if (STAGES.indexOf(campaign.get("stage").asString()) < STAGES.size() - 1) {
        new Play(api, campaign, costs).run();
      } else {
        script
            .out()
            .println("Đã công bố từ trước, chỉ in kết quả | Published already: results only");
      }
      new Standings(api.anonymous(), campaign.get("id").asString(), script.out()).print();
      Duration took = Duration.between(started, Instant.now());
      script.out().println();
      script.out().println("Thời gian | Time: " + Bar.clockTime(took));
    }
    costs.print(script.out());
  }

  private JsonNode campaign(ApiClient office) {
    Optional<String> wanted = script.campaign();
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

    private final ApiClient api;
    private final JsonNode campaign;
    private final String path;
    private final Costs costs;
    private final Province province;
    private final Days days;
    private final Bar bar;
    private final Player player;
    private final Workers workers = new Workers(script.workers());

    Play(ApiClient api, JsonNode campaign, Costs costs) {
      this.api = api;
      this.campaign = campaign;
      this.path = "/campaigns/" + campaign.get("id").asString();
      this.costs = costs;
      List<Unit> register = new ArrayList<>();
      api.login("office")
          .get(path + "/progress")
          .body()
          .get("items")
          .forEach(line -> register.add(Unit.of(line)));
      this.days = new Days(api, campaign, register);
      this.province = new Province(register, new Chances(script.seed()), days.lateness());
      int perUnit = Player.FILES * Player.FILE_WORK + Player.SIGN_WORK;
      this.bar =
          new Bar(
              script.out(),
              script.terminal(),
              InstantSource.system(),
              register.size(),
              province.answers(),
              register.size() * perUnit
                  + province.answers() * Player.ANSWER_WORK
                  + province.communes() * FORWARD_WORK
                  + (STAGES.size() - 1) * STAGE_WORK);
      this.player = new Player(api, campaign.get("id").asString(), script, costs, bar);
    }

    void run() throws InterruptedException {
      try {
        if (campaign.get("stage").asString().equals("OPEN")) {
          answers();
          forward(Bar.Phase.FIRST_BATCH, 1);
          late();
          forward(Bar.Phase.SECOND_BATCH, 2);
        }
        results();
      } finally {
        bar.end();
      }
    }

    private void answers() throws InterruptedException {
      bar.phase(Bar.Phase.ANSWERS);
      costs.sample(true);
      List<Unit> samples = province.samples();
      new Workers(1).each(samples, this::inTime);
      costs.sample(false);
      workers.each(without(province.inTime(), samples), this::inTime);
      workers.each(province.late(), player::fill);
    }

    private void inTime(Unit unit) {
      player.fill(unit);
      days.answering(bar.unitShare());
      player.submit(unit, days.answeringDay(share(unit)));
    }

    /** The letter's date must be the same when a step is repeated, whatever the clock says. */
    private double share(Unit unit) {
      return (double) province.units().indexOf(unit) / province.units().size();
    }

    private void late() throws InterruptedException {
      bar.phase(Bar.Phase.LATE);
      List<Unit> late = province.late();
      days.afterDue(0.3);
      workers.each(late, unit -> player.submit(unit, days.answeringDay(1)));
    }

    private void forward(Bar.Phase phase, int batch) throws InterruptedException {
      bar.phase(phase);
      days.afterDue(batch == 1 ? 0.1 : 0.6);
      workers.each(province.districts(), district -> forward(district, batch));
    }

    private void forward(Unit district, int batch) {
      ApiClient user = api.login(district.user());
      String own = path + "/units/" + district.code();
      List<String> states =
          user.get(own + "/communes").body().get("items").values().stream()
              .map(commune -> commune.get("state").asString())
              .toList();
      int waiting = (int) states.stream().filter("AT_DISTRICT"::equals).count();
      if (waiting > 0) {
        String etag = user.get(own + "/form").body().get("etag").asString();
        Map<String, Object> body =
            Map.of(
                "communes",
                "ready",
                "statement",
                "%s đã kiểm tra, tổng hợp phiếu tự đánh giá của cấp xã, đợt %d"
                    .formatted(district.name(), batch));
        user.post(
                own + "/consolidation",
                "rehearsal-batch-" + batch,
                body,
                "If-Match",
                "\"" + etag + "\"")
            .body();
        bar.step(waiting * FORWARD_WORK, false);
      }
      if (batch == 1) {
        int earlier = (int) states.stream().filter("FORWARDED"::equals).count();
        bar.step(earlier * FORWARD_WORK, true);
      }
    }

    private void results() {
      int stage = STAGES.indexOf(campaign.get("stage").asString());
      ApiClient office = api.login("office");
      if (stage < 1) {
        bar.phase(Bar.Phase.REPORT);
        days.report();
        office.post(path + "/report", "rehearsal-report", Map.of()).body();
        bar.step(STAGE_WORK, false);
      }
      if (stage < 2) {
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

    private static List<Unit> without(List<Unit> units, List<Unit> some) {
      return units.stream().filter(unit -> !some.contains(unit)).toList();
    }
  }
}
