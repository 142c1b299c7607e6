package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.minhbach.verify.Verify;

/**
 * A bundle as it was fetched, and both verifiers: the jar's classes, at least once in a process of
 * their own, and the Python script where there is a Python.
 */
public final class Recomputed {

  private static final Path ROOT = Path.of(System.getProperty("root", "../..")).toAbsolutePath();

  /** Exit codes that a process has ended with too. */
  private static final Set<Integer> PROCESS_TRIED = ConcurrentHashMap.newKeySet();

  /** Files by the name that stands in the zip. */
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private final byte[] zip;
  private final String base;

  private Recomputed(byte[] zip) throws IOException {
    this.zip = zip;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    String first = files.keySet().iterator().next();
    this.base = first.substring(0, first.indexOf('/') + 1);
  }

  public static Recomputed fetched(URI link) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    return new Recomputed(answer.body());
  }

  public String text(String path) {
    return new String(files.get(base + path), StandardCharsets.UTF_8);
  }

  /** Name of the key that sealed it. */
  public String key() {
    return Http.JSON.readTree(text("keys.json")).at("/keys/0/kid").asString();
  }

  /** All files but the criteria, one after the other. */
  String everything() {
    var all = new StringBuilder();
    files.forEach((name, content) -> {
      if (!name.contains("/criteria/")) {
        all.append(new String(content, StandardCharsets.UTF_8));
      }
    });
    return all.toString();
  }

  /** What a library that knows nothing of us says of the seal. */
  void sealHoldsForNimbus() throws Exception {
    ECKey key = (ECKey) JWKSet.parse(text("keys.json")).getKeys().getFirst();
    var manifest = new Payload(files.get(base + "manifest-sha256.txt"));
    JWSObject jws = JWSObject.parse(text("manifest-sha256.txt.jws").strip(), manifest);
    assertEquals(key.computeThumbprint().toString(), jws.getHeader().getKeyID());
    assertTrue(jws.verify(new ECDSAVerifier(key.toECPublicKey(), Set.of("b64"))));
  }

  /** A verifier's exit code and lines. */
  public record Told(int code, List<String> lines) {

    /** Steps at fault with their places. */
    public Set<String> faults() {
      var faults = new TreeSet<String>();
      lines.stream()
          .filter(line -> line.matches("\\[[1-9]] FAULT .*"))
          .forEach(line -> faults.add(line.replaceFirst(" FAULT ", " ").replaceFirst(": .*", "")));
      return faults;
    }
  }

  /** Both verifiers say the same; what they say. */
  public static Told agreed(byte[] archive, String key) throws IOException, InterruptedException {
    Path file = Files.createTempFile("bundle", ".zip");
    try {
      Files.write(file, archive);
      Told java = java(file, key);
      if (python()) {
        Told python =
            run(
                List.of(
                    "python3",
                    ROOT.resolve("infra/verify/verify.py").toString(),
                    "--lang=en",
                    "--key=" + key,
                    file.toString()));
        assertEquals(java.faults(), python.faults());
        assertEquals(java.code(), python.code(), python.lines()::toString);
        assertEquals(java.lines().getLast(), python.lines().getLast());
      }
      return java;
    } finally {
      Files.delete(file);
    }
  }

  /** In this JVM; once for each exit code in a process of its own too, which must say the same. */
  private static Told java(Path file, String key) throws IOException, InterruptedException {
    var lines = new ByteArrayOutputStream();
    int code =
        Verify.run(
            new PrintStream(lines, true, StandardCharsets.UTF_8),
            "--lang=en",
            "--key=" + key,
            file.toString());
    var told = new Told(code, lines.toString(StandardCharsets.UTF_8).lines().toList());
    if (PROCESS_TRIED.add(code)) {
      assertEquals(process(file, key), told);
    }
    return told;
  }

  private static Told process(Path file, String key) throws IOException, InterruptedException {
    // What the jar is made of, and nothing else: no Spring, no SDK.
    String classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(one ->
                one.matches(".*[/\\\\](app|verify)[/\\\\]target[/\\\\].*")
                    || one.matches(".*[/\\\\]jackson-(core|databind|annotations)-[^/\\\\]*[.]jar"))
            .reduce((one, other) -> one + File.pathSeparator + other)
            .orElseThrow();
    return run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            classes,
            "vn.minhbach.verify.Verify",
            "--lang=en",
            "--key=" + key,
            file.toString()));
  }

  /** Whether there is a Python here; CI has one. */
  static boolean python() {
    try {
      return run(List.of("python3", "--version")).code() == 0;
    } catch (IOException | InterruptedException none) {
      System.getLogger(Recomputed.class.getName())
          .log(System.Logger.Level.WARNING, "No python3 here: the second verifier is skipped.");
      return false;
    }
  }

  private static Told run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Told(process.exitValue(), out.lines().toList());
  }

  public byte[] zip() {
    return zip.clone();
  }

  /** The same zip with one file changed. */
  public byte[] with(String path, UnaryOperator<String> change) throws IOException {
    String before = text(path);
    String after = change.apply(before);
    assertTrue(!before.equals(after), "nothing to change in " + path);
    var changed = new LinkedHashMap<>(files);
    changed.put(base + path, after.getBytes(StandardCharsets.UTF_8));
    return zipped(changed);
  }

  /** The same zip with a file more, under any name. */
  public byte[] withFile(String name) throws IOException {
    var more = new LinkedHashMap<>(files);
    more.put(name, new byte[] {1});
    return zipped(more);
  }

  /** Another file of the same length takes the name of one of the bag's: two of one name then. */
  public byte[] doubled(String path) throws IOException {
    String twin = (base + path).replaceFirst(".$", "~");
    byte[] raw = withFile(twin);
    byte[] from = twin.getBytes(StandardCharsets.US_ASCII);
    byte[] to = (base + path).getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at + from.length <= raw.length; at++) {
      if (Arrays.equals(raw, at, at + from.length, from, 0, from.length)) {
        System.arraycopy(to, 0, raw, at, to.length);
      }
    }
    return raw;
  }

  private static byte[] zipped(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : new ArrayList<>(files.entrySet())) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  public String base() {
    return base;
  }
}
