/**
 * The core as browsers run it: entry points that TeaVM compiles to ES modules, {@code
 * minhbach-core.js} for forms and {@code minhbach-verify.js} for whoever recomputes a result. No
 * rule stands here; texts go in and out as JSON, so that no number is ever one of JavaScript's.
 */
package vn.minhbach.browser;
