/** What comes with the program on its class path. */
package vn.minhbach.adapter.resource;
