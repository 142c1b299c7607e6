package vn.minhbach.core.publish.publication;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;

/**
 * The check code of a frozen result (<i>mã chốt</i>): printed on the annex that goes to signature,
 * so that the paper and the tables can be held against each other. The first 16 hex digits of
 * SHA-256 over the canonical JSON of {@code {campaign, issue, tables: {group: digest}}}, in groups
 * of four.
 */
public final class SnapshotCode {

  private static final int DIGITS = 16;
  private static final int GROUP = 4;

  private SnapshotCode() {}

  /**
   * The code of a snapshot.
   *
   * @param tables digest of each group's table, by group
   */
  public static String of(CampaignId campaign, int issue, Map<Integer, String> tables) {
    var digests = new TreeMap<String, Object>();
    tables.forEach((group, digest) -> digests.put(group.toString(), digest));
    String hash =
        Sha256.hex(
            CanonicalJson.bytes(
                Map.of("campaign", campaign.value(), "issue", issue, "tables", digests)));
    return grouped(hash.substring(0, DIGITS));
  }

  /** A code as somebody typed it: spaces, hyphens and case make no difference. */
  static String told(String typed) {
    return grouped(typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
  }

  private static String grouped(String digits) {
    var grouped = new StringBuilder(digits.length() * 5 / 4);
    for (int i = 0; i < digits.length(); i++) {
      grouped.append(i > 0 && i % GROUP == 0 ? " " : "").append(digits.charAt(i));
    }
    return grouped.toString();
  }
}
