/** Routes of requests for review of a published result. */
package vn.minhbach.function.review;
