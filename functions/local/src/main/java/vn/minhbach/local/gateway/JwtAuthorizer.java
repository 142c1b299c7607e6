package vn.minhbach.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The JWT authorizer of HttpApi: RSA signature by a key of the issuer, iss, aud (or client_id where
 * there is no aud), exp, nbf, iat. It reads the wall clock: tokens do not live in the domain's
 * time.
 */
public final class JwtAuthorizer {

  /** A token that is not accepted; the message says why, for the www-authenticate header. */
  static final class Refused extends Exception {
    Refused(String why) {
      super(why);
    }
  }

  /** Nimbus waits for half a second; on a busy machine good tokens were refused then. */
  private static final int PATIENCE_MS = 10_000;

  private final String issuer;
  private final Set<String> audience;
  private final Clock wallClock;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final Map<String, JWTClaimsSet> signed = Collections.synchronizedMap(new Latest());

  /**
   * An authorizer.
   *
   * @param issuer must equal iss
   * @param keys address of the issuer's JWKS
   * @param audience one of which must be in aud
   */
  public JwtAuthorizer(String issuer, URI keys, Set<String> audience, Clock wallClock) {
    this.issuer = issuer;
    this.audience = Set.copyOf(audience);
    this.wallClock = wallClock;
    JWKSource<SecurityContext> source;
    try {
      source =
          JWKSourceBuilder.create(
                  keys.toURL(), new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS))
              .retrying(true)
              .build();
    } catch (MalformedURLException badUrl) {
      throw new IllegalArgumentException("not a URL: " + keys, badUrl);
    }
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512), source));
    // Ours below: Nimbus' own verifier forgives a minute, API Gateway does not.
    processor.setJWTClaimsSetVerifier((_, _) -> {});
  }

  /**
   * Checks the value of the Authorization header.
   *
   * @return the claims as the event carries them: texts, arrays flattened to [a b]
   */
  Map<String, String> check(String authorization) throws Refused {
    if (authorization == null || authorization.isBlank()) {
      throw new Refused("no token");
    }
    String token = authorization.trim();
    if (token.regionMatches(true, 0, "Bearer ", 0, 7)) {
      token = token.substring(7).trim();
    }
    JWTClaimsSet claims = verified(token);
    checkClaims(claims);
    Map<String, String> texts = new TreeMap<>();
    claims.toJSONObject().forEach((name, value) -> texts.put(name, flat(value)));
    return texts;
  }

  /** Checked once for each token: a signature that held does not fall; times are read anew. */
  private static final class Latest extends LinkedHashMap<String, JWTClaimsSet> {

    private static final int TOKENS_MAX = 1_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, JWTClaimsSet> eldest) {
      return size() > TOKENS_MAX;
    }
  }

  private JWTClaimsSet verified(String token) throws Refused {
    JWTClaimsSet known = signed.get(token);
    if (known != null) {
      return known;
    }
    try {
      JWTClaimsSet claims = processor.process(token, null);
      signed.put(token, claims);
      return claims;
    } catch (ParseException notJwt) {
      throw new Refused("the token is not a JWT");
    } catch (BadJOSEException badSignature) {
      throw new Refused("signature is invalid");
    } catch (JOSEException noKeys) {
      throw new Refused("the keys of the issuer cannot be read");
    }
  }

  private void checkClaims(JWTClaimsSet claims) throws Refused {
    if (!issuer.equals(claims.getIssuer())) {
      throw new Refused("invalid issuer");
    }
    List<String> given = claims.getAudience();
    if (given.isEmpty()) {
      Object client = claims.getClaim("client_id");
      given = client == null ? List.of() : List.of(client.toString());
    }
    if (given.stream().noneMatch(audience::contains)) {
      throw new Refused("invalid audience");
    }
    Instant now = wallClock.instant();
    if (claims.getExpirationTime() == null || !now.isBefore(at(claims.getExpirationTime()))) {
      throw new Refused("the token has expired");
    }
    if (claims.getNotBeforeTime() != null && now.isBefore(at(claims.getNotBeforeTime()))) {
      throw new Refused("the token is not valid yet");
    }
    if (claims.getIssueTime() != null && now.isBefore(at(claims.getIssueTime()))) {
      throw new Refused("the token was issued in the future");
    }
  }

  private static Instant at(Date date) {
    return date.toInstant();
  }

  private static String flat(Object value) {
    return switch (value) {
      case null -> "";
      case List<?> items ->
          items.stream().map(JwtAuthorizer::flat).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ":" + flat(entry.getValue()))
              .collect(Collectors.joining(" ", "map[", "]"));
      default -> value.toString();
    };
  }
}
