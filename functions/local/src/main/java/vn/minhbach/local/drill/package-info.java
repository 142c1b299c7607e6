/**
 * The drill of backup and restore: a campaign is exported as AWS exports it, put into an empty
 * system and held against what was there, by every item, every ledger, the anchors and the bundle.
 */
package vn.minhbach.local.drill;
