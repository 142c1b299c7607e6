package vn.minhbach.local.drill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import vn.minhbach.adapter.dynamodb.DynamoLedger;
import vn.minhbach.adapter.dynamodb.DynamoTable;
import vn.minhbach.adapter.jca.JcaTools;
import vn.minhbach.adapter.s3.S3Anchors;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.publish.bundle.Findings;
import vn.minhbach.core.publish.bundle.VerifyBundle;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.Template;

/**
 * Backup and restore, gone through: what a system holds is exported as AWS exports it (the table in
 * DynamoDB's own format, the buckets file by file), put into an empty system, and verified there:
 * every item and every object as it was, every ledger whole and as anchored, every bundle
 * recomputed. Keys stay behind, as they do in KMS: what was signed holds without them.
 */
public final class Drill {

  private static final int PAGE = 500;
  private static final String PUBLICATION = "publication";
  private static final Pattern HEAD = Pattern.compile("C#([^#]+)#U#([^#]+)");
  private static final Pattern BUNDLE = Pattern.compile("C/([^/]+)/.*bundle\\.zip");

  private final Path folder;
  private final PrintStream out;

  /** Does not hold; each line names what and where. */
  public static final class Failed extends RuntimeException {
    Failed(List<String> faults) {
      super(String.join("; ", faults.stream().limit(20).toList()));
    }
  }

  /**
   * What was put back and looked at.
   *
   * @param chains ledgers verified from their first entry to their last
   */
  public record Done(int items, int objects, int chains, int bundles) {}

  /**
   * A drill.
   *
   * @param folder where the export goes; nothing else may be there
   */
  public Drill(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** Exports a system, restores it into empty parts and verifies that. */
  public Done run(LocalSystem from) {
    Done written = export(from);
    out.printf(
        "Đã xuất %d mục, %d tệp vào %s | Exported %1$d items, %2$d objects to %3$s%n",
        written.items(), written.objects(), folder);
    try (EmptyParts empty = EmptyParts.start(from.template())) {
      Done done = restored(empty);
      out.printf(
          "Phục hồi vào hệ thống trống và khớp: %d mục, %d tệp, %d nhật ký điểm, %d gói công bố"
              + " | Restored into an empty system and the same: %1$d items, %2$d objects, %3$d"
              + " ledgers, %4$d bundles%n",
          done.items(), done.objects(), done.chains(), done.bundles());
      return done;
    }
  }

  /** Exports every table and bucket. */
  Done export(LocalSystem from) {
    int items = 0;
    for (Template.Table table : from.template().tables()) {
      items += export(table).write(from.dynamoDb().client(), table.name());
    }
    int objects = 0;
    for (Template.Bucket bucket : from.template().buckets()) {
      objects += copy(from.s3().client(), bucket);
    }
    return new Done(items, objects, 0, 0);
  }

  private TableExport export(Template.Table table) {
    return new TableExport(folder.resolve("AWSDynamoDB").resolve(table.id()));
  }

  private Path files(Template.Bucket bucket) {
    return folder.resolve("buckets").resolve(bucket.id());
  }

  private int copy(S3Client s3, Template.Bucket bucket) {
    int count = 0;
    for (S3Object object :
        s3.listObjectsV2Paginator(list -> list.bucket(bucket.name())).contents()) {
      Path file = files(bucket).resolve(object.key());
      var bytes = s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key(object.key()));
      try {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.asByteArrayUnsafe());
        Files.writeString(Path.of(file + ".type"), bytes.response().contentType());
      } catch (IOException unwritable) {
        throw new UncheckedIOException("cannot export to " + file, unwritable);
      }
      count++;
    }
    return count;
  }

  /** Puts an export into empty parts and verifies it there. */
  public Done restored(EmptyParts into) {
    List<String> faults = new ArrayList<>();
    for (Template.Table table : into.template().tables()) {
      if (into.dynamoDb().client().scan(scan -> scan.tableName(table.name()).limit(1)).count()
          > 0) {
        throw new Failed(List.of(table.id() + " is not empty"));
      }
      export(table).restore(into.dynamoDb().client(), table.name());
    }
    int objects = 0;
    for (Template.Bucket bucket : into.template().buckets()) {
      objects += put(into.s3().client(), bucket, faults);
    }
    int items = 0;
    int chains = 0;
    int bundles = 0;
    for (Template.Table table : into.template().tables()) {
      items += same(into, table, faults);
      chains += ledgers(into, table, faults);
    }
    bundles += bundles(into, faults);
    if (!faults.isEmpty()) {
      throw new Failed(faults);
    }
    return new Done(items, objects, chains, bundles);
  }

  private int put(S3Client s3, Template.Bucket bucket, List<String> faults) {
    if (Files.notExists(files(bucket))) {
      return 0;
    }
    try (var walk = Files.walk(files(bucket))) {
      List<Path> kept =
          walk.filter(Files::isRegularFile)
              .filter(file -> Files.exists(Path.of(file + ".type")))
              .toList();
      for (Path file : kept) {
        String key = files(bucket).relativize(file).toString();
        String type = Files.readString(Path.of(file + ".type"));
        byte[] content = Files.readAllBytes(file);
        s3.putObject(
            put -> put.bucket(bucket.name()).key(key).contentType(type),
            RequestBody.fromBytes(content));
        byte[] there =
            s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key(key)).asByteArrayUnsafe();
        if (!Arrays.equals(content, there)) {
          faults.add(bucket.id() + "/" + key + " is not what was exported");
        }
      }
      return kept.size();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + files(bucket), unreadable);
    }
  }

  private int same(EmptyParts into, Template.Table table, List<String> faults) {
    var exported = new TreeSet<String>();
    export(table).lines(exported::add);
    var there = new TreeSet<String>();
    into.dynamoDb()
        .client()
        .scanPaginator(scan -> scan.tableName(table.name()).consistentRead(true))
        .items()
        .forEach(item -> there.add(DynamoJson.line(item)));
    exported.stream()
        .filter(line -> !there.contains(line))
        .limit(10)
        .forEach(line -> faults.add(table.id() + " lacks " + line));
    return exported.size();
  }

  private int ledgers(EmptyParts into, Template.Table table, List<String> faults) {
    Ledger ledger =
        new DynamoLedger(
            new DynamoTable(
                into.dynamoDb().client(), table.name(), Clock.systemUTC(), () -> "", _ -> {}));
    var campaigns = new TreeMap<CampaignId, List<ChainId>>();
    export(table)
        .lines(line -> {
          var item = DynamoJson.item(line);
          Matcher head = HEAD.matcher(item.get("PK").s());
          if (head.matches() && item.get("SK").s().equals("HEAD")) {
            var campaign = new CampaignId(head.group(1));
            campaigns
                .computeIfAbsent(campaign, id -> new ArrayList<>(List.of(ChainId.of(id))))
                .add(ChainId.of(campaign, new UnitCode(head.group(2))));
          }
        });
    int verified = 0;
    for (Map.Entry<CampaignId, List<ChainId>> campaign : campaigns.entrySet()) {
      SortedMap<String, ChainTip> anchored = anchors(into).find(campaign.getKey(), PUBLICATION);
      for (ChainId chain : campaign.getValue()) {
        verify(chain, ledger, Optional.ofNullable(anchored.get(chain.toString())), faults);
        verified++;
      }
    }
    return verified;
  }

  private static void verify(
      ChainId chain, Ledger ledger, Optional<ChainTip> anchor, List<String> faults) {
    List<Entry> entries = new ArrayList<>();
    for (List<Entry> page = ledger.entries(chain, 0, PAGE);
        !page.isEmpty();
        page = ledger.entries(chain, entries.getLast().seq(), PAGE)) {
      entries.addAll(page);
    }
    if (entries.isEmpty()) {
      faults.add(chain + " is gone");
      return;
    }
    Entry last = entries.getLast();
    Verification.faults(entries, new ChainTip(last.seq(), last.hash()))
        .forEach(fault -> faults.add(chain + " " + fault.seq() + ": " + fault.what()));
    anchor.ifPresent(tip -> {
      List<Entry> until = entries.stream().filter(entry -> entry.seq() <= tip.seq()).toList();
      Verification.faults(until, tip)
          .forEach(fault -> faults.add(chain + " as anchored: " + fault.what()));
    });
  }

  private static S3Anchors anchors(EmptyParts into) {
    return new S3Anchors(into.s3().client(), publish(into));
  }

  private static String publish(EmptyParts into) {
    return into.template().buckets().stream()
        .filter(bucket -> bucket.id().equals("PublishBucket"))
        .map(Template.Bucket::name)
        .findFirst()
        .orElseThrow();
  }

  private static int bundles(EmptyParts into, List<String> faults) {
    S3Client s3 = into.s3().client();
    int verified = 0;
    for (S3Object object :
        s3.listObjectsV2Paginator(list -> list.bucket(publish(into)).prefix("C/")).contents()) {
      if (BUNDLE.matcher(object.key()).matches()) {
        byte[] zip =
            s3.getObjectAsBytes(get -> get.bucket(publish(into)).key(object.key()))
                .asByteArrayUnsafe();
        Findings findings =
            new VerifyBundle(new JcaTools()).verify(unzipped(zip), Optional.empty());
        findings.faults().forEach(fault -> faults.add(object.key() + ": " + fault));
        verified++;
      }
    }
    return verified;
  }

  private static List<VerifyBundle.Named> unzipped(byte[] zip) {
    var files = new ArrayList<VerifyBundle.Named>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.add(new VerifyBundle.Named(entry.getName(), Optional.of(in.readAllBytes())));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("no zip", broken);
    }
    return files;
  }
}
