package vn.minhbach.core.assess.custody;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.SeenText;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * The documents (<i>văn bản</i>) that a unit has described before, in this campaign and in the one
 * before it, so that number, date, issuer and summary are typed once. The same document, however it
 * was typed, stands once, as it was described last. What was taken down stands in no list.
 */
public final class EarlierDocuments {

  private static final int DOCUMENTS_MAX = 500;

  private final Submissions submissions;

  public EarlierDocuments(Submissions submissions) {
    this.submissions = submissions;
  }

  /**
   * A document as the unit described it.
   *
   * @param campaign in which it was described last
   */
  public record Earlier(CampaignId campaign, Proof.Document document) {}

  /**
   * Up to {@value #DOCUMENTS_MAX}, of this campaign first, the latest first.
   *
   * @param words that the document mentions, however they are typed; empty for all
   */
  public List<Earlier> of(Campaign campaign, Unit unit, Optional<String> words) {
    var known = new LinkedHashMap<String, Earlier>();
    Stream.concat(Stream.of(campaign.id()), campaign.settings().deskSettings().previous().stream())
        .flatMap(id -> described(id, unit))
        .filter(one -> words.filter(wanted -> !mentions(one.document(), wanted)).isEmpty())
        .forEach(one -> known.putIfAbsent(same(one.document()), one));
    return known.values().stream().limit(DOCUMENTS_MAX).toList();
  }

  private Stream<Earlier> described(CampaignId campaign, Unit unit) {
    return submissions.evidenceOf(campaign, unit.code()).stream()
        .filter(file -> file.takenDown().isEmpty())
        .sorted(Comparator.comparing(Evidence::grantedAt).reversed().thenComparing(Evidence::id))
        .flatMap(file ->
            file.declaration().meaning().proof().stream()
                .filter(Proof.Document.class::isInstance)
                .map(Proof.Document.class::cast)
                .map(document -> new Earlier(campaign, document)));
  }

  private static boolean mentions(Proof.Document document, String words) {
    return SeenText.folded(document.vietnamese()).contains(SeenText.folded(words));
  }

  // Symbols are typed with and without spaces, in capitals and not.
  private static String same(Proof.Document document) {
    LocalDate date = document.date();
    return document.number().replace(" ", "").toUpperCase(Locale.ROOT) + " " + date;
  }
}
