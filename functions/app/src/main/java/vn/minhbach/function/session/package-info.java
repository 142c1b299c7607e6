/** Routes of the team's closing session. */
package vn.minhbach.function.session;
