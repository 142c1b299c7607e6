package vn.minhbach.local;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import vn.minhbach.Application;
import vn.minhbach.local.lambda.DomainClock;

/**
 * The application with one change: its domain clock can be set. The shipped jar knows nothing of
 * this class.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(Application.class)
public class LocalApplication {

  /** Made by Spring. */
  public LocalApplication() {}

  /** Static, because it must run before any other bean is made. */
  @Bean
  static BeanFactoryPostProcessor domainClockReplacement() {
    return DomainClock::replace;
  }
}
