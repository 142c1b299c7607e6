package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.local.whole.Http.Answer;

/** What is too large for a request: granted, put, and read in the place of a body. */
@Tag("system")
@Timeout(180)
class BulkUploadTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final Described DESCRIBED = new Described();
  private static final byte[] UNITS = Province.CSV.getBytes(StandardCharsets.UTF_8);

  private static Province province;

  @BeforeAll
  static void prepare() {
    Http http = SYSTEM.http();
    http.listener(DESCRIBED);
    province = Province.empty(http, "uploads");
  }

  @AfterAll
  static void everyAnswerWasAsDescribed() {
    assertEquals(Set.of(), DESCRIBED.faults());
  }

  private static String type(Answer answer) {
    return answer.at("/type").replace("urn:minhbach:problem:", "");
  }

  @Test
  void unitsAndCriteriaComeInByUpload() {
    String units = BulkUpload.through(province, "text/csv", UNITS);
    province.as("office", "PUT", "/units?" + units).expect(200);
    byte[] set = Province.criteria(3).getBytes(StandardCharsets.UTF_8);
    String criteria = BulkUpload.through(province, "application/json", set);
    province.as("office", "PUT", "/criteria/3?" + criteria).expect(200);
    // The same file again is the same upload: S3 has it, and the import writes nothing.
    String etag = province.as("office", "GET", "").expect(200).etag();
    assertEquals(units, BulkUpload.through(province, "text/csv", UNITS));
    assertEquals(etag, province.as("office", "PUT", "/units?" + units).expect(200).etag());
  }

  @Test
  void largeWorkbookComesInByUpload() {
    byte[] picture = new byte[3 << 20];
    new Random(1).nextBytes(picture);
    byte[] book =
        Workbooks.edited(
            Workbooks.of(
                "Đơn vị",
                List.of(
                    List.of("code", "group", "kind", "name", "parent_code"),
                    List.of("SNV", 1, "department", "Sở Nội vụ", ""))),
            edit ->
                edit.addPicture(picture, org.apache.poi.ss.usermodel.Workbook.PICTURE_TYPE_PNG));
    province.as("office", "POST", "/units/workbook").bytes(Workbooks.XLSX, book).expect(413);
    String upload = BulkUpload.through(province, Workbooks.XLSX, book);
    assertEquals(
        "code,group,kind,name,parent_code\nSNV,1,department,Sở Nội vụ,\n",
        province.as("office", "POST", "/units/workbook?" + upload).expect(200).text());
  }

  @Test
  void grantFixesTheFile() {
    byte[] file = "unit,criterion,inputs\n".getBytes(StandardCharsets.UTF_8);
    JsonNode grant = BulkUpload.granted(province, "text/csv", file);
    byte[] other = "unit,criterion,INPUTS\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(400, Upload.put(grant, other).status());
    byte[] longer = "unit,criterion,inputs\n1".getBytes(StandardCharsets.UTF_8);
    assertEquals(403, Upload.put(grant, longer).status());
    JsonNode upload = grant.get("upload");
    var plain =
        HttpRequest.newBuilder(URI.create(upload.get("url").asString()))
            .header("content-type", "text/html")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
    assertEquals(403, Http.raw(plain).status());
    assertEquals(200, Upload.put(grant, file).status());
    assertEquals(412, Upload.put(grant, file).status());
  }

  @Test
  void whatIsNotThereIsSaid() {
    byte[] file = "a,b\n".getBytes(StandardCharsets.UTF_8);
    String granted = BulkUpload.granted(province, "text/csv", file).get("uploadId").asString();
    for (String id : List.of(granted, "0".repeat(64), "../papers/x", "%00")) {
      Answer answer = province.as("office", "PUT", "/units?upload=" + id).expect(404);
      assertEquals("unknown-upload", type(answer));
    }
  }

  @Test
  void uploadBelongsToItsCampaign() {
    byte[] file = (Province.CSV + "SNV,1,department,Sở Nội vụ,\n").getBytes(StandardCharsets.UTF_8);
    String upload = BulkUpload.through(province, "text/csv", file);
    Province other = Province.empty(province.http, "uploads-other");
    assertEquals("unknown-upload", type(other.as("office", "PUT", "/units?" + upload).expect(404)));
  }

  @Test
  void bodyAndUploadTogetherAreRefused() {
    String upload = BulkUpload.through(province, "text/csv", UNITS);
    assertEquals(
        "body-or-upload",
        type(province.as("office", "PUT", "/units?" + upload).csv("a\n").expect(400)));
    // Its own type counts, whatever the request says.
    assertEquals(
        "unsupported-content-type",
        type(
            province
                .as("office", "PUT", "/criteria/3?" + upload)
                .header("Content-Type", "application/json")
                .expect(415)));
    // Where no upload is taken, the body is missing as ever.
    province.as("office", "PUT", "/holidays?" + upload).csv("").expect(400);
  }

  @Test
  void declarationIsRead() {
    Map<String, Object> declared = new LinkedHashMap<>(BulkUpload.declared("text/csv", UNITS));
    declared.put("sizeBytes", (20 << 20) + 1);
    assertEquals(
        "upload-too-large",
        type(province.as("office", "POST", "/uploads").json(declared).expect(413)));
    declared.put("sizeBytes", 0);
    declared.put("contentType", "application/x-msdownload");
    declared.put("sha256", Sha256.hex(UNITS).toUpperCase(java.util.Locale.ROOT));
    declared.put("fileName", "../a.csv");
    JsonNode told = province.as("office", "POST", "/uploads").json(declared).expect(400).json();
    assertEquals(4, told.get("errors").size(), told::toString);
    province.as("unit-" + Province.COMMUNE, "POST", "/uploads").json(declared).expect(403);
  }

  /** The evidence lane hears of every object in quarantine; of these it takes no notice. */
  @Test
  void uploadIsNoStray() throws InterruptedException {
    BulkUpload.through(province, "text/csv", "x,y\n".getBytes(StandardCharsets.UTF_8));
    assertTrue(SYSTEM.get().awaitQuiet(Duration.ofSeconds(30)));
    JsonNode strays = province.as("office", "GET", "/evidence-strays").expect(200).json();
    assertEquals(0, strays.get("items").size(), strays::toString);
    assertFalse(new Stored(SYSTEM.get()).about("uploads").toString().contains("_uploads"), "noted");
  }
}
