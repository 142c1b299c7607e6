/** Routes of the gate: a form is returned, a district remarks. */
package vn.minhbach.function.gate;
