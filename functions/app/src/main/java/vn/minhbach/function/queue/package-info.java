/** Where a member of the appraisal team looks first. */
package vn.minhbach.function.queue;
