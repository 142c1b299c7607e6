/** Routes of a campaign: set up, opened, its holidays, what a unit was in an earlier one. */
package vn.minhbach.function.campaign;
