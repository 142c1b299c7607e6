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
import vn.minhbach.adapter.PlainTree;
import vn.minhbach.browser.Core;
import vn.minhbach.browser.Form;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.local.whole.Http;
import vn.minhbach.local.whole.Province;

/**
 * The core as Chromium runs it says, letter for letter, what the same entry points say on this JVM.
 */
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
      List<?> there =
          (List<?>)
              page.evaluate(
                  "async ([set, asked]) => { const core = await"
                      + " import('/app/core/minhbach-core.js'); const form = core.form(set); return"
                      + " asked.map(([id, inputs]) => { try { return form.score(id, inputs); }"
                      + " catch { return 'unreadable'; } }); }",
                  List.of(set, asked));
      for (int i = 0; i < asked.size(); i++) {
        String expected = scored(here, asked.get(i).get(0), asked.get(i).get(1));
        assertEquals(expected, there.get(i), "seed " + seed + ": " + asked.get(i));
        kinds.add(
            expected
                .replaceAll("\"(?:vi|en)\":\"[^\"]*\"", "")
                .replaceAll(".*\"slug\":\"(invalid-answer)\".*|.*\"is\":\"([A-Z_]+)\".*", "$1$2"));
      }
      cards(page, set, here, read);
      List<String> ids = read.criteria().keySet().stream().map(CriterionId::value).toList();
      assertEquals(
          ids.stream().map(here::attainable).toList(),
          page.evaluate(
              "async ([set, ids]) => { const core = await"
                  + " import('/app/core/minhbach-core.js'); const form = core.form(set); return"
                  + " ids.map(id => form.attainable(id)); }",
              List.of(set, ids)));
    }
    assertEquals(99, criteria);
    assertTrue(kinds.containsAll(Set.of("invalid-answer", "POINTS")), kinds::toString);
  }

  private static String scored(Form here, String id, String inputs) {
    try {
      return here.score(id, inputs);
    } catch (IllegalArgumentException unreadable) {
      return "unreadable";
    }
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
    List<?> there =
        (List<?>)
            page.evaluate(
                "async ([set, forms]) => { const core = await import('/app/core/minhbach-core.js');"
                    + " const form = core.form(set); return forms.map(one => { try { return"
                    + " form.card(one); } catch { return 'unreadable'; } }); }",
                List.of(set, forms));
    for (int i = 0; i < forms.size(); i++) {
      assertEquals(carded(here, forms.get(i)), there.get(i), "seed " + seed + ": " + forms.get(i));
    }
  }

  private static String carded(Form here, String answers) {
    try {
      return here.card(answers);
    } catch (IllegalArgumentException unreadable) {
      return "unreadable";
    }
  }

  /** A rule alone, as a page of one criterion holds it, scores as it does in its set. */
  @Test
  void theSeamOfTheFormsScoresEveryRuleAndTellsFaultsInWords() {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url(""));
    for (int group = 1; group <= 3; group++) {
      Object told =
          page.evaluate(
              "async text => { const set = JSON.parse(text); const {score} = await"
                  + " import('/app/shell/core.js'); const core = await"
                  + " import('/app/core/minhbach-core.js'); const whole ="
                  + " core.form(JSON.stringify(set)); const wrong = []; for (const one of"
                  + " set.groups.flatMap(each => each.criteria)) {   for (const inputs of [{a: 3,"
                  + " b: 4}, {v: true}, {n: 7}, {items: []}, {}]) {     const alone = await"
                  + " score(one, {inputs});     const there = JSON.parse(whole.score(one.id,"
                  + " JSON.stringify(inputs)));     if (there.refused ? !alone.faults?.length :"
                  + " alone.points !== there.points) { wrong.push(one.id); }   } } return"
                  + " wrong.join(' '); }",
              Province.criteria(group));
      assertEquals("", told, "group " + group);
    }
    Object told =
        page.evaluate(
            "async text => { const set = JSON.parse(text); const {score, card} = await"
                + " import('/app/shell/core.js'); const one = set.groups[0].criteria[0]; const fits"
                + " = await score(one, {inputs: {a: 187, b: 193}}); const wrong = await score(one,"
                + " {inputs: {a: 194, b: 193}}); const sum = await card(set, {'I.1': {inputs: {a:"
                + " 187, b: 193}}}); const unknown = await score({id: 'I.1'}, {inputs: {}}); return"
                + " [fits.points, fits.max, wrong.faults[0].place,"
                + " /193/.test(wrong.faults[0].detail), sum.points, sum.max, sum.level.code,"
                + " unknown].join(' '); }",
            Province.criteria(3));
    assertEquals("3.88 4.00 inputs.a true 3.88 100.00 YEU ", told);
  }

  /** Facts, not times: what a telephone has to fetch. */
  @Test
  void bothModulesStayWithinTheirBudgets() {
    assertTrue(
        gzipped("core/minhbach-core.js") < 80_000, "core: " + gzipped("core/minhbach-core.js"));
    assertTrue(
        gzipped("core/minhbach-verify.js") < 130_000,
        "verify: " + gzipped("core/minhbach-verify.js"));
  }

  private static int gzipped(String file) {
    Http.Answer answer =
        Http.raw(
            java.net.http.HttpRequest.newBuilder(java.net.URI.create(WEB.url(file)))
                .header("Accept-Encoding", "gzip"));
    assertEquals("gzip", answer.headers().get("content-encoding"));
    return answer.bytes().length;
  }
}
