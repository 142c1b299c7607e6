/**
 * Questions on criteria (<i>câu hỏi, vướng mắc</i>): a unit asks, the office answers, and what
 * helps others is published to all units of the group without the name of who asked. The register
 * of difficulties is an annex of the report.
 *
 * <p>A question lives beside the form, not in it: asking changes nothing that is signed. Each has a
 * chain of its own, so that who answered what, and when, stands as firmly as the figures do.
 */
package vn.minhbach.core.assess.question;
