/** Workbooks as Excel stores them (.xlsx), by Apache POI. */
package vn.minhbach.adapter.poi;
