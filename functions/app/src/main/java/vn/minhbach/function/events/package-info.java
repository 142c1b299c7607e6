/**
 * Functions that no client calls: object events, the table's stream, the schedule. Each may run
 * twice, late and out of order.
 */
package vn.minhbach.function.events;
