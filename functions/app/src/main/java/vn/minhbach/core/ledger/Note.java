package vn.minhbach.core.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Receipt;

/** What the ledger shall say, when, and of which request. */
public record Note<F extends Fact>(Instant at, F fact, Optional<Receipt> receipt) {

  /** What no request asked for, or one that may be repeated without harm. */
  public static <F extends Fact> Note<F> of(Instant at, F fact) {
    return new Note<>(at, fact, Optional.empty());
  }

  /**
   * What a request asked for.
   *
   * @param ids what its effect made or touched, by name: a replay is answered by them
   */
  public static <F extends Fact> Note<F> of(Act act, F fact, Map<String, String> ids) {
    return new Note<>(act.now(), fact, act.key().map(key -> new Receipt(key, ids)));
  }
}
