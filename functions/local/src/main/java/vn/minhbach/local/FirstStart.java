package vn.minhbach.local;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.client.Answer;
import vn.minhbach.local.client.ApiClient;
import vn.minhbach.local.client.ApiRefused;

/**
 * The first start's campaign: plan 131/KH-UBND, created and opened by the standing office over HTTP
 * on the first Monday of August 2020. Safe to repeat: what an interrupted start left undone is done
 * by the next one.
 */
final class FirstStart {

  /** When units got their forms. */
  static final Instant OPENING = OffsetDateTime.parse("2020-08-03T08:00:00+07:00").toInstant();

  /** Template and id of the campaign. */
  static final String CAMPAIGN = "131-2020";

  /**
   * How often a call is sent that the other side failed. Seeded faults are for the user to meet and
   * must not end the start: of a call that fails two times in three, one in two thousand is left.
   */
  static final int ATTEMPTS = 20;

  /** Fixed: a second try is the same request. */
  private static final String CREATE_KEY = "9f0c5a5e-2c4b-4d6e-8f5a-131020200001";

  private static final String OPEN_KEY = "9f0c5a5e-2c4b-4d6e-8f5a-131020200002";
  private static final int CONFLICT = 409;

  private final ApiClient office;
  private final LocalClock clock;

  /**
   * For a system that has just started.
   *
   * @param api repeats what failed on the other side
   */
  FirstStart(ApiClient api, LocalClock clock) {
    this.office = api.login("office");
    this.clock = clock;
  }

  /**
   * Does what is left to do.
   *
   * @return id of the campaign
   * @throws ApiRefused when the system refuses, with its answer
   */
  String run() {
    JsonNode campaigns = office.get("/campaigns").body().get("items");
    String id;
    if (campaigns.isEmpty()) {
      clock.set(OPENING);
      id =
          office
              .post("/campaigns", CREATE_KEY, Map.of("template", CAMPAIGN))
              .body()
              .get("id")
              .asString();
    } else {
      id = campaigns.get(0).get("id").asString();
    }
    Answer opened = office.post("/campaigns/" + id + "/open", OPEN_KEY, Map.of());
    if (!opened.done() && opened.status() != CONFLICT) {
      throw new ApiRefused(opened);
    }
    return id;
  }
}
