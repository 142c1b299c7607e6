package vn.minhbach;

import java.util.function.Function;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Stops the start of a function whose definition names no bean. Without this Spring Cloud Function
 * falls back to a router that lets the client's headers choose the function.
 */
@Lazy(false)
@Configuration(proxyBeanMethods = false)
public class DefinitionCheck implements InitializingBean {

  private final Settings settings;
  private final ListableBeanFactory beans;

  /** Made by Spring. */
  public DefinitionCheck(Settings settings, ListableBeanFactory beans) {
    this.settings = settings;
    this.beans = beans;
  }

  @Override
  public void afterPropertiesSet() {
    String name = settings.definition();
    if (!beans.containsBeanDefinition(name)
        || !beans.isTypeMatch(name, Function.class)
        || name.equals("functionRouter")) {
      throw new IllegalStateException("no function of ours is called '" + name + "'");
    }
  }
}
