/** Signatures and keys by the JDK's own providers; knows no service. */
package vn.minhbach.adapter.jca;
