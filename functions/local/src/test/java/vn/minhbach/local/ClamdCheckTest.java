package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a daemon that speaks the protocol of clamd's manual; there is none on every machine. */
@Timeout(30)
class ClamdCheckTest {

  @Test
  void speaksAsTheManualSays() throws Exception {
    byte[] large = new byte[200_000];
    try (Daemon daemon = new Daemon("")) {
      ClamdCheck check = daemon.check();
      assertTrue(check.answers());
      daemon.answer = "stream: OK";
      assertEquals(Scanner.Verdict.CLEAN, check.look(new ByteArrayInputStream(large)));
      assertEquals(large.length, daemon.received);
      daemon.answer = "stream: Win.Test.EICAR_HDB-1 FOUND";
      assertEquals(
          Scanner.Verdict.threats(List.of("Win.Test.EICAR_HDB-1")),
          check.look(new ByteArrayInputStream(new byte[] {1})));
      daemon.answer = "INSTREAM size limit exceeded. ERROR";
      assertEquals(
          Scanner.Verdict.UNSUPPORTED, check.look(new ByteArrayInputStream(new byte[] {1})));
      daemon.answer = "stream: Can't allocate memory ERROR";
      assertThrows(
          IOException.class,
          () -> check.look(new ByteArrayInputStream(new byte[] {1})),
          "tried again, never taken for clean");
    }
  }

  @Test
  void noticesThatNobodyIsThere() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var check = new ClamdCheck(InetSocketAddress.createUnresolved("localhost", port));
    assertFalse(check.answers());
    assertThrows(IOException.class, () -> check.look(new ByteArrayInputStream(new byte[1])));
  }

  private static final class Daemon implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    volatile String answer;
    volatile int received;

    Daemon(String answer) throws IOException {
      this.answer = answer;
      Thread.ofPlatform().daemon().start(this::serve);
    }

    ClamdCheck check() {
      return new ClamdCheck(
          InetSocketAddress.createUnresolved(
              server.getInetAddress().getHostAddress(), server.getLocalPort()));
    }

    private void serve() {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          DataInputStream in = new DataInputStream(socket.getInputStream());
          String command = command(in);
          if (command.equals("zPING")) {
            socket.getOutputStream().write("PONG\0".getBytes(StandardCharsets.US_ASCII));
          } else if (command.equals("zINSTREAM")) {
            int total = 0;
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
              total += in.readNBytes(length).length;
            }
            received = total;
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
          }
        } catch (IOException ended) {
          continue;
        }
      }
    }

    private static String command(DataInputStream in) throws IOException {
      ByteArrayOutputStream command = new ByteArrayOutputStream();
      for (int next = in.read(); next > 0; next = in.read()) {
        command.write(next);
      }
      return command.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
