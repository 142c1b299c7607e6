package vn.minhbach;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.function.http.Route;

/**
 * Readies an instance for its snapshot: makes the function's bean with all it needs and lets it
 * read what is not there, so that classes are loaded, the way to the table was gone once, and the
 * first caller after a restore does not pay for it. Through our own beans: a second {@code
 * FunctionInvoker} here would hang the restore.
 *
 * <p>What must not be the same in every copy of a snapshot stands in {@link RenewedRandom}. Clocks
 * ask the system at each reading; credentials and what is remembered for minutes expire by them.
 */
@Lazy(false)
@Configuration(proxyBeanMethods = false)
public class SnapStart implements Resource, InitializingBean {

  /** A campaign that nobody has; were there one, it would be read and no more. */
  private static final String NOWHERE = "snapstart-priming";

  private static final Logger LOG = LoggerFactory.getLogger(SnapStart.class);

  private final Settings settings;
  private final BeanFactory beans;

  /** Made by Spring. */
  public SnapStart(Settings settings, BeanFactory beans) {
    this.settings = settings;
    this.beans = beans;
  }

  /** Where nobody takes snapshots this registers with nobody. */
  @Override
  public void afterPropertiesSet() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    String name = settings.definition();
    try {
      Object function = beans.getBean(name);
      beans.getBean(Campaigns.class).find(new CampaignId(NOWHERE));
      List<Route> reads =
          Arrays.stream(Route.values())
              .filter(route -> route.function().equals(name) && route.method().equals("GET"))
              .toList();
      reads.forEach(route -> read(function, route));
      LOG.info("{} is primed by {} reads", name, reads.size() + 1);
    } catch (RuntimeException unprimed) {
      // The first caller waits longer, and that is all: no reason to refuse a deployment.
      LOG.warn("{} is not primed", name, unprimed);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing of its own: see RenewedRandom.
  }

  @SuppressWarnings("unchecked") // every function with routes is one
  private static void read(Object function, Route route) {
    ((Function<InputStream, Object>) function)
        .apply(new ByteArrayInputStream(event(route).getBytes(StandardCharsets.UTF_8)));
  }

  private static String event(Route route) {
    String path = route.path().replaceAll("\\{[^}]*}", NOWHERE);
    return """
    {"version":"2.0","routeKey":"%s","rawPath":"%s","rawQueryString":"",
     "headers":{"accept":"application/json","accept-language":"vi"},
     "pathParameters":{"c":"%3$s","u":"%3$s","group":"1"},
     "requestContext":{"http":{"method":"GET","path":"%2$s"},
       "authorizer":{"jwt":{"claims":
         {"sub":"%3$s","cognito:groups":"[office]","custom:unit":"(none)"}}}},
     "isBase64Encoded":false}\
    """
        .formatted(route.key(), path, NOWHERE);
  }
}
