package vn.minhbach;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Start class of the functions {@code papers} and {@code readFile}, in the second zip: {@link
 * Application} with their beans in the place of all others, so that none of those can be called
 * here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(ContextFunctionCatalogAutoConfiguration.class)
@Import({
  Settings.class,
  Wiring.class,
  PapersWiring.class,
  DefinitionCheck.class,
  SnapStart.class,
  NoEventListeners.class
})
public class PapersApplication {

  /** Made by Spring. */
  public PapersApplication() {}
}
