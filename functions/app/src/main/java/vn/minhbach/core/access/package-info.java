/**
 * Who may see and do what. Deny by default: a role that an {@link vn.minhbach.core.access.Access}
 * does not name has no way in.
 */
package vn.minhbach.core.access;
