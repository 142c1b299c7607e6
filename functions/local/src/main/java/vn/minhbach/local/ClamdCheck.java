package vn.minhbach.local;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Asks ClamAV's daemon (Debian: clamav-daemon with {@code TCPSocket 3310}) by its INSTREAM command:
 * chunks with their length in front, an empty one at the end, one line as answer (man clamd).
 */
public final class ClamdCheck implements Scanner.Check {

  /** Where clamd listens unless it is told otherwise. */
  public static final InetSocketAddress USUAL =
      InetSocketAddress.createUnresolved("localhost", 3310);

  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int LINE_MAX = 4096;
  private static final String FOUND = " FOUND";

  private final InetSocketAddress address;

  /** A daemon at an address; nothing is asked yet. */
  public ClamdCheck(InetSocketAddress address) {
    this.address = address;
  }

  /** Whether a daemon answers there now. */
  public boolean answers() {
    try (Socket socket = connected()) {
      socket.getOutputStream().write(command("PING"));
      return line(socket.getInputStream()).equals("PONG");
    } catch (IOException nobody) {
      return false;
    }
  }

  @Override
  public Scanner.Verdict look(InputStream content) throws IOException {
    try (Socket socket = connected()) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      try {
        send(content, out);
      } catch (IOException cutOff) {
        // It hangs up on a file over its limit, and says so before.
        return verdict(line(socket.getInputStream()));
      }
      return verdict(line(socket.getInputStream()));
    }
  }

  private static void send(InputStream content, DataOutputStream out) throws IOException {
    out.write(command("INSTREAM"));
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int length = content.read(chunk); length >= 0; length = content.read(chunk)) {
      if (length > 0) {
        out.writeInt(length);
        out.write(chunk, 0, length);
      }
    }
    out.writeInt(0);
    out.flush();
  }

  private static Scanner.Verdict verdict(String line) throws IOException {
    String said = line.startsWith("stream: ") ? line.substring("stream: ".length()) : line;
    if (said.equals("OK")) {
      return Scanner.Verdict.CLEAN;
    }
    if (said.endsWith(FOUND)) {
      return Scanner.Verdict.threats(List.of(said.substring(0, said.length() - FOUND.length())));
    }
    if (said.contains("size limit exceeded")) {
      return Scanner.Verdict.UNSUPPORTED;
    }
    throw new IOException("clamd said: " + line);
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout((int) ANSWER.toMillis());
    socket.connect(
        new InetSocketAddress(address.getHostString(), address.getPort()),
        (int) CONNECT.toMillis());
    return socket;
  }

  private static byte[] command(String name) {
    return ("z" + name + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next > 0 && line.length() < LINE_MAX; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public String toString() {
    return "clamd " + address.getHostString() + ":" + address.getPort();
  }
}
