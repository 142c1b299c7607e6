package vn.minhbach.local.faults;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One thing that happens.
 *
 * @param x chooses among what the act is about (criterion, file, key…)
 * @param y chooses a content
 * @param z chooses what the writer has read
 * @param weather number of the faults that it meets
 */
record Step(Act act, String unit, int x, int y, int z, long weather) {

  /** What can happen. */
  enum Act {
    SAVE,
    SAVE_NONSENSE,
    GRANT,
    UPLOAD,
    PLANT,
    ARRIVE,
    SCAN,
    WITHDRAW,
    FILL,
    CLOSE,
    GRANT_PAPER,
    SUBMIT,
    SUBMIT_CODE,
    SUBMIT_PAPER,
    CONSOLIDATE,
    STREAM,
    SCHEDULE
  }

  static Arbitrary<Step> any() {
    Arbitrary<Act> acts =
        Arbitraries.frequency(
            Tuple.of(8, Act.SAVE),
            Tuple.of(1, Act.SAVE_NONSENSE),
            Tuple.of(4, Act.GRANT),
            Tuple.of(4, Act.UPLOAD),
            Tuple.of(1, Act.PLANT),
            Tuple.of(5, Act.ARRIVE),
            Tuple.of(5, Act.SCAN),
            Tuple.of(2, Act.WITHDRAW),
            Tuple.of(3, Act.FILL),
            Tuple.of(4, Act.CLOSE),
            Tuple.of(2, Act.GRANT_PAPER),
            Tuple.of(3, Act.SUBMIT),
            Tuple.of(2, Act.SUBMIT_CODE),
            Tuple.of(3, Act.SUBMIT_PAPER),
            Tuple.of(3, Act.CONSOLIDATE),
            Tuple.of(2, Act.STREAM),
            Tuple.of(2, Act.SCHEDULE));
    Arbitrary<Integer> choice = Arbitraries.integers().between(0, 11);
    return Combinators.combine(
            acts,
            Arbitraries.of(Plan.UNITS),
            choice,
            choice,
            choice,
            Arbitraries.longs().between(0, 1_000_000))
        .as(Step::new);
  }
}
