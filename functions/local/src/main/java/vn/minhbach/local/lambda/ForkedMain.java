package vn.minhbach.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;

/**
 * Main class of a forked function: the real runtime client, and a watch on the runner. Standard
 * input is a pipe from the runner; its end means that the runner is gone, even when it was killed.
 */
public final class ForkedMain {

  private ForkedMain() {}

  /**
   * Runs until the runner ends.
   *
   * @param arguments the handler
   */
  public static void main(String[] arguments) throws Throwable {
    Thread.ofPlatform().daemon().name("runner-watch").start(ForkedMain::endWithRunner);
    AWSLambda.main(arguments);
  }

  private static void endWithRunner() {
    try {
      while (System.in.read() >= 0) {
        // The runner never writes; only the end matters.
      }
    } catch (IOException broken) {
      // The same as the end.
    }
    Runtime.getRuntime().halt(0);
  }
}
