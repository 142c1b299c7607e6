package vn.minhbach.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.Language;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.publish.bundle.PlainJson;
import vn.minhbach.core.scoring.Scorecard;

/** What goes out to a page, as JSON. */
final class Told {

  private Told() {}

  static String text(Map<String, Object> tree) {
    return PlainJson.text(tree);
  }

  static String refused(Refusal refusal) {
    return text(refusal(refusal));
  }

  /** Members in the order in which they are named: the same answer is the same text everywhere. */
  static Map<String, Object> members(Object... pairs) {
    var members = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      members.put((String) pairs[i], pairs[i + 1]);
    }
    return members;
  }

  static Map<String, Object> refusal(Refusal refusal) {
    List<Map<String, Object>> places =
        refusal.violations().stream()
            .map(one ->
                members(
                    "place",
                    one.place(),
                    "slug",
                    one.problem().slug(),
                    "vi",
                    one.detail(Language.VI),
                    "en",
                    one.detail(Language.EN)))
            .toList();
    return members(
        "refused",
        members(
            "slug",
            refusal.problem().slug(),
            "vi",
            refusal.detail(Language.VI),
            "en",
            refusal.detail(Language.EN),
            "violations",
            places));
  }

  static Map<String, Object> card(Scorecard card) {
    var tree = new TreeMap<String, Object>();
    tree.put("points", card.points().toString());
    tree.put("max", card.max().toString());
    card.index().ifPresent(index -> tree.put("index", index.toString()));
    card.level()
        .ifPresent(
            level -> tree.put("level", members("code", level.code(), "label", level.label())));
    var lines = new TreeMap<String, Object>();
    card.lines()
        .forEach(line ->
            lines.put(
                line.criterion().value(),
                members(
                    "points",
                    line.score().points().toString(),
                    "applicable",
                    line.score().applicable())));
    tree.put("criteria", lines);
    tree.put("groups", card.groups().stream().map(Told::group).toList());
    return tree;
  }

  private static Map<String, Object> group(Scorecard.GroupTotal total) {
    var tree = new TreeMap<String, Object>();
    tree.put("group", total.group());
    tree.put("points", total.points().toString());
    tree.put("max", total.max().toString());
    total.percent().ifPresent(percent -> tree.put("percent", percent.toString()));
    total.converted().ifPresent(converted -> tree.put("converted", converted.toString()));
    total.level().ifPresent(level -> tree.put("level", level.code()));
    return tree;
  }
}
