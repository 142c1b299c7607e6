package vn.minhbach.browser;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhbach.core.publish.bundle.VerifyBundle;

/**
 * Tools of a browser, whose own cryptography answers later: a question that is new is noted and
 * taken to hold until it is answered. Whoever looks must look again after the answers.
 */
final class AskedTools implements VerifyBundle.Tools {

  /** Answers by question. */
  private final Map<String, Boolean> known = new HashMap<>();

  private final List<String> asked = new ArrayList<>();
  private final List<Map<String, Object>> told = new ArrayList<>();

  @Override
  public Object json(String text) {
    return JsonText.read(text);
  }

  @Override
  public boolean es256(Map<String, Object> jwk, byte[] message, byte[] signature) {
    return ask("ES256", jwk.get("x") + "." + jwk.get("y"), message, signature);
  }

  @Override
  public boolean ed25519(byte[] publicKey, byte[] message, byte[] signature) {
    return ask("Ed25519", text(publicKey), message, signature);
  }

  private boolean ask(String algorithm, String key, byte[] message, byte[] signature) {
    String question = String.join(" ", algorithm, key, text(message), text(signature));
    Boolean answer = known.get(question);
    if (answer == null && !asked.contains(question)) {
      asked.add(question);
      told.add(
          Told.members(
              "algorithm",
              algorithm,
              "key",
              key,
              "message",
              text(message),
              "signature",
              text(signature)));
    }
    return answer == null || answer;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Questions without an answer. */
  List<Map<String, Object>> asks() {
    return List.copyOf(told);
  }

  void answer(int number, boolean holds) {
    known.put(asked.get(number), holds);
    if (known.keySet().containsAll(asked)) {
      asked.clear();
      told.clear();
    }
  }
}
