package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.util.Optional;

/**
 * The head of the form (<i>phần thông tin chung của phiếu</i>): what a reader needs to know of the
 * unit before its figures (domain/README.md section 5, Thanh Hóa 2022).
 *
 * @param address where the unit sits
 * @param residents how many people live in its area; empty for a department
 * @param enterprises how many enterprises work there; empty for a department
 * @param by opaque id of who filled it in
 * @param version rises by one with each change; the etag
 */
public record Particulars(
    String address,
    Staff staff,
    Optional<Long> residents,
    Optional<Long> enterprises,
    Contact contact,
    Instant at,
    String by,
    long version) {

  /**
   * Who works there.
   *
   * @param officials <i>cán bộ</i>
   * @param civilServants <i>công chức</i>
   * @param publicEmployees <i>viên chức</i>; empty where nobody said
   */
  public record Staff(long officials, long civilServants, Optional<Long> publicEmployees) {

    /** All of them. */
    public long total() {
      return officials + civilServants + publicEmployees.orElse(0L);
    }
  }

  /**
   * Whom to call about the form. A person: stands here, where it can be erased, and in no ledger.
   */
  public record Contact(String name, String phone, Optional<String> email) {}

  /** What a writer must have read to overwrite this. */
  public String etag() {
    return "h" + version;
  }

  /** Whether another says the same; who filled it in and when does not matter. */
  public boolean sameContent(Particulars other) {
    return address.equals(other.address)
        && staff.equals(other.staff)
        && residents.equals(other.residents)
        && enterprises.equals(other.enterprises)
        && contact.equals(other.contact);
  }

  public Particulars withVersion(long newVersion) {
    return new Particulars(address, staff, residents, enterprises, contact, at, by, newVersion);
  }
}
