/**
 * The province's own figures (<i>số liệu của hệ thống dùng chung</i>): what it holds already, a
 * unit confirms or contests instead of typing it.
 */
package vn.minhbach.core.prepare.source;
