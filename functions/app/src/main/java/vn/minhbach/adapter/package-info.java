/**
 * Driven adapters, one package for each technology. Here stands only what they share: what the
 * failure of a remote call means to the core.
 */
package vn.minhbach.adapter;
