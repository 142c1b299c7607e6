package vn.minhbach.browser.java.util.regex;

import java.util.ArrayList;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * {@code java.util.regex.Pattern} over the browser's own expressions, which read the ones of the
 * core alike; TeaVM's is a third of the module's size. What the core does not use is not there, so
 * that it does not compile rather than differ.
 */
public final class TPattern {

  private final String expression;

  private TPattern(String expression) {
    this.expression = expression;
  }

  public static TPattern compile(String expression) {
    return new TPattern(expression);
  }

  public static boolean matches(String expression, CharSequence text) {
    return compile(expression).matcher(text).matches();
  }

  public TMatcher matcher(CharSequence text) {
    return new TMatcher(expression, text.toString());
  }

  public String[] split(CharSequence text) {
    return split(text, 0);
  }

  /** As Java splits: with no limit, empty parts at the end are dropped. */
  public String[] split(CharSequence text, int limit) {
    String whole = text.toString();
    var parts = new ArrayList<String>();
    JSObject at = TMatcher.everywhere(expression);
    int from = 0;
    while ((limit <= 0 || parts.size() < limit - 1) && TMatcher.next(at, whole)) {
      parts.add(whole.substring(from, TMatcher.start(at)));
      from = end(at);
    }
    parts.add(whole.substring(from));
    while (limit == 0 && parts.size() > 1 && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return parts.toArray(new String[0]);
  }

  @JSBody(params = "at", script = "return at.lastIndex;")
  private static native int end(JSObject at);
}
