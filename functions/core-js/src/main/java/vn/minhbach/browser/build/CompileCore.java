package vn.minhbach.browser.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;
import vn.minhbach.browser.Core;
import vn.minhbach.browser.Verifier;
import vn.minhbach.core.ledger.Sha256;

/**
 * Compiles the entry points into a directory: {@code CompileCore target/site/core}. Each module
 * comes with a list of the classes that went into it and their hashes, as a C compiler leaves a
 * list of headers, and is compiled again only when one of them says something else.
 */
public final class CompileCore {

  /** The class library that it compiles against: another version of it makes another module. */
  private static final String LIBRARY = "org.teavm.classlib.java.lang.TObject";

  private final Path directory;
  private final ClassLoader classes = CompileCore.class.getClassLoader();

  private CompileCore(Path directory) {
    this.directory = directory;
  }

  /** Runs; exit code 1 where something does not compile. */
  public static void main(String[] arguments) throws IOException, TeaVMToolException {
    var compile = new CompileCore(Path.of(arguments[0]));
    Files.createDirectories(compile.directory);
    boolean sound =
        compile.module(Core.class, "minhbach-core.js")
            & compile.module(Verifier.class, "minhbach-verify.js");
    if (!sound) {
      System.exit(1);
    }
  }

  private boolean module(Class<?> entry, String file) throws IOException, TeaVMToolException {
    Path inputs = directory.resolveSibling(file + ".inputs");
    if (Files.exists(directory.resolve(file)) && unchanged(inputs)) {
      return true;
    }
    System.out.println("Compiling " + entry.getSimpleName() + " for browsers: " + file);
    Files.deleteIfExists(inputs);
    var tool = new TeaVMTool();
    tool.setClassLoader(classes);
    tool.setLog(new ConsoleTeaVMToolLog(false));
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setJsModuleType(JSModuleType.ES2015);
    tool.setMainClass(entry.getName());
    tool.setTargetDirectory(directory.toFile());
    tool.setTargetFileName(file);
    tool.setObfuscated(!Boolean.getBoolean("readable"));
    // Measured, gzip: SIMPLE 93 kB, ADVANCED 74 kB, FULL 136 kB, since it copies methods into their
    // callers.
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setAssertionsRemoved(true);
    tool.generate();
    for (Problem problem : tool.getProblemProvider().getSevereProblems()) {
      var text = new DefaultProblemTextConsumer();
      problem.render(text);
      System.err.println(text.getText() + " at " + problem.getLocation());
    }
    if (!tool.getProblemProvider().getSevereProblems().isEmpty()) {
      return false;
    }
    var own = new TreeSet<String>();
    own.add(LIBRARY);
    tool.getClasses().stream().filter(name -> name.startsWith("vn.minhbach.")).forEach(own::add);
    List<String> lines = new ArrayList<>();
    for (String name : own) {
      if (classes.getResource(resource(name)) != null) {
        lines.add(name + "=" + hash(name));
      }
    }
    Files.write(inputs, lines);
    return true;
  }

  private boolean unchanged(Path inputs) throws IOException {
    if (!Files.exists(inputs)) {
      return false;
    }
    var told = new Properties();
    try (var in = Files.newBufferedReader(inputs)) {
      told.load(in);
    }
    for (String name : told.stringPropertyNames()) {
      if (!told.getProperty(name).equals(hash(name))) {
        return false;
      }
    }
    return !told.isEmpty();
  }

  private String hash(String name) throws IOException {
    try (InputStream in = classes.getResourceAsStream(resource(name))) {
      return in == null ? "" : Sha256.hex(in.readAllBytes());
    }
  }

  private static String resource(String name) {
    return name.replace('.', '/') + ".class";
  }
}
