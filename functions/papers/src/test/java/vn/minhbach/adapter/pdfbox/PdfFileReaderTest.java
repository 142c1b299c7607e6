package vn.minhbach.adapter.pdfbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.adapter.pdfbox.Papers.Hand;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.DigitalSignature;
import vn.minhbach.core.assess.evidence.DigitalSignature.Chain;
import vn.minhbach.core.assess.evidence.DigitalSignature.Holder;
import vn.minhbach.core.assess.evidence.DigitalSignature.Integrity;
import vn.minhbach.core.assess.evidence.DigitalSignature.IssuedBy;
import vn.minhbach.core.assess.evidence.FileFacts;
import vn.minhbach.core.assess.evidence.FileFacts.Layer;
import vn.minhbach.core.assess.evidence.FileFacts.Unreadable;
import vn.minhbach.core.assess.evidence.KeptFiles;
import vn.minhbach.core.assess.evidence.SecretStamp;

class PdfFileReaderTest {

  private static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  private static final UnitCode UNIT = new UnitCode("SCT");

  private static final Hand GOVERNMENT =
      Hand.root(
          "CN=Cơ quan chứng thực số chuyên dùng Chính phủ (RootCA),O=Ban Cơ yếu Chính phủ,C=VN");
  private static final Hand OFFICIAL =
      GOVERNMENT.issues("UID=CCCD:001080001234,CN=Nguyễn Văn A,OU=Văn phòng,O=Sở Công Thương,C=VN");
  private static final Hand DEPARTMENT =
      GOVERNMENT.issues("UID=MST:5700100000,CN=Sở Công Thương,O=UBND tỉnh Quảng Ninh,C=VN");
  private static final Hand NATIONAL =
      Hand.root("CN=MIC National Root CA,O=Ministry of Information and Communications,C=VN");
  private static final Hand PUBLIC = NATIONAL.issues("CN=VNPT-CA,O=VNPT Group,C=VN");
  private static final Hand COMPANY = PUBLIC.issues("CN=Công ty B,O=Công ty B,C=VN");
  private static final Hand OWN = Hand.root("CN=Trần Thị C,C=VN");

  @TempDir static Path folder;
  private static int files;

  @Test
  void pagesAreTextOrScanOrBoth() throws IOException {
    FileFacts text = facts(Papers.text("Báo cáo\nsố liệu", "Phụ lục"));
    assertEquals(
        new FileFacts(
            Optional.empty(), 2, 2, Optional.of(Layer.TEXT), 0, List.of(), Optional.empty()),
        text);
    FileFacts scan = facts(Papers.scan(1, 2_000));
    assertEquals(Optional.of(Layer.SCAN), scan.layer());
    assertEquals(1, scan.pages());
    FileFacts mixed = facts(Papers.mixed());
    assertEquals(Optional.of(Layer.MIXED), mixed.layer());
    assertEquals(3, mixed.pages());
    assertEquals(3, mixed.pagesRead());
  }

  @Test
  void attachedFilesAreCounted() throws IOException {
    assertEquals(
        2, facts(Papers.withFiles(Papers.text("a"), "phu-luc.xlsx", "anh.png")).attachments());
  }

  @Test
  void personAndOrganisationOfTheGovernmentsAuthorityAreToldApart() throws Exception {
    byte[] once = Papers.signed(Papers.text("Tờ trình"), OFFICIAL);
    DigitalSignature alone = facts(once).signatures().getFirst();
    assertEquals(
        new DigitalSignature(
            Optional.of("Nguyễn Văn A"),
            Holder.PERSON,
            Optional.of("Sở Công Thương"),
            Optional.of("Cơ quan chứng thực số chuyên dùng Chính phủ (RootCA)"),
            IssuedBy.GOVERNMENT,
            alone.statedAt(),
            Integrity.INTACT,
            0,
            Chain.NOT_CHECKED),
        alone);
    assertTrue(alone.statedAt().isPresent());

    byte[] twice = Papers.signed(once, DEPARTMENT);
    List<DigitalSignature> both =
        reader(Optional.of(NATIONAL.pem() + GOVERNMENT.pem())).facts(file(twice)).signatures();
    assertEquals(
        List.of(Holder.PERSON, Holder.ORGANISATION),
        both.stream().map(DigitalSignature::holder).toList());
    assertEquals(
        List.of(Integrity.INTACT, Integrity.INTACT),
        both.stream().map(DigitalSignature::integrity).toList());
    assertEquals(
        List.of((long) twice.length - once.length, 0L),
        both.stream().map(DigitalSignature::bytesAfter).toList());
    assertEquals(
        List.of(Chain.VERIFIED, Chain.VERIFIED),
        both.stream().map(DigitalSignature::chain).toList());
    assertFalse(both.toString().contains("001080001234"), "no number of a card is kept");
  }

  @Test
  void publicAndOwnCertificatesSayWhatTheyAre() throws Exception {
    byte[] pdf = Papers.signed(Papers.signed(Papers.text("Hợp đồng"), COMPANY), OWN);
    List<DigitalSignature> both =
        reader(Optional.of(GOVERNMENT.pem())).facts(file(pdf)).signatures();
    assertEquals(
        List.of(IssuedBy.PUBLIC, IssuedBy.ITSELF),
        both.stream().map(DigitalSignature::issuedBy).toList());
    assertEquals(
        List.of(Holder.ORGANISATION, Holder.UNKNOWN),
        both.stream().map(DigitalSignature::holder).toList());
    assertEquals(
        List.of(Chain.NOT_VERIFIED, Chain.NOT_VERIFIED),
        both.stream().map(DigitalSignature::chain).toList());
  }

  @Test
  void whatWasChangedAfterSigningIsToldFromWhatWasAppended() throws IOException {
    byte[] signed = Papers.signed(Papers.text("Quyết định"), OFFICIAL);
    assertEquals(
        Integrity.BROKEN, facts(Papers.altered(signed)).signatures().getFirst().integrity());

    byte[] appended = Papers.appended(signed);
    DigitalSignature before = facts(appended).signatures().getFirst();
    assertEquals(Integrity.INTACT, before.integrity());
    assertEquals(appended.length - signed.length, before.bytesAfter());
    assertTrue(before.bytesAfter() > 0);
  }

  /** Bytes that lie in the gap beside the signature are signed by nobody. */
  @Test
  void aGapThatIsWiderThanTheSignatureIsNoSignature() throws IOException {
    byte[] signed = Papers.signed(Papers.text("Quyết định"), OFFICIAL);
    String text = new String(signed, StandardCharsets.ISO_8859_1);
    int contents = text.indexOf("/Contents <") + "/Contents ".length();
    int end = text.indexOf('>', contents);
    byte[] other = signed.clone();
    byte[] beside = "00>/X<00>".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(beside, 0, other, end + 1 - beside.length, beside.length);
    assertEquals(Integrity.INTACT, facts(signed).signatures().getFirst().integrity());
    assertEquals(Integrity.BROKEN, facts(other).signatures().getFirst().integrity());
    byte[] none = signed.clone();
    Arrays.fill(none, contents + 1, end, (byte) '7');
    assertEquals(
        Integrity.NOT_CHECKED,
        facts(none).signatures().getFirst().integrity(),
        "what is no signature at all");
  }

  @Test
  void whatCannotBeReadSaysWhy() throws IOException {
    byte[] text = Papers.text("Báo cáo");
    assertEquals(FileFacts.of(Unreadable.ENCRYPTED), facts(Papers.locked(text, "mật khẩu")));
    assertEquals(
        Optional.of(Layer.TEXT),
        facts(Papers.locked(text, "")).layer(),
        "an owner's lock stops nobody from reading");
    assertEquals(
        FileFacts.of(Unreadable.BROKEN), facts("%PDF-1.7\nrác".getBytes(StandardCharsets.UTF_8)));
    assertEquals(FileFacts.of(Unreadable.TOO_LARGE), facts(Papers.bomb(64)));
    Clock hurried = new Hurried();
    assertEquals(
        FileFacts.of(Unreadable.TOO_SLOW), new PdfFileReader(nothing(), hurried).facts(file(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "'UBND TỈNH\tMẬT', SECRET",
    "'Số: 12/BC-SCT\nTUYỆT MẬT\nBÁO CÁO', UTMOST_SECRET",
    "'MẬT\nTỐI MẬT', TOP_SECRET",
    "'Hệ thống bảo đảm BẢO MẬT\nBẢO MẬT\nĐộ mật: MẬT', "
  })
  void aStampIsALineOfItsOwn(String page, SecretStamp stamp) throws IOException {
    assertEquals(Optional.ofNullable(stamp), facts(Papers.text("Bìa", page)).stamp());
  }

  @Test
  void aStampIsLookedForOnTheFirstPages() throws IOException {
    assertEquals(Optional.empty(), facts(Papers.text("1", "2", "3", "MẬT")).stamp());
  }

  @Test
  void rootsThatAreNoneStopTheStart() {
    assertThrows(IllegalArgumentException.class, () -> Roots.of("-----BEGIN nothing"));
    assertThrows(IllegalArgumentException.class, () -> Roots.of("Ban Cơ yếu Chính phủ"));
    Roots.of("# none");
  }

  @Test
  void whatIsReadOfTheVaultIsNoLongerThanTheLimitAndLeavesNoCopy() throws IOException {
    byte[] text = Papers.text("Báo cáo");
    var asked = new ArrayList<String>();
    KeptFiles kept =
        (campaign, unit, sha256, type, most, to) -> {
          asked.add(campaign + "/" + unit + "/" + sha256 + " " + type);
          if (sha256.startsWith("a")) {
            to.take(Arrays.copyOf(text, text.length + 9), text.length);
            return OptionalLong.of(text.length);
          }
          return sha256.startsWith("b") ? OptionalLong.of(most + 1) : OptionalLong.empty();
        };
    var reader = new PdfFileReader(kept, Clock.systemUTC());
    assertEquals(Optional.of(Layer.TEXT), reader.read(CAMPAIGN, UNIT, "a").orElseThrow().layer());
    assertEquals(Optional.of(FileFacts.of(Unreadable.TOO_LARGE)), reader.read(CAMPAIGN, UNIT, "b"));
    assertEquals(Optional.empty(), reader.read(CAMPAIGN, UNIT, "c"));
    assertEquals("131-2020/SCT/a application/pdf", asked.getFirst());
  }

  /** The largest file that a campaign takes, signed, in a heap that could not hold it. */
  @Test
  void aLargestFileIsReadInAHeapThatDoesNotHoldIt() throws Exception {
    byte[] scan = Papers.scan(4, 5 << 20);
    Path large = file(Papers.signed(scan, OFFICIAL));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                large.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertTrue(process.waitFor(180, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    List<String> told = Files.readAllLines(out);
    assertTrue(Files.size(large) > 20 << 20);
    assertTrue(told.contains("FACTS 4 SCAN INTACT"), told::toString);
    assertTrue(told.contains("WHOLE does not fit"), told::toString);
  }

  private static FileFacts facts(byte[] pdf) throws IOException {
    return reader(Optional.empty()).facts(file(pdf));
  }

  private static PdfFileReader reader(Optional<String> roots) {
    return new PdfFileReader(
        nothing(), roots.map(Roots::of).orElseGet(Roots::shipped), Clock.systemUTC());
  }

  private static KeptFiles nothing() {
    return (campaign, unit, sha256, type, most, to) -> OptionalLong.empty();
  }

  private static Path file(byte[] pdf) throws IOException {
    return Files.write(folder.resolve(++files + ".pdf"), pdf);
  }

  /** Each look at it is half a minute later. */
  private static final class Hurried extends Clock {

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    @Override
    public Instant instant() {
      now = now.plusSeconds(30);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
