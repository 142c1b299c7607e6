package vn.minhbach.core.prepare.campaign;

/** How units behind a tie are numbered; the plan has no rule, so it is a campaign setting. */
public enum TieRule {
  /** 1, 2, 2, 3. */
  DENSE,
  /** 1, 2, 2, 4. */
  COMPETITION
}
