package vn.minhbach;

import java.net.URI;
import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.minhbach.adapter.mail.SmtpMailer;

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

  /** Bucket of what anyone reads of published results. */
  public String shownBucket() {
    return needed("SHOWN_BUCKET");
  }

  /** The KMS key that seals bundles. */
  public String bundleKey() {
    return needed("BUNDLE_KEY");
  }

  /** The KMS key that signs checkpoints. */
  public String logKey() {
    return needed("LOG_KEY");
  }

  /** Where KMS answers, if not where it does in every region. */
  public Optional<URI> kms() {
    return given("AWS_ENDPOINT_URL_KMS").map(URI::create);
  }

  /** Id of the stack's own user pool. */
  public String userPool() {
    return needed("USER_POOL_ID");
  }

  /** Whether buckets are named in the path: where their names have no host of their own. */
  public boolean pathStyle() {
    return Boolean.parseBoolean(environment.getProperty("S3_PATH_STYLE", "false"));
  }

  /** Whether real data enters here, so that forms go out only under an approved security level. */
  public boolean asksForSecurityApproval() {
    return given("SECURITY_APPROVAL").isPresent();
  }

  /** Address of the pages, for links in mails; without a slash at the end. */
  public String site() {
    return needed("SITE_URL").replaceAll("/+$", "");
  }

  /** The SSM parameter with the account at the mail server; empty where that asks nobody. */
  public Optional<String> mailLogin() {
    return given("MAIL_LOGIN");
  }

  /** Where SSM answers, if not where it does in every region. */
  public Optional<URI> ssm() {
    return given("AWS_ENDPOINT_URL_SSM").map(URI::create);
  }

  /** The mail server. */
  public SmtpMailer.Server mailServer() {
    return new SmtpMailer.Server(
        needed("MAIL_HOST"),
        Integer.parseInt(needed("MAIL_PORT")),
        mailLogin().isPresent(),
        needed("MAIL_FROM"),
        "Minh bạch",
        Boolean.parseBoolean(environment.getProperty("MAIL_STARTTLS", "true")));
  }

  /** The bean that this Lambda runs. */
  public String definition() {
    return needed("spring.cloud.function.definition");
  }

  private Optional<String> given(String name) {
    return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
  }

  private String needed(String name) {
    String value = environment.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("setting " + name + " is missing: see template.yaml");
    }
    return value;
  }
}
