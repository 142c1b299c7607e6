/**
 * The assessed units (<i>đơn vị được đánh giá</i>, plan, annex 1): 30 provincial agencies, 13
 * districts, 177 communes in 2020. They belong to a campaign, not to the system for ever: in 2025
 * there are 54 units and no districts. Keys are codes and texts, since names repeat (a Xã and a
 * Phường Bắc Sơn) and a commune's leading zero counts.
 *
 * <h2>States</h2>
 *
 * None; a register is staged under a version and comes into force when the campaign points to it
 * ({@link vn.minhbach.core.unit.Units}).
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A register is read whole or, when any line is at fault, not at all ({@link
 *       vn.minhbach.core.unit.UnitRegister}).
 *   <li>Group 1 is ranked among agencies, 2 among districts, 3 among communes; a commune with a
 *       parent is consolidated by it ({@link vn.minhbach.core.unit.Unit#consolidated}).
 *   <li>Only a unit that is the same, or alone took over one unit whole, is compared with the year
 *       before ({@link vn.minhbach.core.unit.Lineage}).
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649,3,ward,Phường Hà Khánh,193} is a ward of Hạ Long: its form goes through {@code 193}.
 * {@code STTTT,1,department,Sở Thông tin và Truyền thông,} has no parent: its form goes straight to
 * the office, although it is the office.
 */
package vn.minhbach.core.unit;
