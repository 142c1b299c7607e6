/**
 * The ledger (<i>sổ cái</i>): every change of every point, append-only and hash-chained, one chain
 * for each submission and one for the campaign. Format: infra/decisions/0003.
 */
package vn.minhbach.core.ledger;
