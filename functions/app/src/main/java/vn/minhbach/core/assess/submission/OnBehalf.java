package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.util.Optional;

/**
 * That an answer was typed for a commune by its district or the office (<i>nhập thay</i>); who
 * typed it and when stands in the answer.
 *
 * @param paper id of the commune's signed paper form, among its files
 * @param until last moment at which the commune may contest it
 * @param contest the commune's word against it; from then on the answer counts as not given
 */
public record OnBehalf(String paper, Instant until, Optional<Contest> contest) {

  /** Why a commune does not stand by what was typed for it. */
  public record Contest(String reason, Instant at, String by) {}

  public OnBehalf contestedBy(Contest word) {
    return new OnBehalf(paper, until, Optional.of(word));
  }
}
