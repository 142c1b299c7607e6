package vn.minhbach.local.whole;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.LocalSystem;

/**
 * The whole local system, started once for all classes that ask for it, since a start takes about
 * ten seconds. Each class works in campaigns of its own. Only one in-process system fits into a
 * JVM: these classes carry the tag {@code system} and the build gives them a JVM of their own.
 */
public final class SharedSystem implements BeforeAllCallback {

  /** The morning on which the plan's forms were sent. */
  public static final Instant OPENING =
      OffsetDateTime.parse("2020-08-03T08:00:00+07:00").toInstant();

  private LocalSystem system;

  @Override
  public void beforeAll(ExtensionContext context) {
    system =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Running.class, key -> new Running(), Running.class)
            .system();
    system.clock().set(OPENING);
  }

  public LocalSystem get() {
    return system;
  }

  public Http http() {
    return new Http(system);
  }

  private record Running(LocalSystem system) implements AutoCloseable {

    Running() {
      this(LocalSystem.start(LocalOptions.forTests()));
    }

    @Override
    public void close() {
      system.close();
    }
  }
}
