/** Routes of evidence: a unit's own files, and what the office sees of all at once. */
package vn.minhbach.function.custody;
