package vn.minhbach.core.publish.ranking;

import java.util.OptionalInt;

/**
 * One line of a ranking.
 *
 * @param rank from 1; empty for a unit that is listed unranked
 * @param tied whether another unit has the same rank (<i>đồng hạng</i>)
 */
public record Ranked(OptionalInt rank, boolean tied, Standing standing) {}
