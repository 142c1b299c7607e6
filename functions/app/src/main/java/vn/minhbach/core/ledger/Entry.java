package vn.minhbach.core.ledger;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One entry of a chain. The envelope is public; who may not read the body gets the envelope alone,
 * and the chain still verifies.
 *
 * @param seq 1, 2, 3…
 * @param at UTC, whole milliseconds
 * @param kind what happened, as {@code ANSWER_SAVED}
 * @param bodyHash SHA-256, hex, of the canonical body, whose nonce keeps short bodies from being
 *     guessed
 * @param body the content, canonical values only; empty where the reader may not see it
 */
public record Entry(
    String format,
    String chain,
    long seq,
    Instant at,
    String kind,
    String bodyHash,
    String previousHash,
    Map<String, Object> body) {

  public static final String FORMAT = "minhbach-ledger-1";
  private static final String NONCE = "nonce";
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  /** The next entry after a tip. {@code nonce}: 128 random bits, hex. */
  public static Entry after(ChainTip tip, ChainId chain, Instant at, Fact fact, String nonce) {
    return after(tip, chain, at, fact.kind(), fact.body().members(), nonce);
  }

  static Entry after(
      ChainTip tip, ChainId chain, Instant at, String kind, Map<String, ?> content, String nonce) {
    var body = new TreeMap<String, Object>(content);
    if (body.put(NONCE, nonce) != null) {
      throw new IllegalArgumentException("the nonce is the ledger's own");
    }
    return new Entry(
        FORMAT,
        chain.toString(),
        tip.seq() + 1,
        at,
        kind,
        Sha256.hex(CanonicalJson.bytes(body)),
        tip.hash(),
        body);
  }

  /** SHA-256, hex, of the canonical envelope. */
  public String hash() {
    return told().hash();
  }

  /** The public part, as it is hashed. */
  public Map<String, Object> envelope() {
    return told().tree();
  }

  private Envelope told() {
    return new Envelope(format, chain, seq, MILLIS.format(at), kind, bodyHash, previousHash);
  }

  /** Whether the body is the one that the envelope binds. */
  public boolean bodyMatches() {
    return Sha256.hex(CanonicalJson.bytes(body)).equals(bodyHash);
  }

  /** The tip after this entry. */
  public ChainTip tip() {
    return new ChainTip(seq, hash());
  }

  /**
   * Opaque id of the account that acted. Every family of facts calls it {@code by}; empty for what
   * the system noted by itself, and where the body is not shown.
   */
  public Optional<String> actor() {
    return BodyReader.read(this, in -> in.maybe("by", BodyReader::text)).flatMap(by -> by);
  }

  /** The same entry for a reader who may not see the body. */
  public Entry withoutBody() {
    return new Entry(format, chain, seq, at, kind, bodyHash, previousHash, Map.of());
  }
}
