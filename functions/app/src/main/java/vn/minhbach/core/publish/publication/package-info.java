/**
 * From scores to a published ranking (<i>báo cáo, phê duyệt, công bố</i>, plan V.1, IV.3): drafts
 * while forms come in, then the report, the approval by the People's Committee (<i>UBND tỉnh</i>)
 * and the publication of one frozen result. And beforehand: what last year's answers would score on
 * this year's criteria ({@link vn.minhbach.core.publish.publication.RehearseCriteria}).
 *
 * <h2>States</h2>
 *
 * {@code OPEN or APPRAISING → REPORTED → APPROVED → PUBLISHED} of the campaign. A reported result
 * may be sent back, a published one taken up for correction: both lead to the stage before the
 * report, and what was published stays readable under its number. A draft is rebuilt while forms
 * come in and means nothing afterwards.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>The report freezes every group under one version; approval and publication only note who
 *       decided, when, and by which number. Nothing is computed again.
 *   <li>No report while anything is open: jobs, forms, hearings, appraisals, all named in one
 *       answer ({@link vn.minhbach.core.publish.publication.PublishResult}).
 *   <li>Whoever states a check code states which snapshot is meant, and no other is approved
 *       ({@link vn.minhbach.core.publish.publication.SnapshotCode}). What the office enters from a
 *       paper another body confirms ({@link vn.minhbach.core.publish.publication.ApproveResult}).
 *   <li>What departs from the ordinary is counted per unit and public with its rank ({@link
 *       vn.minhbach.core.publish.ranking.Exceptions}).
 *   <li>The public reads what is published and nothing else; drafts have uses of their own, so that
 *       no switch can show one for the other ({@link
 *       vn.minhbach.core.publish.publication.ReadResult}).
 *   <li>Between report and publication, who reads a draft is logged before it is shown ({@link
 *       vn.minhbach.core.publish.publication.WatchDrafts}).
 *   <li>All chains are anchored daily and at each of the three, where nothing can be overwritten
 *       ({@link vn.minhbach.core.publish.publication.KeepAnchors}).
 *   <li>A rehearsal leaves out the reader's own body, counts and spreads included.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * All forms are locked at the end of 31/10/2020. On 29/1/2021 the office reports: {@code
 * RESULT_REPORTED} with the digests of three tables. On 15/3 the approver enters decision
 * 812/QĐ-UBND; the office publishes, and {@code rankings/2} of {@code 131-2020}, 404 until then, is
 * public.
 */
package vn.minhbach.core.publish.publication;
