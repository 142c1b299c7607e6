package vn.minhbach.core.assess.gate;

import java.time.Instant;
import vn.minhbach.core.CriterionId;

/**
 * What a district has to say on a criterion of one of its communes (<i>ý kiến của huyện</i>).
 *
 * @param at domain clock
 * @param by opaque id of the account
 * @param version rises by one with each change
 */
public record Remark(CriterionId criterion, String text, Instant at, String by, long version) {

  public String etag() {
    return "n" + version;
  }
}
