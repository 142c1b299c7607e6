/** Who acts for which unit of a campaign, and until when (<i>phân quyền</i>). */
package vn.minhbach.core.prepare.account;
