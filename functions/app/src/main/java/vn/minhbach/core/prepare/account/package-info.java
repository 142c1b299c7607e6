/**
 * Who acts for which unit of a campaign, and until when (<i>phân công tài khoản</i>). The office's
 * register is a file, whole each time: whom it leaves out is off from that moment. It is how a unit
 * comes to its typist, its contributors and the head who signs (plan V.5), and a district to whom
 * consolidates (V.4).
 *
 * <h2>States</h2>
 *
 * A post ({@link vn.minhbach.core.prepare.account.Post}) is held from its first moment until its
 * end. In the user pool an account is in line, pending, failed with a {@link
 * vn.minhbach.core.prepare.account.Trouble}, or leaving ({@link
 * vn.minhbach.core.prepare.account.PoolReport}).
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Token and register must agree: neither a forgotten group nor a forgotten line lets anyone
 *       in ({@link vn.minhbach.core.prepare.account.Account#acting}). Without a register the tokens
 *       alone decide.
 *   <li>A name stands in {@link vn.minhbach.core.prepare.account.Actor} and nowhere else, where it
 *       can be erased; ledgers keep an opaque id and stay whole.
 *   <li>The pool follows the registers of open campaigns by steps that are safe to repeat ({@link
 *       vn.minhbach.core.prepare.account.KeepAccounts}); users that no register made are never
 *       touched.
 *   <li>Sessions end before an account is said to be off.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code hakhanh.lan,06649,typist,Nguyễn Thị Lan,Công chức văn phòng,,2020-08-31} and {@code
 * hakhanh.minh,06649,typist,Trần Văn Minh,Công chức văn phòng,2020-09-01,}: a hand-over. Both
 * ledgers and signatures say who it was as of then ({@link
 * vn.minhbach.core.prepare.account.Signatures}).
 */
package vn.minhbach.core.prepare.account;
