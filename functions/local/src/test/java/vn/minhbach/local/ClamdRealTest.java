package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against ClamAV's real daemon (Debian: clamav-daemon), started here with a database of one
 * signature: that of the EICAR test file. Runs where the variable {@value #PROGRAM} names the
 * program ({@code MINHBACH_CLAMD_PROGRAM=/usr/sbin/clamd}); skipped elsewhere, saying so.
 */
@Timeout(180)
class ClamdRealTest {

  private static final String PROGRAM = "MINHBACH_CLAMD_PROGRAM";
  private static final int LARGE = 20 << 20;

  @TempDir private Path directory;
  private String program;

  @BeforeEach
  void findProgram() {
    program = System.getenv(PROGRAM);
    assumeTrue(program != null, "no clamd here: " + PROGRAM + " does not name the program");
  }

  @Test
  void findsWhatItKnowsAndNothingElse() throws Exception {
    byte[] virus = EicarCheck.testFile();
    try (Daemon daemon = new Daemon("64M")) {
      assertEquals(Scanner.Verdict.CLEAN, daemon.look("%PDF-1.7 Quyết định".getBytes("UTF-8")));
      assertEquals("THREATS_FOUND", daemon.look(virus).status());
      assertEquals("THREATS_FOUND", daemon.look(zip("word/media/a.bin", virus)).status());
      assertEquals(
          "THREATS_FOUND", daemon.look(zip("a.zip", zip("b.docx", zip("c", virus)))).status());
      assertEquals(Scanner.Verdict.CLEAN, daemon.look(zip("word/document.xml", new byte[100])));
      byte[] large = new byte[LARGE];
      new Random(1).nextBytes(large);
      assertEquals(Scanner.Verdict.CLEAN, daemon.look(large));
      assertEquals("THREATS_FOUND", daemon.look(zip(large, virus)).status());
    }
  }

  @Test
  void whatIsOverTheLimitIsNotCalledClean() throws Exception {
    try (Daemon daemon = new Daemon("1M")) {
      assertEquals(Scanner.Verdict.UNSUPPORTED, daemon.look(new byte[LARGE]));
    }
  }

  @Test
  void daemonThatDiesSaysNothing() throws Exception {
    try (Daemon daemon = new Daemon("64M")) {
      InputStream dying =
          new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
              if (++read == LARGE / 2) {
                daemon.kill();
              }
              return read < LARGE ? 'x' : -1;
            }
          };
      assertThrows(IOException.class, () -> daemon.check().look(dying), "to be tried again");
      assertFalse(daemon.check().answers());
      assertThrows(IOException.class, () -> daemon.look(new byte[1]));
    }
  }

  @Test
  void systemSaysWhichScannerItUses() throws Exception {
    InetSocketAddress address;
    try (Daemon daemon = new Daemon("64M")) {
      address = daemon.address;
      try (LocalSystem system = LocalSystem.start(LocalOptions.forTests().withClamd(address))) {
        assertEquals(daemon.check().toString(), system.scanner().toString());
      }
    }
    try (LocalSystem system = LocalSystem.start(LocalOptions.forTests().withClamd(address))) {
      assertEquals(EicarCheck.class, system.scanner().getClass(), "nobody is there");
    }
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] first, byte[] second) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/media/1.bin"));
      zip.write(first);
      zip.putNextEntry(new ZipEntry("word/media/2.bin"));
      zip.write(second);
    }
    return bytes.toByteArray();
  }

  private final class Daemon implements AutoCloseable {

    private final InetSocketAddress address;
    private final Process process;

    Daemon(String streamMax) throws Exception {
      Path home = Files.createTempDirectory(directory, "clamd");
      Path database = Files.createDirectory(home.resolve("db"));
      byte[] virus = EicarCheck.testFile();
      // Extended signature: name, any type, any offset, bytes in hex.
      Files.writeString(
          database.resolve("own.ndb"),
          "Own.Eicar:0:*:" + java.util.HexFormat.of().formatHex(virus) + "\n");
      int port;
      try (var free = new java.net.ServerSocket(0)) {
        port = free.getLocalPort();
      }
      Path settings = home.resolve("clamd.conf");
      Files.writeString(
          settings,
          """
          DatabaseDirectory %s
          TCPSocket %d
          TCPAddr 127.0.0.1
          Foreground yes
          StreamMaxLength %s
          MaxScanSize 200M
          MaxFileSize 100M
          """
              .formatted(database, port, streamMax));
      address = InetSocketAddress.createUnresolved("127.0.0.1", port);
      process =
          new ProcessBuilder(program, "-c", settings.toString())
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("log").toFile())
              .start();
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!check().answers()) {
        String said = Files.readString(home.resolve("log"));
        assertTrue(process.isAlive() && System.nanoTime() < end, said);
        process.waitFor(100, java.util.concurrent.TimeUnit.MILLISECONDS);
      }
    }

    ClamdCheck check() {
      return new ClamdCheck(address);
    }

    Scanner.Verdict look(byte[] file) throws IOException {
      return check().look(new ByteArrayInputStream(file));
    }

    void kill() {
      process.destroyForcibly();
      process.onExit().join();
    }

    @Override
    public void close() {
      kill();
    }
  }
}
