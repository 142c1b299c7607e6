package vn.minhbach.core.appraise.queue;

import vn.minhbach.core.CriterionId;

/** A criterion of a group, as the place that a page begins at. */
public record ColumnStart(int group, CriterionId criterion) {}
