package vn.minhbach.browser.java.text;

import org.teavm.jso.JSBody;

/** {@code java.text.Normalizer} by the browser's own tables. */
public final class TNormalizer {

  private TNormalizer() {}

  /** The forms that the core uses. */
  public enum Form {
    NFC,
    NFD
  }

  public static String normalize(CharSequence text, Form form) {
    return normalized(text.toString(), form == Form.NFC ? "NFC" : "NFD");
  }

  @JSBody(
      params = {"text", "form"},
      script = "return text.normalize(form);")
  private static native String normalized(String text, String form);
}
