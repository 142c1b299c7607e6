package vn.minhbach.local.rehearsal;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.Meter;
import vn.minhbach.local.client.ApiClient;

/**
 * What the rehearsal cost: requests by kind as the client sees them, and what the functions asked
 * of DynamoDB and S3. Safe for many threads, but for samples.
 */
final class Costs implements ApiClient.Listener {

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "campaigns", "{c}",
          "units", "{u}",
          "answers", "{criterion}",
          "marks", "{criterion}",
          "remarks", "{criterion}",
          "explanations", "{criterion}",
          "petitions", "{p}",
          "evidence", "{e}",
          "criteria", "{group}",
          "rankings", "{group}");

  /** A name of a route that stands where others have a parameter. */
  private static final String SUBMISSION = "submission";

  /** What is sampled. */
  enum Use {
    FORM("submissions", "đọc một phiếu", "read a form"),
    ANSWER("submissions", "lưu một câu trả lời", "save an answer"),
    GRANT("submissions", "cấp quyền tải một tệp", "grant an upload"),
    SUBMISSION("submissions", "nộp một phiếu", "submit a form"),
    BLOCK("appraisals", "đồng ý theo lô, mỗi ô", "agree in a block, a cell"),
    MARK("appraisals", "chấm một ô", "mark a cell"),
    QUESTION("appraisals", "yêu cầu giải trình", "ask for explanations"),
    EXPLANATION("submissions", "viết một giải trình", "write an explanation"),
    PETITION("submissions", "viết một đề nghị xem xét lại", "write a petition"),
    DECISION("appraisals", "giải quyết một đề nghị", "decide a petition"),
    CLOSING("appraisals", "chốt thẩm định một đơn vị", "close a unit's appraisal");

    private final String function;
    private final String vietnamese;
    private final String english;

    Use(String function, String vietnamese, String english) {
      this.function = function;
      this.vietnamese = vietnamese;
      this.english = english;
    }
  }

  /** Calls of one kind. */
  private static final class Calls {
    int count;
    Duration took = Duration.ZERO;
    long sent;

    synchronized void add(long bytes, Duration time) {
      count++;
      took = took.plus(time);
      sent += Math.max(0, bytes);
    }

    double milliseconds() {
      return count == 0 ? 0 : took.toNanos() / 1e6 / count;
    }
  }

  /** Samples of one use. */
  private static final class Samples {
    int count;
    long requests;
    double readUnits;
    double writeUnits;
  }

  private final int apiPort;
  private final int storePort;
  private final boolean metered;
  private final Map<String, Meter.Reading> before = Meter.byFunction();
  // Guarded by this.
  private final Map<String, Calls> calls = new TreeMap<>();
  private final Map<Use, Samples> samples = new EnumMap<>(Use.class);
  private boolean sampling;

  Costs(LocalSystem system) {
    this.apiPort = system.url().getPort();
    this.storePort = system.s3().endpoint().getPort();
    this.metered = !system.options().forked();
  }

  @Override
  public void answered(String method, URI uri, int status, long sent, Duration took) {
    String kind;
    if (uri.getPort() == storePort) {
      kind = "S3: " + method + " presigned";
    } else if (uri.getPort() == apiPort) {
      kind = method + " " + route(uri.getPath());
    } else {
      kind = "OIDC: " + method + " token";
    }
    Calls of;
    synchronized (this) {
      of =
          calls.computeIfAbsent(status / 100 == 2 ? kind : kind + " → " + status, k -> new Calls());
    }
    of.add(sent, took);
  }

  private static String route(String path) {
    StringBuilder route = new StringBuilder();
    String before = "";
    for (String segment : path.substring(1).split("/")) {
      route
          .append('/')
          .append(segment.equals(SUBMISSION) ? segment : PARAMETERS.getOrDefault(before, segment));
      before = segment;
    }
    return route.toString();
  }

  /** From now on uses are sampled; nothing else may call their functions meanwhile. */
  void sample(boolean on) {
    sampling = on && metered;
  }

  /**
   * Does it, and measures it where samples are taken.
   *
   * @param times how often the call does what the use names
   */
  <T> T of(Use use, int times, Supplier<T> call) {
    if (!sampling) {
      return call.get();
    }
    Meter.Reading start = Meter.read(use.function);
    T result = call.get();
    Meter.Reading used = Meter.read(use.function).since(start);
    Samples of = samples.computeIfAbsent(use, u -> new Samples());
    of.count += times;
    of.requests += used.requestsOf("DynamoDb");
    of.readUnits += used.readUnits();
    of.writeUnits += used.writeUnits();
    return result;
  }

  /** Prints it all. */
  synchronized void print(PrintStream out) {
    out.println();
    out.println("Số lượt gọi | Requests (lần chạy này | this run)");
    int all = calls.values().stream().mapToInt(of -> of.count).sum();
    calls.forEach(
        (kind, of) -> line(out, "  %7d  %7.1f ms  %s", of.count, of.milliseconds(), kind));
    line(out, "  %7d  tất cả | in all", all);
    Calls uploads = calls.getOrDefault("S3: PUT presigned", new Calls());
    line(
        out,
        "  Tải lên bằng URL ký sẵn | presigned uploads: %d tệp | files, %d byte",
        uploads.count,
        uploads.sent);
    if (metered) {
      functions(out);
      uses(out);
    } else {
      out.println(
          "  DynamoDB, S3: không đếm được với --forked, vì các hàm chạy ở tiến trình khác"
              + " | not counted with --forked, whose functions run in processes of their own");
    }
  }

  private void functions(PrintStream out) {
    Map<String, Meter.Reading> used = new TreeMap<>();
    Meter.byFunction()
        .forEach((function, now) -> {
          Meter.Reading earlier = before.get(function);
          used.put(function, earlier == null ? now : now.since(earlier));
        });
    out.println();
    out.println(
        "Các hàm đã dùng | What the functions used (RCU, WCU: đơn vị đọc, ghi | capacity units)");
    line(
        out,
        "  %-16s %9s %11s %11s %8s %12s %12s",
        "",
        "DynamoDB",
        "RCU",
        "WCU",
        "S3",
        "S3 ↑ byte",
        "S3 ↓ byte");
    Sum sum = new Sum();
    used.forEach((function, reading) -> {
      if (!reading.requests().isEmpty()) {
        sum.add(reading);
        row(out, function.isEmpty() ? "-" : function, reading);
      }
    });
    line(
        out,
        "  %-16s %9d %11.1f %11.1f %8d %12d %12d",
        "tất cả | in all",
        sum.dynamoDb,
        sum.readUnits,
        sum.writeUnits,
        sum.s3,
        sum.bytesUp,
        sum.bytesDown);
    Map<String, Long> operations = new TreeMap<>();
    used.values()
        .forEach(reading ->
            reading.requests().forEach((name, count) -> operations.merge(name, count, Long::sum)));
    operations.forEach((name, count) -> line(out, "  %9d  %s", count, name));
  }

  private static final class Sum {
    long dynamoDb;
    long s3;
    double readUnits;
    double writeUnits;
    long bytesUp;
    long bytesDown;

    void add(Meter.Reading reading) {
      dynamoDb += reading.requestsOf("DynamoDb");
      s3 += reading.requestsOf("S3");
      readUnits += reading.readUnits();
      writeUnits += reading.writeUnits();
      bytesUp += reading.bytesUp();
      bytesDown += reading.bytesDown();
    }
  }

  private static void row(PrintStream out, String function, Meter.Reading reading) {
    line(
        out,
        "  %-16s %9d %11.1f %11.1f %8d %12d %12d",
        function,
        reading.requestsOf("DynamoDb"),
        reading.readUnits(),
        reading.writeUnits(),
        reading.requestsOf("S3"),
        reading.bytesUp(),
        reading.bytesDown());
  }

  private void uses(PrintStream out) {
    out.println();
    out.println(
        "Mỗi việc | Each use (trung bình khi chỉ có một người dùng, chưa kể các hàm nền"
            + " | average with one user at work, background functions apart)");
    if (samples.isEmpty()) {
      out.println(
          "  không đo trong lần chạy này: mọi việc đã xong từ trước"
              + " | not measured in this run: all was done before");
    }
    samples.forEach((use, of) ->
        line(
            out,
            "  %-44s %5.1f DynamoDB %7.1f RCU %7.1f WCU   (%d lần đo | samples)",
            use.vietnamese + " | " + use.english,
            (double) of.requests / of.count,
            of.readUnits / of.count,
            of.writeUnits / of.count,
            of.count));
  }

  private static void line(PrintStream out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
