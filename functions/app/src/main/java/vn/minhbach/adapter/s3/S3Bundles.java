package vn.minhbach.adapter.s3;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import vn.minhbach.core.publish.bundle.Bag;
import vn.minhbach.core.publish.bundle.Bundles;

/** Bundles and their pieces as objects {@code C/<campaign>/<issue>/…} of the publish bucket. */
public final class S3Bundles implements Bundles {

  private static final Duration OPEN_LIFE = Duration.ofMinutes(5);

  /** The same files give the same zip. */
  private static final LocalDateTime STAMP = LocalDateTime.of(2020, 1, 1, 0, 0);

  private final PublishBucket bucket;
  private final Supplier<S3Presigner> presigner;

  /**
   * The bucket.
   *
   * @param presigner asked for when a link is: whoever builds needs none
   */
  public S3Bundles(Supplier<S3Client> s3, Supplier<S3Presigner> presigner, String bucket) {
    this.bucket = new PublishBucket(s3, bucket);
    this.presigner = presigner;
  }

  @Override
  public boolean exists(Issue issue, String name) {
    return bucket.exists(key(issue, name));
  }

  @Override
  public Optional<byte[]> find(Issue issue, String name) {
    return bucket.content(key(issue, name));
  }

  @Override
  public void keep(Issue issue, String name, byte[] content) {
    bucket.put(key(issue, name), "application/octet-stream", content);
  }

  @Override
  public void keep(Issue issue, String name, Bag bag) {
    bucket.put(
        key(issue, name),
        "application/zip",
        zipped(issue.campaign() + "-" + issue.number() + "/", bag));
  }

  @Override
  public Optional<Bag> bag(Issue issue, String name) {
    return find(issue, name).map(S3Bundles::unzipped);
  }

  @Override
  public URI link(Issue issue, String name) {
    return PresignedPut.uri(
        presigner
            .get()
            .presignGetObject(sign ->
                sign.signatureDuration(OPEN_LIFE)
                    .getObjectRequest(get ->
                        get.bucket(bucket.name())
                            .key(key(issue, name))
                            .responseContentType("application/zip")
                            .responseContentDisposition(
                                "attachment; filename=\"minhbach-%s-%d.zip\""
                                    .formatted(issue.campaign(), issue.number()))))
            .url());
  }

  private static String key(Issue issue, String name) {
    return "C/" + issue.campaign() + "/" + issue.number() + "/" + name;
  }

  static byte[] zipped(String directory, Bag bag) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : bag.files().entrySet()) {
        var entry = new ZipEntry(directory + file.getKey());
        entry.setTimeLocal(STAMP);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Bag unzipped(byte[] content) {
    var files = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), zip.readAllBytes());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Bag(files);
  }
}
