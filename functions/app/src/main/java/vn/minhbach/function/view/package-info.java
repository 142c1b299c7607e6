/** What routes of more than one group show alike. */
package vn.minhbach.function.view;
