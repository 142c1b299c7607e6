package vn.minhbach.local.faults;

import static vn.minhbach.local.faults.Stored.same;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import vn.minhbach.function.http.Route;

/**
 * The whole write path under transaction conflicts, throttling, time-outs before and after the
 * effect, and kills between any two calls; requests and events come twice and out of order, clients
 * give up. At the end every accepted answer is in the ledger once, projections agree with a
 * recomputation, and nothing refused has left a trace.
 *
 * <p>{@code -Dminhbach.tries=5000 -Dminhbach.seed=7} for a longer search.
 */
class WritePathTest {

  private static final String CAMPAIGN = "c1";
  private static Province province;
  private static Province.Ground opened;

  /** Takes tries and seed from system properties. */
  static final class Search implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      context.attributes().setTries(Integer.getInteger("minhbach.tries", 45));
      context.attributes().setSeed(System.getProperty("minhbach.seed", "131"));
      return property.execute();
    }
  }

  @BeforeContainer
  static void start() {
    province = new Province(2);
    Plan.open(province, CAMPAIGN);
    opened = province.ground();
  }

  @AfterContainer
  static void stop() {
    province.close();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Step.any().list().ofMinSize(8).ofMaxSize(30);
  }

  @Provide
  Arbitrary<Long> weathers() {
    return Arbitraries.longs().between(0, 1_000_000);
  }

  @Property(shrinking = ShrinkingMode.BOUNDED, afterFailure = AfterFailureMode.RANDOM_SEED)
  @AddLifecycleHook(Search.class)
  void whatIsAcceptedIsThereOnceAndNothingElse(
      @ForAll("steps") List<Step> steps, @ForAll("weathers") long ending) {
    province.back(opened);
    Model model = new Model();
    Story story = new Story(province, CAMPAIGN, model);
    steps.forEach(story::live);
    story.drain();
    new Audit(province, CAMPAIGN, model).all();
    published(CAMPAIGN, model, story, new Weather(ending));
  }

  /** Report, approval and publication, whatever their client lives to see. */
  private static void published(String campaign, Model model, Story story, Weather weather) {
    province.clock.set(Instant.parse("2020-11-02T01:00:00Z"));
    for (Route route : List.of(Route.REPORT_RESULT, Route.APPROVE_RESULT, Route.PUBLISH_RESULT)) {
      Request request = Plan.office(route, campaign);
      Request decided =
          route == Route.APPROVE_RESULT
              ? Request.json(route, request.path(), "approver", Map.of())
              : request;
      Request.Reply reply = story.answered(decided.key(route.name()), weather);
      same(route + " " + reply, true, reply.accepted());
    }
    story.drain();
    new Audit(province, campaign, model).rankings(Route.READ_RANKING);
  }
}
