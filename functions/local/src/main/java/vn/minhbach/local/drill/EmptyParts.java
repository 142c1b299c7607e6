package vn.minhbach.local.drill;

import java.util.Optional;
import vn.minhbach.local.LocalDynamoDb;
import vn.minhbach.local.LocalS3;
import vn.minhbach.local.Template;

/**
 * Table and buckets of a template with nothing in them, and no function beside: what is put back is
 * looked at before anything works on it.
 */
public record EmptyParts(Template template, LocalDynamoDb dynamoDb, LocalS3 s3)
    implements AutoCloseable {

  /** In memory, at any free ports. */
  public static EmptyParts start(Template template) {
    LocalDynamoDb dynamoDb = LocalDynamoDb.start(0, Optional.empty());
    template.tables().forEach(dynamoDb::createIfMissing);
    return new EmptyParts(
        template, dynamoDb, LocalS3.start(0, Optional.empty(), template.buckets(), _ -> {}));
  }

  @Override
  public void close() {
    s3.close();
    dynamoDb.close();
  }
}
