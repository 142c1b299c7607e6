/** Routes of inspections: their plans, what they found, and their minutes. */
package vn.minhbach.function.inspection;
