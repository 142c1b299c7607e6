/**
 * A district forwards its communes (<i>tổng hợp</i>, plan V.4): it sees where each form stands, and
 * passes those that wait at it on to the office, in as many batches as it likes, each with a
 * statement and a letter. Each batch stays, with its number, letter and list ({@link
 * vn.minhbach.core.assess.consolidation.Transmittal}), and a form says in which it went.
 *
 * <h2>States</h2>
 *
 * Of a commune's form: {@code AT_DISTRICT → FORWARDED}, by the district, or by the office once the
 * district's day has passed. The district's own form is another matter and moves by itself.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Only communes of the district that wait at it are forwarded; of a batch with one that does
 *       not, each is named and nothing happens ({@link
 *       vn.minhbach.core.assess.consolidation.ConsolidateCommunes}).
 *   <li>The order stands in the district's chain together with a job; the job forwards one commune
 *       after the other, each in its own chain, and survives a crash ({@link
 *       vn.minhbach.core.assess.consolidation.ForwardCommunes}).
 *   <li>A form that changed since the district consolidated it is left where it is. One of which
 *       the district returned criteria is not among those that are ready, as long as they are open.
 *   <li>The office acts in the place of a late district only, with a reason that stands in the
 *       chains of both ({@link vn.minhbach.core.assess.consolidation.ForwardInstead}); no form that
 *       it passes on counts as forwarded in time.
 *   <li>What the district's own form counts of this (its communes forwarded in time) is brought up
 *       to date with each batch.
 *   <li>Once the result is reported nothing is forwarded: it would be promised and not counted.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * Of Hạ Long's 33 communes ({@code 193}) 31 wait at it. {@code {"communes":"ready","statement":"Đã
 * kiểm tra đủ minh chứng"}} is one entry {@code COMMUNES_CONSOLIDATED} in {@code 131-2020/193},
 * then 31 entries {@code FORM_FORWARDED}, and {@code III.4} of {@code 193} counts 31 of 33 if that
 * was in time.
 */
package vn.minhbach.core.assess.consolidation;
