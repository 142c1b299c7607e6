package vn.minhbach.core.publish.bundle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A verification on its way: looks at a bundle part by part, in the order of {@link Step}, and says
 * after each which steps are behind it.
 *
 * <p>A part may be looked at again, and finds the same. A browser answers whether a signature holds
 * only later than it is asked: its tools note what was asked, and the part begins anew when the
 * answers are there.
 */
public final class Verification {

  /** A part, and the steps that are done when it is. */
  private record Part(Set<Step> ends, Runnable look) {}

  private final Findings findings = new Findings();
  private final Deque<Part> left = new ArrayDeque<>();
  private final EnumSet<Step> ended = EnumSet.noneOf(Step.class);
  private Part last;
  private int mark;

  Verification(
      List<VerifyBundle.Named> archive,
      Optional<String> expectedKey,
      VerifyBundle.Tools tools,
      VerifyBundle.Watch watch) {
    left.add(
        new Part(
            EnumSet.of(Step.BAG, Step.HASHES),
            () -> {
              Bag bag = BagCheck.unpacked(archive, findings);
              BagCheck.hashes(bag, findings);
              followed(bag, expectedKey, tools, watch);
            }));
  }

  private void followed(
      Bag bag, Optional<String> expectedKey, VerifyBundle.Tools tools, VerifyBundle.Watch watch) {
    var ledgers = new LedgerCheck(bag, tools, watch, findings);
    var result = new ResultCheck(bag, tools, watch, findings);
    then(EnumSet.of(Step.SIGNATURE), () -> new SealCheck(bag, tools, findings).check(expectedKey));
    then(EnumSet.of(Step.CHAINS), ledgers::chains);
    then(EnumSet.of(Step.LOG), ledgers::log);
    then(
        EnumSet.noneOf(Step.class),
        () -> {
          result.parts().forEach(part -> then(EnumSet.noneOf(Step.class), part));
          then(EnumSet.range(Step.POINTS, Step.CODE), () -> {});
        });
  }

  private void then(Set<Step> ends, Runnable look) {
    left.addLast(new Part(ends, look));
  }

  /** Whether everything was looked at. */
  public boolean done() {
    return left.isEmpty();
  }

  /** The steps behind us. */
  public Set<Step> ended() {
    return EnumSet.copyOf(ended);
  }

  /** Looks at the next part. */
  public void look() {
    last = left.removeFirst();
    mark = findings.mark();
    last.look().run();
    ended.addAll(last.ends());
  }

  /** Forgets what the last part found, which is looked at next. Of seal and log alone. */
  public void again() {
    findings.rewind(mark);
    ended.removeAll(last.ends());
    left.addFirst(last);
  }

  public Findings findings() {
    return findings;
  }
}
