package vn.minhbach.local;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How the local system is to run.
 *
 * @param fresh begin with empty data
 * @param forked one process per function
 * @param faults seed of the faults that SDK calls of functions meet; empty = none
 * @param rehearse which province to play whole, then stay up
 * @param drill export, restore and verify what is there, then end
 * @param port of the gateway; 0 = any free one, here and below
 * @param s3Port of S3
 * @param dynamoDbPort of DynamoDB
 * @param oidcPort of the issuer
 * @param smtpPort of the mail server
 * @param directory where data stay; empty = in memory, gone at the end
 * @param template the file that describes the system
 * @param help print the options and end
 * @param clamd where a malware scanner may listen; empty = none is looked for
 * @param lean functions in this JVM reach the table without a socket, as tests do with many calls;
 *     forked ones do not
 */
public record LocalOptions(
    boolean fresh,
    boolean forked,
    OptionalLong faults,
    Rehearse rehearse,
    boolean drill,
    int port,
    int s3Port,
    int dynamoDbPort,
    int oidcPort,
    int smtpPort,
    Optional<Path> directory,
    Path template,
    boolean help,
    Optional<InetSocketAddress> clamd,
    boolean lean) {

  /** Names clamd's address where no option does: host:port. */
  public static final String CLAMD_VARIABLE = "MINHBACH_CLAMD";

  /** The options, for people. */
  public static final String HELP =
      """
      Tùy chọn | Options
        --fresh              bắt đầu với dữ liệu trống | start with empty data
        --forked             mỗi hàm một tiến trình, như trên Lambda | one process per function, as in Lambda
        --rehearse           diễn tập cả tỉnh rồi chạy tiếp | play the whole province, then stay up
        --rehearse=54        diễn tập mô hình 54 xã, không có huyện | the same with today's 54 communes and no districts
        --drill              sao lưu, phục hồi vào hệ thống trống, đối chiếu, rồi dừng | back up, restore into an empty system, verify, end
        --faults=SEED        lỗi giả theo số SEED ở các lời gọi DynamoDB, S3 | seeded faults of DynamoDB and S3 calls
        --port=8080          cổng HTTP | HTTP port
        --s3-port=9000       cổng S3 | S3 port
        --dynamodb-port=8000 cổng DynamoDB | DynamoDB port
        --oidc-port=8081     cổng đăng nhập (OIDC) | sign-in (OIDC) port
        --smtp-port=2525     cổng thư (SMTP) | mail (SMTP) port
        --clamd=HOST:PORT    bộ quét mã độc clamd (mặc định localhost:3310, nếu có) | malware scanner clamd (localhost:3310 if it is there)
        --dir=.local         thư mục dữ liệu | data directory
        --help               các tùy chọn này | these options\
      """;

  private static final List<String> NAMES =
      Arrays.stream(HELP.split("\\s+")).filter(word -> word.startsWith("--")).toList();

  /** What is rehearsed. */
  public enum Rehearse {
    NOTHING,
    /** The 220 units of the plan of 2020. */
    PLAN,
    /** The 54 communes of 2025, without districts. */
    TODAY;

    private static final String COMMUNES = "54";

    private static Rehearse of(String name, Optional<String> value) {
      if (value.isEmpty()) {
        return PLAN;
      }
      if (value.get().equals(COMMUNES)) {
        return TODAY;
      }
      throw new Refused(
          name + "=" + value.get() + ": chỉ có --rehearse và --rehearse=54",
          "there are --rehearse and --rehearse=54");
    }
  }

  /** Arguments that make no sense; the message says which, in Vietnamese and English. */
  public static final class Refused extends RuntimeException {
    Refused(String vietnamese, String english) {
      super(vietnamese + " | " + english);
    }
  }

  /** All parts in memory on free ports, and lean: for tests. */
  public static LocalOptions forTests() {
    return new LocalOptions(
        false,
        false,
        OptionalLong.empty(),
        Rehearse.NOTHING,
        false,
        0,
        0,
        0,
        0,
        0,
        Optional.empty(),
        root().resolve("template.yaml"),
        false,
        Optional.empty(),
        true);
  }

  /** The same, but with a malware scanner. */
  public LocalOptions withClamd(InetSocketAddress address) {
    return with(fresh, forked, faults, directory, template, Optional.of(address));
  }

  /** The same, but one process per function. */
  public LocalOptions withForked() {
    return with(fresh, true, faults, directory, template);
  }

  /** The same, but with data kept in a directory. */
  public LocalOptions withDirectory(Path path) {
    return with(fresh, forked, faults, Optional.of(path), template);
  }

  /** The same, but beginning with empty data. */
  public LocalOptions withFresh() {
    return with(true, forked, faults, directory, template);
  }

  /** The same, but with another template. */
  public LocalOptions withTemplate(Path file) {
    return with(fresh, forked, faults, directory, file);
  }

  private LocalOptions with(
      boolean clean, boolean fork, OptionalLong seed, Optional<Path> path, Path file) {
    return with(clean, fork, seed, path, file, clamd);
  }

  private LocalOptions with(
      boolean clean,
      boolean fork,
      OptionalLong seed,
      Optional<Path> path,
      Path file,
      Optional<InetSocketAddress> scanner) {
    return new LocalOptions(
        clean,
        fork,
        seed,
        rehearse,
        drill,
        port,
        s3Port,
        dynamoDbPort,
        oidcPort,
        smtpPort,
        path,
        file,
        help,
        scanner,
        lean);
  }

  /**
   * Reads the command line.
   *
   * @throws Refused for what is not an option or not a value of it
   */
  public static LocalOptions parse(String... arguments) {
    boolean fresh = false;
    boolean forked = false;
    Rehearse rehearse = Rehearse.NOTHING;
    boolean drill = false;
    boolean help = false;
    OptionalLong faults = OptionalLong.empty();
    int port = 8080;
    int s3Port = 9000;
    int dynamoDbPort = 8000;
    int oidcPort = 8081;
    int smtpPort = 2525;
    InetSocketAddress clamd =
        Optional.ofNullable(System.getenv(CLAMD_VARIABLE))
            .map(value -> address(CLAMD_VARIABLE, value))
            .orElse(ClamdCheck.USUAL);
    Path root = root();
    Path directory = root.resolve(".local");
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      String argument = rest.poll();
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      Optional<String> value =
          equals < 0 ? Optional.empty() : Optional.of(argument.substring(equals + 1));
      switch (name) {
        case "--fresh" -> fresh = flag(name, value);
        case "--forked" -> forked = flag(name, value);
        case "--rehearse" -> rehearse = Rehearse.of(name, value);
        case "--drill" -> drill = flag(name, value);
        case "--help", "-h" -> help = flag(name, value);
        case "--faults" ->
            faults = OptionalLong.of(number(name, value, Long.MIN_VALUE, Long.MAX_VALUE));
        case "--port" -> port = port(name, value);
        case "--s3-port" -> s3Port = port(name, value);
        case "--dynamodb-port" -> dynamoDbPort = port(name, value);
        case "--oidc-port" -> oidcPort = port(name, value);
        case "--smtp-port" -> smtpPort = port(name, value);
        case "--clamd" -> clamd = address(name, value(name, value));
        case "--dir" -> directory = root.resolve(value(name, value));
        default -> throw unknown(argument);
      }
    }
    return new LocalOptions(
        fresh,
        forked,
        faults,
        rehearse,
        drill,
        port,
        s3Port,
        dynamoDbPort,
        oidcPort,
        smtpPort,
        Optional.of(directory),
        root.resolve("template.yaml"),
        help,
        Optional.of(clamd),
        false);
  }

  private static Refused unknown(String argument) {
    String known =
        NAMES.stream()
            .map(name -> name.replaceFirst("=.*", "="))
            .distinct()
            .collect(Collectors.joining(" "));
    return new Refused(
        "Không có tùy chọn " + argument,
        "There is no option " + argument + ". Có | There are: " + known);
  }

  private static boolean flag(String name, Optional<String> value) {
    if (value.isPresent()) {
      throw new Refused(name + " không nhận giá trị", name + " takes no value");
    }
    return true;
  }

  private static String value(String name, Optional<String> value) {
    return value
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () -> new Refused(name + " cần giá trị: " + name + "=…", name + " needs a value"));
  }

  private static InetSocketAddress address(String name, String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new Refused(name + "=" + text + ": cần host:port", "host:port is needed");
    }
    return InetSocketAddress.createUnresolved(
        text.substring(0, colon), port(name, Optional.of(text.substring(colon + 1))));
  }

  private static int port(String name, Optional<String> value) {
    return (int) number(name, value, 0, 65_535);
  }

  private static long number(String name, Optional<String> value, long least, long most) {
    String text = value(name, value);
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notNumber) {
      // Refused below.
    }
    throw new Refused(
        name + "=" + text + ": cần một số nguyên" + range(least, most, " từ %d đến %d"),
        "a whole number" + range(least, most, " from %d to %d") + " is needed");
  }

  private static String range(long least, long most, String words) {
    return least == Long.MIN_VALUE ? "" : words.formatted(least, most);
  }

  /** The project's directory: where template.yaml lies, here or above. */
  private static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path path = start; path != null; path = path.getParent()) {
      if (Files.exists(path.resolve("template.yaml"))) {
        return path;
      }
    }
    return start;
  }
}
