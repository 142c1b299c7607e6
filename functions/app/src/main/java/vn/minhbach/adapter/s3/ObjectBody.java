package vn.minhbach.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The bytes of one object as the body of another: they go through in pieces and are held nowhere.
 * Each attempt of the SDK reads them anew, from the very object that the tag names.
 */
final class ObjectBody implements ContentStreamProvider, AutoCloseable {

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final String tag;
  private InputStream open = InputStream.nullInputStream();

  /**
   * Reads nothing yet.
   *
   * @param tag ETag that the object must still have
   */
  ObjectBody(S3Client s3, String bucket, String key, String tag) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.tag = tag;
  }

  /**
   * {@inheritDoc}
   *
   * @throws software.amazon.awssdk.services.s3.model.S3Exception with 404 when the object is gone,
   *     with 412 when it is another one now
   */
  @Override
  public InputStream newStream() {
    close();
    open = s3.getObject(get -> get.bucket(bucket).key(key).ifMatch(tag));
    return open;
  }

  @Override
  public void close() {
    try {
      open.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
