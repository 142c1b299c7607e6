package vn.minhbach.browser.java.util.regex;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** {@code java.util.regex.Matcher}: see {@link TPattern}. */
public final class TMatcher {

  private final String expression;
  private final String text;
  private JSObject groups;

  TMatcher(String expression, String text) {
    this.expression = expression;
    this.text = text;
  }

  public boolean matches() {
    groups = exec("^(?:" + expression + ")$", text);
    return groups != null;
  }

  /** Whether there is one anywhere; the core never asks for a second. */
  public boolean find() {
    groups = exec(expression, text);
    return groups != null;
  }

  public String group(int number) {
    return group(groups, number);
  }

  /** The core's replacements are plain texts. */
  public String replaceAll(String replacement) {
    return replaced(expression, text, replacement);
  }

  @JSBody(
      params = {"expression", "text"},
      script = "return new RegExp(expression, 'u').exec(text);")
  private static native JSObject exec(String expression, String text);

  @JSBody(
      params = {"groups", "number"},
      script = "var group = groups[number]; return group === undefined ? null : group;")
  private static native String group(JSObject groups, int number);

  @JSBody(
      params = {"expression", "text", "replacement"},
      script =
          "return text.replace(new RegExp(expression, 'gu'), function() { return replacement; });")
  private static native String replaced(String expression, String text, String replacement);

  @JSBody(params = "expression", script = "return new RegExp(expression, 'gu');")
  static native JSObject everywhere(String expression);

  @JSBody(
      params = {"at", "text"},
      script = "at.found = at.exec(text); return at.found !== null;")
  static native boolean next(JSObject at, String text);

  @JSBody(params = "at", script = "return at.found.index;")
  static native int start(JSObject at);
}
