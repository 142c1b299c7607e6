package vn.minhbach.core.ranking;

/** How ranks go on after units that share one. */
public enum TieRule {
  /** 1, 2, 2, 3. */
  DENSE,
  /** 1, 2, 2, 4. */
  COMPETITION
}
