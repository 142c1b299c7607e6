/** Routes of marks: the sheet of a unit, one mark, many, closing, and why a criterion counts so. */
package vn.minhbach.function.marking;
