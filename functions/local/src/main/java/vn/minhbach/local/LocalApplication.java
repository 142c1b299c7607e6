package vn.minhbach.local;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import vn.minhbach.Application;
import vn.minhbach.local.lambda.DomainClock;
import vn.minhbach.local.lambda.LambdaSettings;

/**
 * The application with one change: its domain clock can be set. Which application that is, the
 * template says for each function by MAIN_CLASS. The shipped jars know nothing of this class.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(LocalApplication.OfTheTemplate.class)
public class LocalApplication {

  /** Made by Spring. */
  public LocalApplication() {}

  /** Imports the start class that the template names for the function. */
  static final class OfTheTemplate implements ImportSelector, EnvironmentAware {

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
      this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
      return new String[] {
        environment.getProperty(LambdaSettings.TEMPLATE_MAIN_CLASS, Application.class.getName())
      };
    }
  }

  /** Static, because it must run before any other bean is made. */
  @Bean
  static BeanFactoryPostProcessor domainClockReplacement() {
    return DomainClock::replace;
  }
}
