package vn.minhbach.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.server.handler.EagerContentHandler;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.Template.BucketCors;

/**
 * S3Proxy in this JVM: S3 over HTTP with signatures checked. New objects in buckets with
 * EventBridge are told to a listener as S3 tells them.
 */
public final class LocalS3 implements AutoCloseable {

  /** The largest file with what an upload adds to it; what is longer is read as it comes. */
  private static final long BODY_MAX = 24L * 1024 * 1024;

  private final S3Proxy proxy;
  private final BlobStore store;
  private final URI endpoint;
  private final S3Client client;

  private LocalS3(S3Proxy proxy, BlobStore store) {
    this.proxy = proxy;
    this.store = store;
    this.endpoint = URI.create("http://localhost:" + proxy.getPort());
    this.client = LocalClients.s3(endpoint);
  }

  /**
   * Starts the store and creates the buckets that are missing.
   *
   * @param port 0 for any free one
   * @param directory where objects stay; empty keeps them in memory, gone at {@link #close}
   * @param buckets names, rules for browsers, and whether new objects are told
   * @param created hears of every new object of a bucket with EventBridge, before the writer has
   *     its answer
   * @throws PortTaken when something else listens there
   */
  public static LocalS3 start(
      int port,
      Optional<Path> directory,
      Collection<Template.Bucket> buckets,
      Consumer<ObjectNode> created) {
    Set<String> told =
        buckets.stream()
            .filter(Template.Bucket::eventBridge)
            .map(Template.Bucket::name)
            .collect(Collectors.toUnmodifiableSet());
    BlobStore store = new TellingBlobStore(open(directory), told, created);
    buckets.stream()
        .map(Template.Bucket::name)
        .filter(bucket -> !store.containerExists(bucket))
        .forEach(store::createContainer);
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://localhost:" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V4, LocalClients.ACCESS_KEY, LocalClients.SECRET_KEY)
            .corsRules(cors(buckets))
            // The SDK sends headers about itself that S3 ignores too.
            .ignoreUnknownHeaders(true)
            // Else it waits for idle connections of browsers and SDK clients.
            .stopTimeout(0)
            .build();
    try {
      wholeBodiesFirst(proxy);
      proxy.start();
    } catch (Exception e) {
      store.close();
      throw PortTaken.or("S3", port, e);
    }
    return new LocalS3(proxy, store);
  }

  /**
   * S3Proxy refuses a write before it has read the body, and leaves the checksum that ends a body
   * unread; its server then hangs up, and the client may lose the answer. So bodies are read before
   * S3Proxy is asked. It has no door to its server.
   */
  private static void wholeBodiesFirst(S3Proxy proxy) throws ReflectiveOperationException {
    Field server = S3Proxy.class.getDeclaredField("server");
    server.setAccessible(true);
    ((Server) server.get(proxy))
        .insertHandler(
            new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(BODY_MAX, 0, false)));
  }

  private static BlobStore open(Optional<Path> directory) {
    if (directory.isEmpty()) {
      return new TransientNio2BlobStore();
    }
    try {
      Path objects = Files.createDirectories(directory.get()).toAbsolutePath();
      requireAttributes(objects);
      return new FilesystemNio2BlobStore(objects.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep objects in " + directory.get(), e);
    }
  }

  /** Content types and checksums live in extended attributes; without them they would be lost. */
  private static void requireAttributes(Path directory) throws IOException {
    Path probe = Files.createTempFile(directory, ".probe", "");
    try {
      Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class)
          .write("user.probe", ByteBuffer.wrap(new byte[] {1}));
    } catch (IOException | NullPointerException | UnsupportedOperationException e) {
      throw new DataDirectory.Unusable(
          "nằm trên hệ thống tệp không giữ được thuộc tính mở rộng của tệp: chuyển sang ổ đĩa khác",
          "lies on a file system without extended attributes, which objects need: move it",
          directory,
          e);
    } finally {
      Files.delete(probe);
    }
  }

  /**
   * What the buckets' rules allow and nothing more, so that a browser meets here what it meets in
   * AWS. S3Proxy has one set of rules for all buckets: the union of theirs.
   */
  private static CrossOriginResourceSharing cors(Collection<Template.Bucket> buckets) {
    List<String> origins = union(buckets, BucketCors::origins);
    if (origins.isEmpty()) {
      return CrossOriginResourceSharing.disabled();
    }
    return new CrossOriginResourceSharing(
        origins.stream().map(LocalS3::expression).toList(),
        union(buckets, BucketCors::methods),
        union(buckets, BucketCors::headers),
        union(buckets, BucketCors::exposed),
        "");
  }

  private static List<String> union(
      Collection<Template.Bucket> buckets, Function<BucketCors, List<String>> part) {
    return buckets.stream()
        .flatMap(bucket -> bucket.cors().stream())
        .flatMap(rule -> part.apply(rule).stream())
        .distinct()
        .toList();
  }

  /** S3Proxy takes origins for regular expressions, S3 takes them literally but for an asterisk. */
  private static String expression(String origin) {
    return origin.equals("*")
        ? origin
        : Arrays.stream(origin.split("[*]", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
  }

  /** Where it answers; buckets are the first part of the path. */
  public URI endpoint() {
    return endpoint;
  }

  /** A client of the local system: neither faults nor metering. */
  public S3Client client() {
    return client;
  }

  /** Stops the server. */
  @Override
  public void close() {
    client.close();
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3 did not stop", e);
    } finally {
      store.close();
    }
  }
}
