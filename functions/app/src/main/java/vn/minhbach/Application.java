package vn.minhbach;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Start class of every function ({@code MAIN_CLASS} in template.yaml). No component scan and one
 * auto-configuration: a cold start pays for nothing that is not used.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(ContextFunctionCatalogAutoConfiguration.class)
@Import({
  Settings.class,
  Wiring.class,
  Functions.class,
  DefinitionCheck.class,
  SnapStart.class,
  NoEventListeners.class
})
public class Application {

  /** Made by Spring. */
  public Application() {}
}
