/** Users of the stack's own pool. */
package vn.minhbach.adapter.cognito;
