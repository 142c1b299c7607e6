package vn.minhbach.local.lambda;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Gives each function its own environment variables when several live in one JVM: whoever starts
 * one binds {@link #START} around {@code new FunctionInvoker()}, and Spring, which starts the
 * context on the same thread, finds the variables here. Outside such a start (forked processes,
 * other tests) it changes nothing.
 */
public final class FunctionEnvironment
    implements EnvironmentPostProcessor,
        ApplicationContextInitializer<ConfigurableApplicationContext>,
        Ordered {

  /**
   * Name of the singleton that {@link DomainClock} puts in the place of the application's clock.
   */
  static final String CLOCK_BEAN = "localClock";

  static final ScopedValue<Start> START = ScopedValue.newInstance();

  /**
   * Spring Boot sets up and takes down logging for the whole JVM without a lock of its own; two
   * starts at once would write every line twice. Held from here until logging stands, and while a
   * context closes.
   */
  private static final ReentrantLock LOGGING = new ReentrantLock();

  /**
   * A start in progress.
   *
   * @param variables the function's environment
   * @param clock the domain clock
   * @param transport what becomes of the SDK clients' HTTP client
   * @param context takes the context that comes up, so that it can be closed
   */
  record Start(
      Map<String, String> variables,
      Clock clock,
      UnaryOperator<SdkHttpClient> transport,
      AtomicReference<ConfigurableApplicationContext> context) {}

  /** Made by Spring. */
  public FunctionEnvironment() {}

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (START.isBound()) {
      LOGGING.lock();
      // The suffix tells Spring Boot to map FOO_BAR to foo.bar, as for the real environment.
      environment
          .getPropertySources()
          .addBefore(
              StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
              new SystemEnvironmentPropertySource(
                  "function-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                  Map.copyOf(START.get().variables())));
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (START.isBound()) {
      loggingStands();
      Start start = START.get();
      start.context().set(context);
      context.getBeanFactory().registerSingleton(CLOCK_BEAN, start.clock());
      context.getBeanFactory().addBeanPostProcessor(new Transport(start.transport()));
    }
  }

  private record Transport(UnaryOperator<SdkHttpClient> change) implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof SdkHttpClient client ? change.apply(client) : bean;
    }
  }

  /** Lets the next one start; also to be called where a start failed half-way. */
  static void loggingStands() {
    while (LOGGING.isHeldByCurrentThread()) {
      LOGGING.unlock();
    }
  }

  static void close(ConfigurableApplicationContext context) {
    LOGGING.lock();
    try {
      context.close();
    } finally {
      LOGGING.unlock();
    }
  }

  /** Before anything reads settings. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
