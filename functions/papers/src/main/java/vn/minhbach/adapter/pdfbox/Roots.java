package vn.minhbach.adapter.pdfbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.core.assess.evidence.DigitalSignature.Chain;

/** The root certificates that a province trusts, and whether a certificate leads to one of them. */
final class Roots {

  private static final String FILE = "signature-roots.pem";

  private final Set<TrustAnchor> anchors;

  private Roots(Set<TrustAnchor> anchors) {
    this.anchors = anchors;
  }

  /** Those of {@value #FILE}, which whoever deploys fills before the zip is made. */
  static Roots shipped() {
    try (InputStream file = Roots.class.getResourceAsStream(FILE)) {
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Reads certificates as PEM, one behind the other; a line that begins with # says something else.
   *
   * @throws IllegalArgumentException for anything but certificates
   */
  static Roots of(String pem) {
    String text =
        pem.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n")).strip();
    if (text.isEmpty()) {
      return new Roots(Set.of());
    }
    try {
      Set<TrustAnchor> anchors =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
              .stream()
              .map(root -> new TrustAnchor((X509Certificate) root, null))
              .collect(Collectors.toSet());
      if (anchors.isEmpty()) {
        throw new IllegalArgumentException(FILE + " holds no certificate as PEM");
      }
      return new Roots(anchors);
    } catch (GeneralSecurityException none) {
      throw new IllegalArgumentException(FILE + " holds no certificate as PEM", none);
    }
  }

  /**
   * Whether a certificate led to a root when it signed. Nobody is asked whether it was revoked.
   *
   * @param beside certificates that came with it
   * @param at when it signed, as stated; else as the certificates are valid now
   */
  Chain holds(
      X509Certificate certificate, Collection<X509Certificate> beside, Optional<Instant> at) {
    if (anchors.isEmpty()) {
      return Chain.NOT_CHECKED;
    }
    try {
      var target = new X509CertSelector();
      target.setCertificate(certificate);
      var asked = new PKIXBuilderParameters(anchors, target);
      asked.setRevocationEnabled(false);
      asked.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(beside)));
      at.map(Date::from).ifPresent(asked::setDate);
      CertPathBuilder.getInstance("PKIX").build(asked);
      return Chain.VERIFIED;
    } catch (GeneralSecurityException leadsNowhere) {
      return Chain.NOT_VERIFIED;
    }
  }
}
