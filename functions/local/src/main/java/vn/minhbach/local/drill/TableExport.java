package vn.minhbach.local.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table as DynamoDB exports it to S3 (format DYNAMODB_JSON): data files of one item a line,
 * compressed, and the two manifests that name and count them.
 */
final class TableExport {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ITEMS_A_FILE = 20_000;
  private static final int ITEMS_A_BATCH = 25;

  private final Path folder;

  /**
   * An export.
   *
   * @param folder where it is, or will be: {@code AWSDynamoDB/<id of the export>}
   */
  TableExport(Path folder) {
    this.folder = folder;
  }

  /** Exports every item; answers how many. */
  int write(DynamoDbClient client, String table) {
    try {
      Files.createDirectories(folder.resolve("data"));
      Iterator<Map<String, AttributeValue>> items =
          client
              .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
              .items()
              .iterator();
      List<String> files = new ArrayList<>();
      int all = 0;
      while (items.hasNext()) {
        Path file = folder.resolve("data").resolve("%05d.json.gz".formatted(files.size()));
        int count = 0;
        try (Writer out =
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
          for (; items.hasNext() && count < ITEMS_A_FILE; count++) {
            out.write(DynamoJson.line(items.next()) + "\n");
          }
        }
        String key = folder.getParent().relativize(file).toString();
        files.add(
            JSON.writeValueAsString(
                Map.of("itemCount", count, "dataFileS3Key", "AWSDynamoDB/" + key)));
        all += count;
      }
      Files.write(folder.resolve("manifest-files.json"), files);
      Files.writeString(
          folder.resolve("manifest-summary.json"),
          JSON.writeValueAsString(
              Map.of(
                  "version",
                  "2023-08-01",
                  "tableArn",
                  "arn:aws:dynamodb:ap-southeast-1:000000000000:table/" + table,
                  "itemCount",
                  all,
                  "outputFormat",
                  "DYNAMODB_JSON")));
      return all;
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot export to " + folder, unwritable);
    }
  }

  /**
   * Reads every line that the manifests name.
   *
   * @throws IllegalStateException when there are more or fewer than they count
   */
  void lines(Consumer<String> use) {
    try {
      int all = 0;
      for (String named : Files.readAllLines(folder.resolve("manifest-files.json"))) {
        JsonNode file = JSON.readTree(named);
        Path data = folder.getParent().getParent().resolve(file.get("dataFileS3Key").asString());
        int count = 0;
        try (var in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(data)), StandardCharsets.UTF_8))) {
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            use.accept(line);
            count++;
          }
        }
        if (count != file.get("itemCount").asInt()) {
          throw new IllegalStateException(data + " has " + count + " items, not as its manifest");
        }
        all += count;
      }
      JsonNode summary = JSON.readTree(folder.resolve("manifest-summary.json"));
      if (summary.get("itemCount").asInt() != all) {
        throw new IllegalStateException(folder + " has " + all + " items, not as its manifest");
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the export " + folder, unreadable);
    }
  }

  /** Puts every item of the export into a table. */
  void restore(DynamoDbClient client, String table) {
    List<WriteRequest> batch = new ArrayList<>();
    lines(line -> {
      batch.add(WriteRequest.builder().putRequest(put -> put.item(DynamoJson.item(line))).build());
      if (batch.size() == ITEMS_A_BATCH) {
        write(client, table, batch);
      }
    });
    write(client, table, batch);
  }

  private static void write(DynamoDbClient client, String table, List<WriteRequest> batch) {
    Map<String, List<WriteRequest>> open = Map.of(table, List.copyOf(batch));
    while (!open.values().stream().allMatch(List::isEmpty)) {
      Map<String, List<WriteRequest>> asked = open;
      open = client.batchWriteItem(write -> write.requestItems(asked)).unprocessedItems();
    }
    batch.clear();
  }
}
