package vn.minhbach.local.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import org.springframework.context.ConfigurableApplicationContext;
import vn.minhbach.local.Meter;
import vn.minhbach.local.Template;

/** One started function in this JVM. */
final class Instance implements AutoCloseable {

  private final Template.Function function;
  private final String arn;
  private final FunctionInvoker invoker;
  private final ConfigurableApplicationContext context;

  private Instance(
      Template.Function function,
      String arn,
      FunctionInvoker invoker,
      ConfigurableApplicationContext context) {
    this.function = function;
    this.arn = arn;
    this.invoker = invoker;
    this.context = context;
  }

  static Instance start(Template.Function function, LambdaSettings settings) {
    AtomicReference<ConfigurableApplicationContext> context = new AtomicReference<>();
    var start =
        new FunctionEnvironment.Start(
            settings.environment(function), settings.clock(), settings.transport(), context);
    try {
      FunctionInvoker invoker =
          ScopedValue.where(FunctionEnvironment.START, start).call(FunctionInvoker::new);
      return new Instance(function, settings.arn(function), invoker, context.get());
    } catch (RuntimeException notStarted) {
      throw new IllegalStateException(
          "function %s (bean %s) does not start: %s"
              .formatted(function.id(), function.definition(), notStarted.getMessage()),
          notStarted);
    } finally {
      FunctionEnvironment.loggingStands();
    }
  }

  byte[] call(byte[] event) throws IOException {
    return ScopedValue.where(Meter.FUNCTION, function.definition()).call(() -> handled(event));
  }

  private byte[] handled(byte[] event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    invoker.handleRequest(
        new ByteArrayInputStream(event),
        answer,
        new LocalContext(function, arn, UUID.randomUUID().toString()));
    return answer.toByteArray();
  }

  @Override
  public void close() {
    FunctionEnvironment.close(context);
  }
}
