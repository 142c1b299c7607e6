package vn.minhbach.adapter.poi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.workbook.CriteriaBook;
import vn.minhbach.core.workbook.CriteriaPages;
import vn.minhbach.core.workbook.RealSets;

/** LibreOffice opens what we write and saves what we read: {@code -Dsoffice=soffice}. */
@EnabledIfSystemProperty(named = "soffice", matches = ".+")
class LibreOfficeTest {

  @ParameterizedTest
  @ValueSource(strings = {"department", "district", "commune"})
  void setSurvivesLibreOffice(String name, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("set.xlsx");
    Files.write(file, new XlsxWriter().write(CriteriaPages.of(RealSets.of(name))));
    Process office =
        new ProcessBuilder(
                System.getProperty("soffice"),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                folder.resolve("saved").toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertTrue(office.waitFor(120, TimeUnit.SECONDS));
    Object back =
        new XlsxReader()
            .read(Files.readAllBytes(folder.resolve("saved/set.xlsx")))
            .flatMap(book -> CriteriaBook.read(book, RealSets.NAMES.indexOf(name) + 1))
            .<Object>fold(Refusal::violations, RealSets::plain);
    assertEquals(RealSets.of(name), back);
  }
}
