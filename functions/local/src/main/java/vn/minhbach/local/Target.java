package vn.minhbach.local;

/** What an event goes to: a function, or a part of the local system. */
@FunctionalInterface
public interface Target {

  /**
   * Takes one event.
   *
   * @param event JSON
   * @return the answer as JSON
   * @throws Exception when it was not handled and is to be delivered again
   */
  byte[] invoke(byte[] event) throws Exception;

  /** A function by its logical id. */
  static Target function(Lambdas lambdas, String function) {
    return event -> lambdas.invoke(function, event);
  }
}
