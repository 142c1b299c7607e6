package vn.minhbach.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.browser.Core;
import vn.minhbach.browser.Form;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.adapter.PlainTree;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.local.whole.Http;
import vn.minhbach.local.whole.Province;

/** The core as Chromium runs it says, letter for letter, what the same entry points say on this JVM. */
@Tag("system")
@Timeout(300)
class CompiledCoreTest {

  @RegisterExtension static final Web WEB = new Web();

  private static final int ANSWERS_EACH = 40;
  private static final int FORMS_EACH = 30;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final RandomAnswers answers = new RandomAnswers(random);

  @Test
  void allCriteriaScoreAlikeRefusalsAndSumsToo() {
    Page page = WEB.page(Web.DESK);
    page.navigate(WEB.url(""));
    int criteria = 0;
    Set<String> kinds = new HashSet<>();
    for (int group = 1; group <= 3; group++) {
      String set = Province.criteria(group);
      CriteriaSet read = CriteriaSet.read(PlainTree.of(set)).fold(refused -> null, own -> own);
      Form here = Core.form(set);
      criteria += read.criteria().size();
      var asked = new ArrayList<List<String>>();
      for (Criterion criterion : read.criteria().values()) {
        for (int i = 0; i < ANSWERS_EACH; i++) {
          asked.add(List.of(criterion.id().value(), answers.of(criterion.rule())));
        }
      }
      List<?> there = (List<?>) page.evaluate(
          "async ([set, asked]) => { const core = await import('/app/core/minhbach-core.js');"
              + " const form = core.form(set); return asked.map(([id, inputs]) => form.score(id, inputs)); }",
          List.of(set, asked));
      for (int i = 0; i < asked.size(); i++) {
        String expected = here.score(asked.get(i).get(0), asked.get(i).get(1));
        assertEquals(expected, there.get(i), "seed " + seed + ": " + asked.get(i));
        kinds.add(expected.replaceAll("\"(?:vi|en)\":\"[^\"]*\"", "").replaceAll(".*\"slug\":\"(invalid-answer)\".*|.*\"is\":\"([A-Z_]+)\".*", "$1$2"));
      }
      cards(page, set, here, read);
    }
    assertEquals(99, criteria);
    assertEquals(Set.of("invalid-answer", "POINTS"), kinds, "both kinds came up; a whole of zero scores zero in these sets");
  }

  private void cards(Page page, String set, Form here, CriteriaSet read) {
    var forms = new ArrayList<String>();
    for (int i = 0; i < FORMS_EACH; i++) {
      var form = new StringJoiner(",", "{", "}");
      for (Criterion criterion : read.criteria().values()) {
        String answer =
            switch (random.nextInt(8)) {
              case 0 -> "";
              case 1 -> "{\"notApplicable\":true}";
              case 2 -> "{\"notAssigned\":true}";
              default -> "{\"inputs\":" + answers.of(criterion.rule()) + "}";
            };
        if (!answer.isEmpty()) {
          form.add(CanonicalJson.text(criterion.id().value()) + ":" + answer);
        }
      }
      forms.add(form.toString());
    }
    List<?> there = (List<?>) page.evaluate(
        "async ([set, forms]) => { const core = await import('/app/core/minhbach-core.js');"
            + " const form = core.form(set); return forms.map(one => form.card(one)); }",
        List.of(set, forms));
    for (int i = 0; i < forms.size(); i++) {
      assertEquals(here.card(forms.get(i)), there.get(i), "seed " + seed + ": " + forms.get(i));
    }
  }

  @Test
  void theThreeWorkedExamplesComeOutInTheSeamOfTheForms() {
    Province province = Province.open(WEB.http(), "web-core");
    Page page = WEB.signedIn("unit-" + Province.COMMUNE, Web.PHONE);
    Object told = page.evaluate(
        "async c => { const core = await import('/app/shell/core.js');"
            + " const before = await core.score({id: 'I.1'}, {inputs: {a: 1, b: 1}});"
            + " const there = await core.prepare(c, 3);"
            + " const fits = await core.score({id: 'I.1'}, {inputs: {a: 187, b: 193}});"
            + " const wrong = await core.score({id: 'I.1'}, {inputs: {a: 194, b: 193}});"
            + " const sum = await core.card({'I.1': {inputs: {a: 187, b: 193}}});"
            + " return [before, there, fits.points, fits.max, wrong.faults[0].place, sum.points, sum.max].join(' '); }",
        province.id);
    assertEquals(" true 3.88 4.00 inputs.a 3.88 100.00", told);
  }

  /** Facts, not times: what a telephone has to fetch. */
  @Test
  void bothModulesStayWithinTheirBudgets() {
    assertTrue(gzipped("core/minhbach-core.js") < 80_000, "core: " + gzipped("core/minhbach-core.js"));
    assertTrue(gzipped("core/minhbach-verify.js") < 130_000, "verify: " + gzipped("core/minhbach-verify.js"));
  }

  private static int gzipped(String file) {
    Http.Answer answer = Http.raw(
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(WEB.url(file))).header("Accept-Encoding", "gzip"));
    assertEquals("gzip", answer.headers().get("content-encoding"));
    return answer.bytes().length;
  }
}
