package vn.minhbach.adapter.pdfbox;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import vn.minhbach.core.SeenText;
import vn.minhbach.core.assess.evidence.DigitalSignature;
import vn.minhbach.core.assess.evidence.DigitalSignature.Holder;
import vn.minhbach.core.assess.evidence.DigitalSignature.IssuedBy;

/**
 * What a Vietnamese certificate states of its holder and issuer. The number of a card or a tax code
 * stands in the subject's UID ({@code MST:}, {@code CMND:}, {@code CCCD:}, {@code HC:}; circular
 * 06/2015/TT-BTTTT, and certificates as they are met); it decides between person and organisation
 * and is not kept.
 */
final class Subject {

  private static final Pattern PERSON = Pattern.compile("(?i)^\\s*(CMND|CCCD|CMT|HC|BHXH)\\b.*");
  private static final Pattern TAX_CODE = Pattern.compile("(?i)^\\s*MST\\b.*");
  private static final String CIPHER_COMMITTEE = "ban co yeu chinh phu";

  /** Of the ministry that licenses public authorities, under its names since 2008. */
  private static final List<String> NATIONAL_ROOTS =
      List.of("mic national root ca", "vietnam national root ca", "national root ca");

  private final X500Name subject;
  private final X500Name issuer;
  private final List<X500Name> issuers;

  /**
   * A certificate.
   *
   * @param beside those that came with it, itself among them
   */
  Subject(X509Certificate certificate, List<X509Certificate> beside)
      throws GeneralSecurityException {
    var own = new JcaX509CertificateHolder(certificate);
    subject = own.getSubject();
    issuer = own.getIssuer();
    var all = new ArrayList<X500Name>();
    all.add(issuer);
    for (X509Certificate one : beside) {
      var holder = new JcaX509CertificateHolder(one);
      // Only what stands above: who else's certificate came along says nothing.
      if (holder.getSubject().equals(issuer)) {
        all.add(holder.getIssuer());
      }
    }
    issuers = List.copyOf(all);
  }

  Optional<String> name() {
    return first(subject, BCStyle.CN);
  }

  Optional<String> organisation() {
    return first(subject, BCStyle.O);
  }

  Optional<String> issuer() {
    return first(issuer, BCStyle.CN).or(() -> first(issuer, BCStyle.O));
  }

  Holder holder() {
    List<String> numbers = texts(subject, BCStyle.UID).toList();
    boolean person =
        numbers.stream().anyMatch(number -> PERSON.matcher(number).matches())
            || Stream.of(BCStyle.T, BCStyle.GIVENNAME, BCStyle.SURNAME)
                .anyMatch(part -> texts(subject, part).findAny().isPresent());
    if (person) {
      return Holder.PERSON;
    }
    boolean organisation =
        numbers.stream().anyMatch(number -> TAX_CODE.matcher(number).matches())
            || name().map(SeenText::folded).isPresent()
                && name().map(SeenText::folded).equals(organisation().map(SeenText::folded));
    return organisation ? Holder.ORGANISATION : Holder.UNKNOWN;
  }

  IssuedBy issuedBy() {
    if (subject.equals(issuer)) {
      return IssuedBy.ITSELF;
    }
    List<String> names =
        issuers.stream()
            .flatMap(name -> Stream.of(BCStyle.CN, BCStyle.O).flatMap(part -> texts(name, part)))
            .map(SeenText::folded)
            .toList();
    if (names.stream().anyMatch(name -> name.contains(CIPHER_COMMITTEE))) {
      return IssuedBy.GOVERNMENT;
    }
    return names.stream().anyMatch(name -> NATIONAL_ROOTS.stream().anyMatch(name::contains))
        ? IssuedBy.PUBLIC
        : IssuedBy.OTHER;
  }

  private static Optional<String> first(X500Name name, ASN1ObjectIdentifier part) {
    return texts(name, part)
        .map(SeenText::of)
        .filter(text -> !text.isEmpty())
        .map(text ->
            text.codePointCount(0, text.length()) <= DigitalSignature.TEXT_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, DigitalSignature.TEXT_MAX)))
        .findFirst();
  }

  private static Stream<String> texts(X500Name name, ASN1ObjectIdentifier part) {
    return Stream.of(name.getRDNs(part))
        .map(RDN::getTypesAndValues)
        .flatMap(Stream::of)
        .filter(pair -> pair.getType().equals(part))
        .map(pair -> IETFUtils.valueToString(pair.getValue()));
  }
}
