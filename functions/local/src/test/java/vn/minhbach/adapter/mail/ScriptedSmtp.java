package vn.minhbach.adapter.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A mail server on a real socket that says what a script tells it to: refusals, silence, a line
 * that breaks at a chosen word. What the script has no word for is answered as a good server would.
 */
public final class ScriptedSmtp implements AutoCloseable {

  /** Ends the connection without a word. At {@code .} the message has been taken before. */
  public static final String DROP = "(drop)";

  /** Never answers. */
  public static final String SILENCE = "(silence)";

  /** Asked when a connection comes in, and when the first line of a message has come in. */
  public static final String CONNECT = "(connect)";

  public static final String BODY = "(body)";

  private final ServerSocket socket;
  private final Function<String, Optional<String>> script;
  private final ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** A message that the server has, whatever it said to it. */
  public record Taken(List<String> recipients, String message) {}

  public ScriptedSmtp(Function<String, Optional<String>> script) {
    this.script = script;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /** Takes everything. */
  public static ScriptedSmtp friendly() {
    return new ScriptedSmtp(word -> Optional.empty());
  }

  public int port() {
    return socket.getLocalPort();
  }

  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException stopped) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        var in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = connection.getOutputStream();
      if (!says(out, CONNECT, "220 scripted")) {
        return;
      }
      converse(in, out);
    } catch (IOException gone) {
      // The client hung up, as clients do.
    } finally {
      open.remove(connection);
    }
  }

  private void converse(BufferedReader in, OutputStream out) throws IOException {
    var recipients = new ArrayList<String>();
    String line;
    while ((line = in.readLine()) != null) {
      String word = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
      switch (word) {
        case "MAIL" -> recipients.clear();
        case "QUIT" -> {
          says(out, line, "221 bye");
          return;
        }
        default -> {}
      }
      String ordinary =
          switch (word) {
            case "EHLO" -> "250 scripted";
            case "DATA" -> "354 go on";
            default -> "250 ok";
          };
      String answer = script.apply(line).orElse(ordinary);
      if (word.equals("RCPT") && answer.startsWith("250")) {
        recipients.add(line.replaceAll("(?i)rcpt to:<|>.*", ""));
      }
      if (!say(out, answer)
          || (word.equals("DATA") && answer.startsWith("354") && !body(in, out, recipients))) {
        return;
      }
    }
  }

  // Answers whether the connection goes on.
  private boolean body(BufferedReader in, OutputStream out, List<String> recipients)
      throws IOException {
    var message = new StringBuilder();
    String line;
    while ((line = in.readLine()) != null) {
      if (message.isEmpty() && script.apply(BODY).filter(DROP::equals).isPresent()) {
        return false;
      }
      if (line.equals(".")) {
        String answer = script.apply(".").orElse("250 taken");
        if (!answer.startsWith("4") && !answer.startsWith("5")) {
          taken.add(new Taken(List.copyOf(recipients), message.toString()));
        }
        return say(out, answer);
      }
      message.append(line).append('\n');
    }
    return false;
  }

  private boolean says(OutputStream out, String word, String ordinary) throws IOException {
    return say(out, script.apply(word).orElse(ordinary));
  }

  private boolean say(OutputStream out, String answer) throws IOException {
    if (answer.equals(DROP)) {
      return false;
    }
    if (answer.equals(SILENCE)) {
      try {
        closed.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return false;
    }
    out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return true;
  }
}
