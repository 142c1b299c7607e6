package vn.minhbach.local.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.ledger.CanonicalJson;

/** Inputs of a rule as people and broken programs send them: half of them fit, the rest do not. */
final class RandomAnswers {

  private static final List<String> WRONG =
      List.of(
          "null",
          "\"\"",
          "\"x\"",
          "\"2020-01-31\"",
          "true",
          "[]",
          "{}",
          "-1",
          "0.5",
          "1e3",
          "1e40",
          "\"C\u0301o\u0301\"",
          "\"\u200bit\"",
          "\"a\\u0000b\"",
          "0",
          "0.005",
          "187.50");

  private final Random random;

  RandomAnswers(Random random) {
    this.random = random;
  }

  /** As JSON. */
  String of(ScoringRule rule) {
    return random.nextInt(12) == 0 ? wrong() : object(rule);
  }

  private String wrong() {
    // Too large to be read at all: rare, since a form with one of them is not read either.
    return random.nextInt(300) == 0
        ? "12345678901234567890"
        : WRONG.get(random.nextInt(WRONG.size()));
  }

  private String object(ScoringRule rule) {
    Map<String, String> members = new LinkedHashMap<>();
    if (rule instanceof ScoringRule.Checklist list) {
      members.put("items", items(list));
    }
    for (ScoringRule.Part part : rule.parts()) {
      if (random.nextInt(6) > 0) {
        members.put(part.key(), of(part.rule()));
      }
    }
    if (rule.parts().isEmpty() && !(rule instanceof ScoringRule.Checklist)) {
      rule.inputs().forEach(input -> members.put(input.key(), value(rule, input)));
    }
    if (random.nextInt(10) == 0 && !members.isEmpty()) {
      members.remove(members.keySet().iterator().next());
    }
    if (random.nextInt(15) == 0) {
      members.put(random.nextBoolean() ? "thừa" : "2020-02-30", wrong());
    }
    var text = new StringBuilder("{");
    members.forEach((key, value) ->
        text.append(text.length() > 1 ? "," : "")
            .append(CanonicalJson.text(key))
            .append(':')
            .append(value));
    return text.append('}').toString();
  }

  private String items(ScoringRule.Checklist list) {
    if (random.nextInt(8) == 0) {
      return wrong();
    }
    var text = new StringBuilder("[");
    for (ScoringRule.Item item : list.items()) {
      if (random.nextBoolean()) {
        text.append(text.length() > 1 ? "," : "").append(CanonicalJson.text(item.key()));
      }
    }
    if (random.nextInt(8) == 0) {
      text.append(text.length() > 1 ? "," : "").append(wrong());
    }
    return text.append(']').toString();
  }

  private String value(ScoringRule rule, Input input) {
    if (random.nextInt(8) == 0) {
      return wrong();
    }
    if (rule instanceof ScoringRule.YesNo) {
      return String.valueOf(random.nextBoolean());
    }
    if (rule instanceof ScoringRule.Choice choice) {
      return CanonicalJson.text(
          choice.options().get(random.nextInt(choice.options().size())).value());
    }
    int whole = random.nextInt(random.nextBoolean() ? 12 : 2_000);
    return input.decimals() > 0 && random.nextBoolean()
        ? whole + "." + random.nextInt(10) + random.nextInt(10)
        : String.valueOf(whole);
  }
}
