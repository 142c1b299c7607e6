package vn.minhbach.core;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Port: what a use on a form is known to read one by one, read in one call when it asks for the
 * first of it. It changes what a use costs and never what it sees: each item is handed out once, so
 * that an attempt that was overtaken reads anew.
 */
public interface ReadAhead {

  /** Reads nothing ahead. */
  ReadAhead NONE =
      new ReadAhead() {
        @Override
        public <T> T during(Reads reads, Supplier<T> use) {
          return use.get();
        }
      };

  /**
   * What is going to be read.
   *
   * @param account of the register that decides what the caller may do
   * @param answer the criterion that is answered; empty where a file is brought
   */
  record Reads(CampaignId campaign, UnitCode unit, String account, Optional<CriterionId> answer) {}

  /** Runs a use that reads this. */
  <T> T during(Reads reads, Supplier<T> use);
}
