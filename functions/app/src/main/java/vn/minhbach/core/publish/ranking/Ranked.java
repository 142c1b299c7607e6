package vn.minhbach.core.publish.ranking;

import java.util.OptionalInt;

/**
 * One line of a ranking.
 *
 * @param rank from 1; empty for a unit that is listed unranked
 * @param tied whether another unit has the same rank (<i>đồng hạng</i>)
 * @param breakers how many of the declared tie-breaks were looked at to tell it from a neighbour of
 *     the same index; 0 where none was
 */
public record Ranked(OptionalInt rank, boolean tied, int breakers, Standing standing) {}
