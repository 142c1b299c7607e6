package vn.minhbach.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The runtime client's native library, unpacked once for all processes: each of them would write
 * the same file under /tmp at its start, and break those that are loading it.
 */
public final class NativeClientLibrary {

  /** Tells the client where the library lies. */
  public static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private NativeClientLibrary() {}

  /**
   * Unpacks it.
   *
   * @throws IllegalStateException on a machine for which there is none
   */
  public static Path unpack(Path directory) {
    String name = name();
    try (InputStream library = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (library == null) {
        throw new IllegalStateException(
            "--forked: AWS's runtime client has no library " + name + " for this machine");
      }
      Files.createDirectories(directory);
      Path file = directory.resolve(name).toAbsolutePath();
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException("cannot unpack " + name + " to " + directory, cannotWrite);
    }
  }

  private static String name() {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new IllegalStateException(
          "--forked chỉ chạy trên Linux | --forked works on Linux only: AWS's runtime client has no"
              + " library for "
              + System.getProperty("os.name"));
    }
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String libc = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
    return "libaws-lambda-jni." + libc + "-" + architecture + ".so";
  }
}
