package vn.minhbach.core.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhbach.adapter.poi.DocxWriter;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaign.Authority;

/** What decree 30/2020/NĐ-CP, annex I, asks of a paper, read from the XML that Word opens. */
class PaperLayoutTest {

  private static final Map<PaperKind, Map<String, String>> FILES = new HashMap<>();

  // Twentieths of a point in a millimetre.
  private static final double MILLIMETRE = 1440 / 25.4;

  /** The parts of a paper's file, by name. */
  private static Map<String, String> file(PaperKind kind) {
    return FILES.computeIfAbsent(kind, one -> unzipped(one, Drafted.all().get(one)));
  }

  private static Map<String, String> unzipped(PaperKind kind, Paper paper) {
    byte[] docx = new DocxWriter().write(paper);
    var parts = new HashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      // Where somebody can look at it.
      Path folder = Files.createDirectories(Path.of("target/papers"));
      Files.write(folder.resolve(kind.label() + ".docx"), docx);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    return parts;
  }

  private static String document(PaperKind kind) {
    return file(kind).get("word/document.xml");
  }

  private static String text(PaperKind kind) {
    return document(kind)
        .replaceAll("</w:p>|<w:br/>", "\n")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
        .strip();
  }

  private static Set<String> all(String xml, String pattern) {
    return Pattern.compile(pattern)
        .matcher(xml)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void between(double low, double high, String xml, String pattern) {
    Set<String> found = all(xml, pattern);
    assertFalse(found.isEmpty(), pattern);
    found.forEach(value -> {
      double length = Integer.parseInt(value) / MILLIMETRE;
      assertTrue(length >= low && length <= high, () -> pattern + " is " + length + " mm");
    });
  }

  @ParameterizedTest
  @EnumSource
  void sheetsAreA4WithTheMarginsOfTheDecree(PaperKind kind) {
    boolean wide = kind == PaperKind.RANKING_ANNEX;
    String xml = document(kind);
    assertEquals(Set.of(wide ? "16838" : "11906"), all(xml, "<w:pgSz[^>]* w:w=\"(\\d+)\""));
    assertEquals(Set.of(wide ? "11906" : "16838"), all(xml, "<w:pgSz[^>]* w:h=\"(\\d+)\""));
    between(20, 25, xml, "<w:pgMar[^>]* w:top=\"(\\d+)\"");
    between(20, 25, xml, "<w:pgMar[^>]* w:bottom=\"(\\d+)\"");
    between(30, 35, xml, "<w:pgMar[^>]* w:left=\"(\\d+)\"");
    between(15, 20, xml, "<w:pgMar[^>]* w:right=\"(\\d+)\"");
  }

  @ParameterizedTest
  @EnumSource
  void theFaceIsTimesAndTheTextIsThirteenOrFourteenPoints(PaperKind kind) {
    String styles = file(kind).get("word/styles.xml");
    assertEquals(
        Set.of("Times New Roman"), all(styles, "w:(?:ascii|hAnsi|cs|eastAsia)=\"([^\"]*)\""));
    assertEquals(Set.of("28"), all(styles, "<w:sz w:val=\"(\\d+)\""));
    assertFalse(document(kind).contains("w:rFonts"), "one face for all");
    // Half points; what is not in a box without lines is the text itself.
    String text =
        document(kind).replaceAll("(?s)<w:tbl>(?:(?!</w:tbl>|w:tblBorders).)*</w:tbl>", "");
    var sizes = new TreeSet<String>();
    Pattern.compile("<w:sz w:val=\"(\\d+)\"/>(?:(?!</w:r>).)*<w:t[^>]*>[^<]+<")
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(sizes::add);
    assertTrue(Set.of("26", "28").containsAll(sizes) && !sizes.isEmpty(), sizes::toString);
  }

  @ParameterizedTest
  @EnumSource
  void theNumberOfAPageStandsInTheMiddleOnTopFromTheSecondOn(PaperKind kind) {
    String xml = document(kind);
    int sheets = xml.split("<w:sectPr", -1).length - 1;
    assertEquals(kind == PaperKind.RANKING_ANNEX ? 3 : 1, sheets);
    assertEquals(sheets, xml.split("<w:titlePg/>", -1).length - 1, "none on the first page");
    assertEquals(sheets, xml.split("w:headerReference w:type=\"default\"", -1).length - 1);
    assertEquals(sheets, xml.split("<w:pgNumType w:start=\"1\"/>", -1).length - 1);
    assertFalse(xml.contains("w:type=\"first\""));
    assertFalse(xml.contains("footerReference"));
    String header = file(kind).get("word/header1.xml");
    assertTrue(header.contains("<w:jc w:val=\"center\"/>"), header);
    assertTrue(header.contains("w:instr=\" PAGE \""), header);
    assertEquals(Set.of("26"), all(header, "<w:sz w:val=\"(\\d+)\""));
  }

  /** The page's number is the one field there is. */
  @ParameterizedTest
  @EnumSource
  void nothingIsComputedAndNothingRuns(PaperKind kind) {
    assertEquals(
        Set.of(),
        file(kind).keySet().stream()
            .filter(name -> name.matches("(?i).*(vba|macro|activex|embeddings|oleobject).*"))
            .collect(Collectors.toSet()));
    String xml = document(kind);
    for (String what : List.of("fldSimple", "instrText", "w:object", "oMath", "hyperlink")) {
      assertFalse(xml.contains(what), what);
    }
    assertFalse(file(kind).values().stream().anyMatch(part -> part.contains("TargetMode")));
  }

  @ParameterizedTest
  @EnumSource
  void vietnameseIsWhole(PaperKind kind) {
    String text = text(kind);
    assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC));
    assertTrue(text.toLowerCase().contains("mức độ chính quyền điện tử"), text);
    assertFalse(text.contains("?") || text.contains("\ufffd"), text);
  }

  @ParameterizedTest
  @EnumSource(names = "RANKING_ANNEX", mode = EnumSource.Mode.EXCLUDE)
  void stateAgencyNumberAndRecipientsStandWhereTheyBelong(PaperKind kind) {
    String text = text(kind);
    assertTrue(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"));
    assertTrue(
        text.startsWith(
            switch (kind) {
              case DRAFT_DECISION, TEAM_DECISION -> "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NINH\n";
              case SESSION_MINUTES -> "UBND TỈNH QUẢNG NINH\nTỔ THẨM ĐỊNH\n";
              default -> "UBND TỈNH QUẢNG NINH\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG\n";
            }),
        text);
    assertTrue(text.contains("\nSố: ……/"), text);
    assertTrue(text.contains("\nQuảng Ninh, ngày …… tháng …… năm 2021\n"), text);
    int recipients = text.indexOf("Nơi nhận:\n- ");
    assertTrue(recipients > 0 && text.indexOf("\n- Lưu: VT, ", recipients) > 0, text);
  }

  @Test
  void theAnnexSaysToWhatItBelongsAndBearsTheCheckCode() {
    String text = text(PaperKind.RANKING_ANNEX);
    assertTrue(
        text.contains(
            "(Kèm theo Quyết định số ……/QĐ-UBND ngày …… tháng …… năm 2021 của Ủy ban nhân dân tỉnh"
                + " Quảng Ninh)"),
        text);
    for (String number :
        List.of("Phụ lục I\nKẾT QUẢ, XẾP HẠNG ĐÁNH GIÁ", "Phụ lục II\n", "Phụ lục III\n")) {
      assertTrue(text.contains(number), number);
    }
    assertEquals(4, text.split(Drafted.CODE, -1).length, "under each table");
    assertTrue(
        text.contains(
            "1\nUBND phường Hà Khánh thứ 1\n35,00\n40,25\n5,50\n80,75\n97,00\n3,00\n81,25\nTốt\n"),
        text);
    assertTrue(text.contains("Không gửi phiếu. Phân hạng theo điểm nhóm II: 40,25"), text);
    assertTrue(
        text.contains(
            "Không xếp hạng: được miễn đánh giá theo văn bản số 55/QĐ-UBND ngày 01 tháng 8 năm"
                + " 2020"),
        text);
    assertTrue(document(PaperKind.RANKING_ANNEX).contains("<w:tblHeader/>"), "on every page");
  }

  @Test
  void theWordOfAnArticleIsBoldAndItsTextIsNot() {
    String xml = document(PaperKind.DRAFT_DECISION);
    for (int number = 1; number <= 3; number++) {
      String word = ">Điều " + number + ".</w:t></w:r><w:r><w:rPr><w:sz ";
      assertTrue(xml.contains(word), () -> word + " in " + xml);
    }
  }

  @Test
  void theDecisionThatWasSignedLendsItsPaperNumberDayAndSignature() {
    var paper =
        new Campaign.Paper(
            Campaign.Issuer.UBND,
            "Trần Văn Ánh",
            "Phó Chủ tịch",
            Optional.of(Authority.KT),
            Optional.empty(),
            "a");
    Campaign.Result approved =
        Drafted.RESULT.withApproval(
            new Campaign.Decision(
                "45/QĐ-UBND",
                LocalDate.of(2021, 1, 5),
                Drafted.RESULT.reportedAt(),
                Optional.of(paper)));
    Paper decision = TheDecision.of(Drafted.frame(), approved, Drafted.groups(2));
    var head = (Paper.Letterhead) decision.parts().getFirst();
    assertEquals("Số: 45/QĐ-UBND", head.number());
    assertEquals("Quảng Ninh, ngày 05 tháng 01 năm 2021", head.placeAndDate());
    var ending = (Paper.Ending) decision.parts().getLast();
    assertEquals(
        List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ending.signature().orElseThrow().lines());
    assertEquals(Optional.of("Trần Văn Ánh"), ending.signature().orElseThrow().name());
    var title =
        (Paper.Title)
            RankingAnnex.of(Drafted.frame(), approved, Drafted.groups(2)).parts().getFirst();
    assertTrue(title.note().orElseThrow().contains("số 45/QĐ-UBND ngày 05 tháng 01 năm 2021"));
  }

  static List<Map.Entry<Signature, List<String>>> signatures() {
    Optional<String> nobody = Optional.empty();
    Function<Authority, Signature> by =
        how -> Signature.by(Optional.of(how), "Chủ tịch", "Chánh Văn phòng", nobody);
    return List.of(
        Map.entry(
            Signature.onBehalf("Ủy ban nhân dân", "Chủ tịch", nobody),
            List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        Map.entry(
            Signature.onBehalf("Ủy ban nhân dân", "Phó Chủ tịch", nobody),
            List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        Map.entry(
            Signature.ofHead("Phó Giám đốc", nobody), List.of("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        Map.entry(
            Signature.ofHead("Phó Giám đốc phụ trách", nobody), List.of("PHÓ GIÁM ĐỐC PHỤ TRÁCH")),
        Map.entry(by.apply(Authority.TL), List.of("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        Map.entry(by.apply(Authority.TUQ), List.of("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        Map.entry(
            Signature.by(Optional.of(Authority.Q), "Chủ tịch", "Chủ tịch", nobody),
            List.of("Q. CHỦ TỊCH")));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void whoSignsSaysByWhatAuthority(Map.Entry<Signature, List<String>> one) {
    assertEquals(one.getValue(), one.getKey().lines());
  }

  /** Days below ten and the months one and two have a nought before them, and no other. */
  @Test
  void datesAreWrittenAsTheDecreeWritesThem() {
    assertEquals("ngày 05 tháng 01 năm 2021", Names.dated(LocalDate.of(2021, 1, 5)));
    assertEquals("ngày 10 tháng 02 năm 2021", Names.dated(LocalDate.of(2021, 2, 10)));
    assertEquals("ngày 09 tháng 3 năm 2021", Names.dated(LocalDate.of(2021, 3, 9)));
    assertEquals("ngày 21 tháng 12 năm 2020", Names.dated(LocalDate.of(2020, 12, 21)));
  }

  @Test
  void theChaserListsTheLateAndTheMinutesHavePlacesForSignaturesAndKeptOpinions() {
    String chaser = text(PaperKind.CHASER);
    assertTrue(chaser.contains("1\nUBND phường Hà Phong\n25/09/2020\n102\nChưa bắt đầu"), chaser);
    String minutes = text(PaperKind.SESSION_MINUTES);
    assertTrue(minutes.contains("1\n\nTổ trưởng\nSở Thông tin và Truyền thông\n\n2\n"), minutes);
    assertTrue(minutes.contains("IV. Ý kiến bảo lưu\n"), minutes);
    assertTrue(minutes.contains("Quyết định số 2392/QĐ-UBND ngày 03 tháng 8 năm 2020"), minutes);
    assertTrue(minutes.contains("THƯ KÝ\n"), minutes);
  }

  @Test
  void theBodiesOfTheTeamAreAskedAndTheDecisionNamesThemUntilThereIsARegister() {
    String request = text(PaperKind.NOMINATION_REQUEST);
    assertTrue(request.contains("Kính gửi: Sở Nội vụ"), request);
    assertFalse(request.contains("Kính gửi: Sở Thông tin"), "it does not ask itself");
    assertTrue(request.contains("kê khai xung đột lợi ích"), request);
    String planned = text(PaperKind.TEAM_DECISION);
    assertTrue(planned.contains("1\n\nSở Thông tin và Truyền thông\nTổ trưởng\n"), planned);
    assertTrue(planned.contains("Số: ……/QĐ-UBND"), planned);
    Paper decided = TeamPapers.decision(Drafted.frame(), Optional.of(Drafted.team()));
    var head = (Paper.Letterhead) decided.parts().getFirst();
    assertEquals("Số: 2392/QĐ-UBND", head.number());
    assertEquals("Quảng Ninh, ngày 03 tháng 8 năm 2020", head.placeAndDate());
    var members =
        (Paper.Grid)
            decided.parts().stream().filter(Paper.Grid.class::isInstance).findFirst().orElseThrow();
    assertEquals(
        List.of("Tổ trưởng", "Tổ phó", "Thư ký"),
        members.rows().stream().map(List::getLast).toList());
  }

  /** A difficulty with the ruling on it, and one that still waits. */
  @Test
  void theReportTellsWhatWentUpAndWhatWasRuled() {
    String report = text(PaperKind.REPORT);
    assertTrue(report.contains("Khó khăn, vướng mắc trình UBND tỉnh Quảng Ninh:"), report);
    assertTrue(
        report.contains("Giao Sở TTTT nâng cấp. (văn bản số 6120/UBND-XDCB ngày 01/09/2020)"),
        report);
    assertTrue(report.contains("Thiếu máy quét\nChưa có"), report);
  }

  @Test
  void theReportTellsMeanBestWorstLevelsWeakestAndExceptions() {
    String report = text(PaperKind.REPORT);
    for (String words :
        List.of(
            "Chỉ số trung bình 81,25%; cao nhất 93,10% (UBND phường Hà Khánh); thấp nhất 60,05%"
                + " (UBND phường Hà Phong).",
            "Tốt: 1;",
            "Tỷ lệ hồ sơ trực tuyến mức độ 4 <script>",
            "Gia hạn gửi phiếu\n1\n1\n1\n3\n",
            Drafted.CODE)) {
      assertTrue(report.contains(words), () -> words + " in " + report);
    }
  }
}
