package vn.minhbach.local.dynamodb.operation;

import java.time.Instant;
import java.time.InstantSource;
import vn.minhbach.local.dynamodb.Contention;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Store;

/**
 * What the operations work on.
 *
 * @param clock for tokens, stream records and times to live
 * @param region in the names of resources
 * @param contention whether other writers seem to be in the way
 */
public record Engine(Store store, InstantSource clock, String region, Contention contention) {

  private static final String ACCOUNT = "000000000000";

  Instant now() {
    return clock.instant();
  }

  /** The name of a table among all resources. */
  String arn(String table) {
    return "arn:aws:dynamodb:%s:%s:table/%s".formatted(region, ACCOUNT, table);
  }

  String streamArn(Table table) {
    return arn(table.name())
        + "/stream/"
        + table.definition().get("LatestStreamLabel").stringValue();
  }

  /**
   * The table whose name or ARN a request gives.
   *
   * @throws Refusal when there is none
   */
  Table table(String name) {
    return store.tables().get(name);
  }
}
