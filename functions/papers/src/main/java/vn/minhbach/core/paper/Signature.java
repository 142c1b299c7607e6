package vn.minhbach.core.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.minhbach.core.prepare.campaign.Campaign.Authority;

/**
 * The block of a signature (decree 30/2020/NĐ-CP, annex I, II.7): by what authority and in what
 * office somebody signs.
 *
 * @param lines in capitals, as <i>TM. ỦY BAN NHÂN DÂN</i>, <i>KT. CHỦ TỊCH</i>, <i>PHÓ CHỦ TỊCH</i>
 * @param name empty where it is still to be signed
 */
public record Signature(List<String> lines, Optional<String> name) {

  /** What a People's Committee's papers are signed on behalf of. */
  public static final String COMMITTEE = "Ủy ban nhân dân";

  private static final String VICE = "phó ";

  public Signature {
    lines = lines.stream().map(Names::upper).toList();
  }

  /** A place for a signature that says no more than in what part somebody signs. */
  static Signature as(String part) {
    return new Signature(List.of(part), Optional.empty());
  }

  /**
   * Of a collective: everything it issues is signed on its behalf, and by its vice-head also in the
   * head's place.
   *
   * @param title the office of who signs, as <i>Phó Chủ tịch</i>
   */
  public static Signature onBehalf(String collective, String title, Optional<String> name) {
    var lines = new ArrayList<String>();
    lines.add("TM. " + collective);
    inPlaceOf(title).ifPresent(head -> lines.add("KT. " + head));
    lines.add(title);
    return new Signature(lines, name);
  }

  /**
   * Of a body with one head.
   *
   * @param title the office of who signs, as <i>Phó Giám đốc</i>
   */
  public static Signature ofHead(String title, Optional<String> name) {
    var lines = new ArrayList<String>();
    inPlaceOf(title).ifPresent(head -> lines.add("KT. " + head));
    lines.add(title);
    return new Signature(lines, name);
  }

  /**
   * As it was given on a signed paper.
   *
   * @param head the office in whose place, by whose order or delegation it is given
   */
  public static Signature by(
      Optional<Authority> authority, String head, String title, Optional<String> name) {
    return authority
        .map(how ->
            switch (how) {
              case TM -> onBehalf(COMMITTEE, title, name);
              case KT -> new Signature(List.of("KT. " + head, title), name);
              case TL -> new Signature(List.of("TL. " + head, title), name);
              case TUQ -> new Signature(List.of("TUQ. " + head, title), name);
              case Q -> new Signature(List.of("Q. " + title), name);
            })
        .orElseGet(() -> ofHead(title, name));
  }

  // Who is charged with a body without being its head signs in nobody's place.
  private static Optional<String> inPlaceOf(String title) {
    String lower = title.strip().toLowerCase(Locale.forLanguageTag("vi"));
    return lower.startsWith(VICE) && !lower.contains("phụ trách")
        ? Optional.of(title.strip().substring(VICE.length()))
        : Optional.empty();
  }
}
