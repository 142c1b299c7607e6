package vn.minhbach.adapter.s3.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeLinksTest {

  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private static boolean found(String xml, Charset charset) {
    var links = new OfficeLinks();
    byte[] bytes = xml.getBytes(charset);
    for (int from = 0; from < bytes.length; from += 7) {
      byte[] block = java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 7));
      links.see(block, block.length);
    }
    return links.found();
  }

  private static void assertFound(boolean expected, String xml) {
    String whole = "<?xml version=\"1.0\"?><a>" + xml.replace("TYPE/", TYPE) + "</a>";
    assertEquals(expected, found(whole, StandardCharsets.UTF_8), xml);
    assertEquals(expected, found(whole, StandardCharsets.UTF_16LE), xml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Relationship Id=\"r1\" Type=\"TYPE/attachedTemplate\" Target=\"https://x.vn/a.dotm\""
            + " TargetMode=\"External\"/>",
        "<r:Relationship TargetMode='External' Target='\\\\may-chu\\mau.dotx'"
            + " Type='TYPE/attachedTemplate'/>",
        "<Relationship Type=\"TYPE/attachedTemplate\" Target=\"file://may-chu/mau.dotx\""
            + " TargetMode=\"External\"/>",
        "<Relationship Type=\"TYPE/attached&#84;emplate\" Target=\"&#x68;ttp://x.vn/a\""
            + " TargetMode=\"External\"/>",
        "<Relationship Type=\"TYPE/oleObject\" Target=\"file:///C:\\a.xlsx\""
            + " TargetMode=\"External\"/>",
        "<Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/oleObject\""
            + " Target=\"http://x/a\" TargetMode=\"External\"/>",
        "<Relationship Type=\"TYPE/frame\" Target=\"http://x/a.html\" TargetMode=\"External\"/>",
        "<Relationship Type=\"TYPE/subDocument\" Target=\"http://x/a.docx\""
            + " TargetMode=\"External\"/>",
        "<Relationship Target=\"a>b\" Type=\"TYPE/oleObject\" TargetMode=\"External\"/>",
        "<w:instrText> DDEAUTO c:\\\\windows\\\\cmd.exe \"/k calc\" </w:instrText>",
        "<w:instrText>DD</w:instrText><w:x/><w:instrText>E cmd a</w:instrText>",
        "<w:fldSimple w:instr=\" dde excel a b\"/>",
        "<ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/>",
        "<oleLink r:id=\"r1\" progId=\"Package\"/>",
        "<a:hlinkClick r:id=\"\" action=\"ppaction://program\"/>",
        "<w:instrText><![CDATA[DDEAUTO cmd]]></w:instrText>"
      })
  void whatReachesOutIsFound(String xml) {
    assertFound(true, xml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Relationship Type=\"TYPE/attachedTemplate\""
            + " Target=\"file:///C:\\Users\\an\\AppData\\Roaming\\Microsoft\\Templates\\Normal.dotm\""
            + " TargetMode=\"External\"/>",
        "<Relationship Type=\"TYPE/attachedTemplate\" Target=\"Normal.dotm\""
            + " TargetMode=\"External\"/>",
        "<Relationship Type=\"TYPE/hyperlink\" Target=\"https://quangninh.gov.vn\""
            + " TargetMode=\"External\"/>",
        "<Relationship Type=\"TYPE/oleObject\" Target=\"embeddings/o.bin\"/>",
        "<Relationship Type=\"TYPE/image\" Target=\"https://x.vn/a.png\" TargetMode=\"External\"/>",
        "<Relationship Type=\"TYPE/externalLinkPath\" Target=\"nam-2019.xlsx\""
            + " TargetMode=\"External\"/>",
        "<!-- <Relationship Type=\"TYPE/oleObject\" Target=\"x\" TargetMode=\"External\"/> -->",
        "<w:instrText> PAGE \\* MERGEFORMAT </w:instrText>",
        "<w:instrText> HYPERLINK \"https://x.vn/DDE\" </w:instrText>",
        "<w:t>DDEAUTO cmd</w:t>",
        "<a:hlinkClick action=\"ppaction://hlinkshowjump?jump=nextslide\"/>"
      })
  void whatLettersHoldIsLetPass(String xml) {
    assertFound(false, xml);
  }
}
