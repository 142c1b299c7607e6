package vn.minhbach.core.publish.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Step 3: the detached JWS over the manifest, and whose key it is. */
final class SealCheck {

  private final Bag bag;
  private final VerifyBundle.Tools tools;
  private final Findings findings;

  SealCheck(Bag bag, VerifyBundle.Tools tools, Findings findings) {
    this.bag = bag;
    this.tools = tools;
    this.findings = findings;
  }

  void check(Optional<String> expectedKey) {
    findings.reading(
        Step.SIGNATURE,
        Bag.KEYS,
        () -> {
          Map<String, Object> jwk =
              Doc.of(tools.json(bag.text(Bag.KEYS)))
                  .docs("keys")
                  .getFirst()
                  .members()
                  .entrySet()
                  .stream()
                  .collect(
                      HashMap::new,
                      (all, one) -> all.put((String) one.getKey(), one.getValue()),
                      Map::putAll);
          String kid = thumbprint(jwk);
          findings.key(kid);
          findings.same(Step.SIGNATURE, Bag.KEYS, kid, jwk.get("kid"));
          expectedKey
              .filter(expected -> !expected.equals(kid))
              .ifPresent(expected ->
                  findings.note(
                      Step.SIGNATURE,
                      Bag.KEYS,
                      "khoá " + kid + " không phải khoá đã công bố " + expected,
                      "key " + kid + " is not the published " + expected));
          findings.reading(Step.SIGNATURE, Bag.SIGNATURE, () -> seal(jwk, kid));
        });
  }

  private static String thumbprint(Map<String, Object> jwk) {
    var texts = new HashMap<String, String>();
    List.of("crv", "kty", "x", "y").forEach(name -> texts.put(name, (String) jwk.get(name)));
    if (!"P-256".equals(texts.get("crv")) || !"EC".equals(texts.get("kty"))) {
      throw new IllegalArgumentException("kty, crv");
    }
    return DetachedJws.thumbprint(texts);
  }

  private void seal(Map<String, Object> jwk, String kid) {
    String[] parts = bag.text(Bag.SIGNATURE).strip().split("[.]", -1);
    if (parts.length != 3 || !parts[1].isEmpty()) {
      throw new IllegalArgumentException("header..signature");
    }
    String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    Map<String, Object> wanted =
        Map.of("alg", "ES256", "b64", false, "crit", List.of("b64"), "kid", kid);
    findings.same(Step.SIGNATURE, Bag.SIGNATURE, wanted, Doc.of(tools.json(header)).members());
    byte[] signed = DetachedJws.input(parts[0], bag.files().get(Bag.MANIFEST));
    if (!tools.es256(jwk, signed, Base64.getUrlDecoder().decode(parts[2]))) {
      findings.note(
          Step.SIGNATURE,
          Bag.SIGNATURE,
          "chữ ký không đúng với bản kê",
          "the signature is not of this manifest");
    }
  }
}
