package vn.minhbach.local.dynamodb.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;

/** All operations that are served, by name; those that are not have a name too. */
public final class Operations {

  private static final String TABLES = "DynamoDB_20120810";
  private static final String STREAMS = "DynamoDBStreams_20120810";

  /** Left out on purpose. */
  private static final List<String> LEFT_OUT =
      List.of(
          "ExecuteStatement",
          "ExecuteTransaction",
          "BatchExecuteStatement",
          "TagResource",
          "UntagResource",
          "ListTagsOfResource",
          "CreateBackup",
          "DescribeBackup",
          "DeleteBackup",
          "ListBackups",
          "RestoreTableFromBackup",
          "RestoreTableToPointInTime",
          "DescribeContinuousBackups",
          "UpdateContinuousBackups",
          "CreateGlobalTable",
          "DescribeGlobalTable",
          "ListGlobalTables",
          "UpdateGlobalTable",
          "DescribeGlobalTableSettings",
          "UpdateGlobalTableSettings",
          "DescribeTableReplicaAutoScaling",
          "UpdateTableReplicaAutoScaling",
          "DescribeLimits",
          "DescribeEndpoints",
          "DescribeContributorInsights",
          "UpdateContributorInsights",
          "ListContributorInsights",
          "DescribeExport",
          "ExportTableToPointInTime",
          "ListExports",
          "DescribeImport",
          "ImportTable",
          "ListImports",
          "DescribeKinesisStreamingDestination",
          "EnableKinesisStreamingDestination",
          "DisableKinesisStreamingDestination",
          "UpdateKinesisStreamingDestination",
          "GetResourcePolicy",
          "PutResourcePolicy",
          "DeleteResourcePolicy");

  private final Map<String, Operation> served = new HashMap<>();

  /** The operations on what an engine has. */
  public Operations(Engine engine) {
    Map<String, Operation> own = new HashMap<>();
    own.put("GetItem", new GetItem(engine));
    own.put("PutItem", new SingleWrite(engine, WriteRequest.Verb.PUT));
    own.put("UpdateItem", new SingleWrite(engine, WriteRequest.Verb.UPDATE));
    own.put("DeleteItem", new SingleWrite(engine, WriteRequest.Verb.DELETE));
    own.put("BatchGetItem", new BatchGetItem(engine));
    own.put("BatchWriteItem", new BatchWriteItem(engine));
    own.put("TransactGetItems", new TransactGetItems(engine));
    own.put("TransactWriteItems", new TransactWriteItems(engine));
    own.put("Query", new Query(engine));
    own.put("Scan", new Scan(engine));
    own.put("CreateTable", new CreateTable(engine));
    own.putAll(new TableOperations(engine).all());
    own.forEach((name, operation) -> served.put(TABLES + "." + name, operation));
    new StreamOperations(engine)
        .all()
        .forEach((name, operation) -> served.put(STREAMS + "." + name, operation));
  }

  /**
   * Executes a request.
   *
   * @param target as X-Amz-Target has it, null when there is none
   * @throws Refusal what is answered instead
   */
  public ObjectNode execute(String target, JsonNode request) {
    Operation operation = target == null ? null : served.get(target);
    if (operation != null) {
      return operation.execute(request);
    }
    String name = target == null ? "" : target.substring(target.indexOf('.') + 1);
    if (LEFT_OUT.contains(name)) {
      throw Refusal.unknownOperation("Not served by the local table: " + name);
    }
    throw Refusal.unknownOperation(
        name.isEmpty() ? "The request names no operation" : "There is no operation " + name);
  }
}
