package vn.minhbach.core.criteria;

import vn.minhbach.core.Points;

/**
 * A heading inside a group (<i>hạng mục</i>), as {@code II.A}; its criteria sum up to its points.
 */
public record Subgroup(String id, String title, Points maxPoints) {}
