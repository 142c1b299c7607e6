package vn.minhbach;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Start class of the function {@code papers}, in the second zip: {@link Application} with papers'
 * beans in the place of all other functions, so that none of them can be called here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(ContextFunctionCatalogAutoConfiguration.class)
@Import({Settings.class, Wiring.class, PapersWiring.class, DefinitionCheck.class, SnapStart.class})
public class PapersApplication {

  /** Made by Spring. */
  public PapersApplication() {}
}
