package vn.minhbach.function.events;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * A key in quarantine, {@code <campaign>/<unit>/<evidenceId>}, or in the vault, {@code
 * <campaign>/<unit>/<sha256>}. EventBridge does not encode it.
 */
record ObjectKey(CampaignId campaign, UnitCode unit, String name) {

  private static final Pattern IN_QUARANTINE = Pattern.compile("([^/]+)/([^/]+)/([0-9a-f]{32})");
  private static final Pattern IN_VAULT = Pattern.compile("([^/]+)/([^/]+)/([0-9a-f]{64})");

  /** The campaign under whose prefix a key lies; empty for one that lies elsewhere. */
  static Optional<CampaignId> campaign(String key) {
    int slash = key.indexOf('/');
    return slash > 0 && CampaignId.valid(key.substring(0, slash))
        ? Optional.of(new CampaignId(key.substring(0, slash)))
        : Optional.empty();
  }

  /** Empty for a key that is none of ours, as the scanner's own probe object. */
  static Optional<ObjectKey> of(String key) {
    return read(IN_QUARANTINE, key);
  }

  /** Of the vault. */
  static Optional<ObjectKey> kept(String key) {
    return read(IN_VAULT, key);
  }

  private static Optional<ObjectKey> read(Pattern form, String key) {
    Matcher matcher = form.matcher(key == null ? "" : key);
    return matcher.matches()
            && CampaignId.valid(matcher.group(1))
            && UnitCode.valid(matcher.group(2))
        ? Optional.of(
            new ObjectKey(
                new CampaignId(matcher.group(1)), new UnitCode(matcher.group(2)), matcher.group(3)))
        : Optional.empty();
  }
}
