package vn.minhbach.core.appraise.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.minhbach.core.CampaignId;

/**
 * The minutes of the team's closing session (<i>biên bản họp Tổ thẩm định</i>), as the standing
 * office keeps them. The signatures stand in the paper; here stands who was there, and who kept an
 * opinion of their own.
 *
 * @param number of the minutes
 * @param day of the session
 * @param present opaque ids of the members who signed
 * @param paper SHA-256 of the signed PDF, hex; it lies where nothing is overwritten
 * @param version rises by one with each change
 */
public record Session(
    CampaignId campaign,
    String number,
    LocalDate day,
    List<String> present,
    List<Dissent> dissents,
    String paper,
    String by,
    Instant at,
    long version) {

  public Session {
    present = List.copyOf(present);
    dissents = List.copyOf(dissents);
  }

  /**
   * An opinion that a member kept (<i>ý kiến bảo lưu</i>).
   *
   * @param by opaque id of the member
   */
  public record Dissent(String by, String text) {}

  /** What a writer must have read. */
  public String etag() {
    return "s" + version;
  }

  boolean sameAs(Session other) {
    return number.equals(other.number)
        && day.equals(other.day)
        && present.equals(other.present)
        && dissents.equals(other.dissents)
        && paper.equals(other.paper);
  }
}
