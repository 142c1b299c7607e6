package vn.minhbach.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;
import vn.minhbach.local.client.ApiClient;
import vn.minhbach.local.client.ApiRefused;
import vn.minhbach.local.drill.Drill;
import vn.minhbach.local.dynamodb.store.DataRefused;
import vn.minhbach.local.template.TemplateError;

/** Starts the local system from the command line and stays up until it is told to end. */
public final class LocalRunner {

  /** Set by the Maven profile: end when Maven does, also when it was killed. */
  private static final String PARENT_PROPERTY = "minhbach.parent";

  private static final int FAILED = 1;

  /** The message says what to change: Maven is told not to bury it under a stack trace. */
  private static final int CURABLE = 2;

  private final PrintStream out;

  private LocalRunner(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs.
   *
   * @param arguments see {@link LocalOptions#HELP}
   */
  public static void main(String[] arguments) {
    // Vietnamese comes out right whatever the locale says.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    setUpLogging();
    endWithParent();
    // Local parts leave threads behind that would keep the process alive.
    System.exit(new LocalRunner(out).run(arguments));
  }

  private int run(String[] arguments) {
    LocalOptions options;
    try {
      options = LocalOptions.parse(arguments);
    } catch (LocalOptions.Refused refused) {
      out.println(refused.getMessage());
      return CURABLE;
    }
    if (options.help()) {
      out.println(LocalOptions.HELP);
      return 0;
    }
    out.println("Đang khởi động… | Starting…");
    Instant started = Instant.now();
    LocalSystem system;
    try {
      system = LocalSystem.start(options);
    } catch (PortTaken | DataDirectory.Unusable | DataRefused | TemplateError notStarted) {
      out.println(notStarted.getMessage());
      return CURABLE;
    } catch (IllegalStateException notStarted) {
      out.println("Không khởi động được | It does not start: " + notStarted.getMessage());
      return FAILED;
    }
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(system::close));
    try {
      try (ApiClient api = ApiClient.of(system, ApiClient.UNHEARD, FirstStart.ATTEMPTS)) {
        String campaign = new FirstStart(api, system.clock()).run();
        var samples = new SampleContacts(api, campaign);
        // On a later start few are missing, if any, and the welcome promises them.
        boolean begun = campaign.equals(FirstStart.CAMPAIGN) && samples.begun();
        if (begun) {
          contacts(system, samples);
        }
        welcome(system, campaign, Duration.between(started, Instant.now()));
        if (!begun && campaign.equals(FirstStart.CAMPAIGN)) {
          contacts(system, samples);
        }
      }
      if (options.rehearse() != LocalOptions.Rehearse.NOTHING || options.drill()) {
        // A drill wants a campaign with all its days; one that was played to the end is not again.
        rehearsals().run(system);
      }
      if (options.drill()) {
        Path folder = system.directory().resolve("drill-" + Instant.now().toEpochMilli());
        new Drill(folder, out).run(system);
        return 0;
      }
      Thread.currentThread().join();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      out.println("Không chạy được | It failed: " + failed.getMessage());
      out.println("Nhật ký | Logs: " + system.directory().resolve("logs"));
      return FAILED;
    }
    return 0;
  }

  /** At first after the welcome: nobody waits for them, and whoever is refused can do without. */
  private void contacts(LocalSystem system, SampleContacts samples) throws InterruptedException {
    try {
      int filled = samples.fill();
      if (filled > 0) {
        out.printf(
            "%d đơn vị có địa chỉ liên hệ mẫu, thư nhắc ở %s/local/mail | %1$d units have sample"
                + " contacts, reminders are at %2$s/local/mail%n",
            filled, system.url());
      }
    } catch (ApiRefused refused) {
      out.println("Địa chỉ liên hệ mẫu | Sample contacts: " + refused.getMessage());
    }
  }

  private static Rehearsals rehearsals() {
    return ServiceLoader.load(Rehearsals.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no rehearsal in this build"));
  }

  private void welcome(LocalSystem system, String campaign, Duration time) {
    out.printf(
        """

        minhbach đã chạy sau %1$d,%2$d giây | minhbach is up after %1$d.%2$d s%n\
        """,
        time.toSeconds(), time.toMillisPart() / 100);
    out.printf(
        """
        Trang và API  | Pages and API  %s
        Đợt đánh giá  | Campaign       %s/campaigns/%s/summary
        Đăng nhập     | Sign-in (OIDC) %s
        DynamoDB                       %s
        S3                             %s
        Thư           | Mail (SMTP)    localhost:%d, %1$s/local/mail
        Quét mã độc   | Malware scan   %s
        Đồng hồ       | Domain clock   %s (PUT %1$s/local/clock)
        Dữ liệu       | Data, logs     %s

        Người dùng (mật khẩu bất kỳ) | Users (any password):
          office lead deputy par approver official appraiser1…appraiser5 unit-SCT unit-193 unit-06649 signer-SCT …
          curl -d 'grant_type=password&username=office&password=x' %4$s/token

        Dừng: Ctrl-C | Stop: Ctrl-C
        """,
        system.url(),
        system.url(),
        campaign,
        system.oidc().issuer(),
        system.dynamoDb().endpoint(),
        system.s3().endpoint(),
        system.smtp().port(),
        scanner(system),
        system.clock().instant(),
        system.directory());
  }

  private static String scanner(LocalSystem system) {
    return system.scanner() instanceof ClamdCheck clamd
        ? clamd.toString()
        : "chỉ tìm tệp thử EICAR; không có clamd | EICAR test file only; no clamd";
  }

  private static void setUpLogging() {
    String property = "logback.configurationFile";
    System.setProperty(property, "vn/minhbach/local/logback.xml");
    LoggerFactory.getILoggerFactory();
    // Spring Boot warns of it otherwise.
    System.clearProperty(property);
  }

  private static void endWithParent() {
    if (System.getProperty(PARENT_PROPERTY) != null) {
      ProcessHandle.current()
          .parent()
          .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }
  }
}
