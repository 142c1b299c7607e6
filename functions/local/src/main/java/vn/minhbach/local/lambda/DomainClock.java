package vn.minhbach.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Puts the local domain clock in the place of the application's bean {@code domainClock}. */
public final class DomainClock {

  /** Variable that tells a forked function where to ask for the time. */
  static final String URL_VARIABLE = "LOCAL_CLOCK_URL";

  private static final String BEAN = "domainClock";

  private DomainClock() {}

  /**
   * Replaces the bean.
   *
   * @throws IllegalStateException when the application has no such bean any more, or nobody says
   *     which clock to take
   */
  public static void replace(ConfigurableListableBeanFactory beans) {
    DefaultListableBeanFactory factory = (DefaultListableBeanFactory) beans;
    if (!factory.containsBeanDefinition(BEAN)) {
      throw new IllegalStateException("the application has no bean " + BEAN + " to replace");
    }
    Clock clock = clock(factory);
    factory.removeBeanDefinition(BEAN);
    factory.registerSingleton(BEAN, clock);
  }

  private static Clock clock(DefaultListableBeanFactory factory) {
    if (factory.containsSingleton(FunctionEnvironment.CLOCK_BEAN)) {
      return (Clock) factory.getSingleton(FunctionEnvironment.CLOCK_BEAN);
    }
    String url = System.getenv(URL_VARIABLE);
    if (url == null) {
      throw new IllegalStateException("neither a local clock nor " + URL_VARIABLE + " is given");
    }
    return new Remote(URI.create(url), ZoneOffset.UTC);
  }

  /** Asks the runner at every reading, so that a clock set there counts at once. */
  private static final class Remote extends Clock {

    private final URI url;
    private final ZoneId zone;

    Remote(URI url, ZoneId zone) {
      this.url = url;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Remote(url, other);
    }

    @Override
    public Instant instant() {
      try {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(5_000);
        try (InputStream body = connection.getInputStream()) {
          return Instant.parse(new String(body.readAllBytes(), StandardCharsets.US_ASCII));
        }
      } catch (IOException runnerGone) {
        throw new UncheckedIOException(
            "the local clock at " + url + " does not answer", runnerGone);
      }
    }
  }
}
