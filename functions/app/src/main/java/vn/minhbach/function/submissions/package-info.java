/** Routes of a unit's form: answers, evidence, signature, the district's step, the ledger. */
package vn.minhbach.function.submissions;
