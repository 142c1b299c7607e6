package vn.minhbach.core;

import java.util.regex.Pattern;

/** A campaign (<i>đợt đánh giá</i>): lower-case letters, digits, hyphens; 1 to 40. */
public record CampaignId(String value) implements Comparable<CampaignId> {

  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  public CampaignId {
    if (!valid(value)) {
      throw new IllegalArgumentException("not a CampaignId: " + value);
    }
  }

  /** Whether a text from outside may become one; the constructor throws where it may not. */
  public static boolean valid(String value) {
    return value != null && FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(CampaignId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
