/** Breaches of every rule of the architecture, for the tests of the rules alone. */
package vn.minhbach.planted;
