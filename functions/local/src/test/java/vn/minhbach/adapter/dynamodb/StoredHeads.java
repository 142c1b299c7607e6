package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.assess.submission.Head;

/** Heads as code of earlier days has stored them. */
final class StoredHeads {

  private StoredHeads() {}

  /** The head from before files were counted. */
  static Head uncounted(Head head) {
    return new Head(
        head.campaign(),
        head.unit(),
        head.tip(),
        head.formVersion(),
        head.state(),
        head.term(),
        head.signing(),
        new Head.Files(
            Optional.of(head.files().until().orElse(Sample.AT)),
            head.files().reopened(),
            Optional.empty()),
        head.corrected(),
        head.appraisal(),
        head.returned());
  }

  /** Its item of schema 1, with what conditions read of it. */
  static Item item(Head head) {
    return Item.of(Keys.head(head.campaign(), head.unit()), Kind.HEAD, Documents.write(head))
        .with(Item.SCHEMA, 1)
        .with(Item.VERSION, head.formVersion())
        .with(Item.SEQ, head.tip().seq())
        .with(Item.STATE, head.state().name())
        .with(Item.CLOSES_AT, head.closesAt().toEpochMilli());
  }
}
