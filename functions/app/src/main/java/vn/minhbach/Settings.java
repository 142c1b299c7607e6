package vn.minhbach;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What template.yaml sets for a function. Each is read when the first bean that needs it is made,
 * and a missing one fails the start there: a function is given only what it may touch.
 */
@Configuration(proxyBeanMethods = false)
public class Settings {

  private final Environment environment;

  /** Made by Spring. */
  public Settings(Environment environment) {
    this.environment = environment;
  }

  public String table() {
    return needed("TABLE_NAME");
  }

  public String quarantineBucket() {
    return needed("QUARANTINE_BUCKET");
  }

  public String evidenceBucket() {
    return needed("EVIDENCE_BUCKET");
  }

  public String publishBucket() {
    return needed("PUBLISH_BUCKET");
  }

  /** Whether buckets are named in the path: where their names have no host of their own. */
  public boolean pathStyle() {
    return Boolean.parseBoolean(environment.getProperty("S3_PATH_STYLE", "false"));
  }

  /** The bean that this Lambda runs. */
  public String definition() {
    return needed("spring.cloud.function.definition");
  }

  private String needed(String name) {
    String value = environment.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("setting " + name + " is missing: see template.yaml");
    }
    return value;
  }
}
