/** Compiles the core for browsers; runs in the build, never in a page. */
package vn.minhbach.browser.build;
