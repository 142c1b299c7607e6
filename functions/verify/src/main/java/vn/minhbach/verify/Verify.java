package vn.minhbach.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.minhbach.adapter.jca.JcaTools;
import vn.minhbach.core.publish.bundle.Findings;
import vn.minhbach.core.publish.bundle.Step;
import vn.minhbach.core.publish.bundle.VerifyBundle;

/**
 * {@code java -jar minhbach-verify.jar [--lang=en] [--key=NAME] bundle.zip}: recomputes a bundle.
 * Exit code 0 where nothing differs, 1 where something does, 2 where nothing was asked.
 */
public final class Verify {

  private static final int DIFFERS = 1;
  private static final int NOT_ASKED = 2;

  private static final String USAGE =
      """
      java -jar minhbach-verify.jar [--lang=en] [--key=NAME] bundle.zip
        --key=NAME   tên khoá do cơ quan công bố (RFC 7638) | the published name of the key
        --lang=en    English only
      """;

  private final PrintStream out;
  private final boolean english;

  private Verify(PrintStream out, boolean english) {
    this.out = out;
    this.english = english;
  }

  /** Runs. */
  public static void main(String[] arguments) {
    // Vietnamese comes out right whatever the locale says.
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(out, arguments));
  }

  /** The same for who is in a JVM already; the exit code. */
  public static int run(PrintStream out, String... arguments) {
    List<String> files = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    Arrays.stream(arguments).forEach(one -> (one.startsWith("--") ? flags : files).add(one));
    Optional<String> key =
        flags.stream()
            .filter(one -> one.startsWith("--key="))
            .map(one -> one.substring("--key=".length()))
            .findFirst();
    boolean known =
        flags.stream().allMatch(one -> one.equals("--lang=en") || one.startsWith("--key="));
    if (files.size() != 1 || !known) {
      out.print(USAGE);
      return NOT_ASKED;
    }
    return new Verify(out, flags.contains("--lang=en")).told(Path.of(files.getFirst()), key);
  }

  private int told(Path archive, Optional<String> key) {
    var verifier = new VerifyBundle(new JcaTools());
    Findings findings =
        Archive.read(archive)
            .map(files -> verifier.verify(files, key))
            .orElseGet(() -> VerifyBundle.unopened(archive.getFileName().toString()));
    for (Step step : Step.values()) {
      if (!findings.opened() && step != Step.BAG) {
        break;
      }
      step(step, findings);
    }
    if (!english) {
      out.println(findings.lastLine(false));
    }
    out.println(findings.lastLine(!english));
    return findings.faults().isEmpty() ? 0 : DIFFERS;
  }

  private void step(Step step, Findings findings) {
    List<Findings.Fault> faults = findings.faults(step);
    String more = step == Step.SIGNATURE ? " (" + findings.key() + ")" : "";
    if (faults.isEmpty()) {
      line(step, "ĐÚNG", step.vietnamese() + more, "OK", step.english() + more);
    }
    faults.forEach(fault ->
        line(
            step,
            "SAI",
            fault.place() + ": " + fault.vietnamese(),
            "FAULT",
            fault.place() + ": " + fault.english()));
  }

  private void line(Step step, String vi, String vietnamese, String en, String other) {
    String number = "[" + step.number() + "] ";
    if (english) {
      out.println(number + en + " " + other);
    } else {
      out.println(number + vi + " " + vietnamese);
      out.println("    " + en + " " + other);
    }
  }
}
