package vn.minhbach.adapter.pdfbox;

import java.io.ByteArrayInputStream;
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

/** The root certificates that the stack names, and whether a certificate leads to one of them. */
final class Roots {

  private final Set<TrustAnchor> anchors;

  private Roots(Set<TrustAnchor> anchors) {
    this.anchors = anchors;
  }

  /** Reads certificates as PEM, one behind the other. */
  static Roots of(Optional<String> pem) {
    if (pem.filter(text -> !text.isBlank()).isEmpty()) {
      return new Roots(Set.of());
    }
    try {
      Set<TrustAnchor> anchors =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.get().getBytes(StandardCharsets.US_ASCII)))
              .stream()
              .map(root -> new TrustAnchor((X509Certificate) root, null))
              .collect(Collectors.toSet());
      if (anchors.isEmpty()) {
        throw new IllegalArgumentException("SIGNATURE_ROOTS holds no certificate as PEM");
      }
      return new Roots(anchors);
    } catch (GeneralSecurityException none) {
      throw new IllegalArgumentException("SIGNATURE_ROOTS holds no certificate as PEM", none);
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
