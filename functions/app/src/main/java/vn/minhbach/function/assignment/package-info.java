/** Routes of the appraisal team: its register, and who reads what. */
package vn.minhbach.function.assignment;
