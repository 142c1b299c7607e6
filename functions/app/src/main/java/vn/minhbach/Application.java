package vn.minhbach;

/** x. */
public final class Application {
  private Application() {}
}
