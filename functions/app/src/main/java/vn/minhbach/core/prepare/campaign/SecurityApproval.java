package vn.minhbach.core.prepare.campaign;

import java.time.LocalDate;

/**
 * The approval of the system's security level (<i>quyết định phê duyệt cấp độ an toàn hệ thống
 * thông tin</i>, decree 85/2016/NĐ-CP, articles 12 and 17): without it no forms go out where real
 * data would enter.
 *
 * @param number number and symbol of the decision, at most 100 letters
 */
public record SecurityApproval(String number, LocalDate date) {}
