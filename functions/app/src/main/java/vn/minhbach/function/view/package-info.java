/** Reply records that routes of more than one capability show. */
package vn.minhbach.function.view;
