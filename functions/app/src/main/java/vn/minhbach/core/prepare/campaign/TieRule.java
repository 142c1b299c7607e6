package vn.minhbach.core.prepare.campaign;

/**
 * How units behind a tie are numbered; the plan has no rule, so it is a campaign setting. The
 * ministry ranks provinces by standard competition ranks (2017: 17, 17, 19), provinces by either
 * (Tây Ninh 2019 by dense ones).
 */
public enum TieRule {
  /** 1, 2, 2, 3. */
  DENSE,
  /** 1, 2, 2, 4: what a campaign takes that says nothing. */
  COMPETITION
}
