package vn.minhbach.adapter.pdfbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import vn.minhbach.core.assess.evidence.DigitalSignature;
import vn.minhbach.core.assess.evidence.DigitalSignature.Chain;
import vn.minhbach.core.assess.evidence.DigitalSignature.Holder;
import vn.minhbach.core.assess.evidence.DigitalSignature.Integrity;
import vn.minhbach.core.assess.evidence.DigitalSignature.IssuedBy;
import vn.minhbach.core.assess.evidence.FileFacts;

/** The signatures of a file (ISO 32000-1, 12.8; PAdES, ETSI EN 319 142-1). */
final class Signatures {

  private static final String TIME_STAMP = "ETSI.RFC3161";

  private final Roots roots;

  Signatures(Roots roots) {
    this.roots = roots;
  }

  List<DigitalSignature> of(PDDocument document, Path file, Bounds bounds) throws IOException {
    var found = new ArrayList<DigitalSignature>();
    for (PDSignature signature : document.getSignatureDictionaries()) {
      bounds.checkTime();
      if (found.size() == FileFacts.SIGNATURES_MAX) {
        break;
      }
      found.add(read(signature, file));
    }
    return found;
  }

  private DigitalSignature read(PDSignature signature, Path file) throws IOException {
    Optional<Signed> signed = Optional.ofNullable(Signed.of(file, signature.getByteRange()));
    long after = Files.size(file) - signed.map(Signed::end).orElse(Files.size(file));
    Optional<Instant> stated = PdfDate.read(signature.getCOSObject().getString("M"));
    boolean stamp = TIME_STAMP.equals(signature.getSubFilter());
    byte[] contents = signature.getContents();
    if (contents == null || contents.length == 0 || contents.length > Bounds.SIGNATURE_MAX) {
      return untold(stamp, unread(signed), stated, after);
    }
    try {
      boolean detached = !"adbe.pkcs7.sha1".equals(signature.getSubFilter()) && !stamp;
      ContentInfo info = info(contents);
      CMSSignedData cms =
          detached && signed.isPresent()
              ? new CMSSignedData(signed.get(), info)
              : new CMSSignedData(info);
      return told(cms, detached, stamp, signed, stated, after);
    } catch (CMSException | GeneralSecurityException | RuntimeException odd) {
      // Of a kind that is not read here, or no signature at all: nothing is said against it.
      return untold(stamp, unread(signed), stated, after);
    }
  }

  // The zeros behind it fill up the room that was kept for it.
  private static ContentInfo info(byte[] contents) throws CMSException {
    try (var in = new ASN1InputStream(contents)) {
      return ContentInfo.getInstance(in.readObject());
    } catch (IOException none) {
      throw new CMSException("no CMS", none);
    }
  }

  private static Integrity unread(Optional<Signed> signed) {
    return signed.isEmpty() ? Integrity.BROKEN : Integrity.NOT_CHECKED;
  }

  /** Of which no certificate tells anything. */
  private static DigitalSignature untold(
      boolean stamp, Integrity integrity, Optional<Instant> stated, long after) {
    return new DigitalSignature(
        Optional.empty(),
        stamp ? Holder.TIME_STAMP : Holder.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        IssuedBy.OTHER,
        stated,
        integrity,
        after,
        Chain.NOT_CHECKED);
  }

  private DigitalSignature told(
      CMSSignedData cms,
      boolean detached,
      boolean stamp,
      Optional<Signed> signed,
      Optional<Instant> stated,
      long after)
      throws CMSException, GeneralSecurityException, IOException {
    Iterator<SignerInformation> signers = cms.getSignerInfos().getSigners().iterator();
    if (!signers.hasNext()) {
      return untold(stamp, unread(signed), stated, after);
    }
    SignerInformation signer = signers.next();
    List<X509Certificate> beside = certificates(cms, holder -> true);
    Optional<X509Certificate> own = certificates(cms, signer.getSID()::match).stream().findFirst();
    Optional<Instant> at = signingTime(signer).or(() -> stated);
    Integrity integrity =
        signed.isEmpty() || !signed.get().leavesOutOnlyTheSignature()
            ? Integrity.BROKEN
            : own.isEmpty() || stamp
                ? Integrity.NOT_CHECKED
                : integrity(cms, signer, own.get(), detached, signed.get());
    if (own.isEmpty()) {
      return untold(stamp, integrity, at, after);
    }
    var subject = new Subject(own.get(), beside);
    return new DigitalSignature(
        subject.name(),
        stamp ? Holder.TIME_STAMP : subject.holder(),
        subject.organisation(),
        subject.issuer(),
        subject.issuedBy(),
        at,
        integrity,
        after,
        roots.holds(own.get(), beside, at));
  }

  private static Integrity integrity(
      CMSSignedData cms,
      SignerInformation signer,
      X509Certificate certificate,
      boolean detached,
      Signed signed)
      throws CMSException, GeneralSecurityException, IOException {
    try {
      // By the key alone: whether the certificate was valid at that time the chain says.
      boolean verified =
          signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
      return verified && (detached || enclosed(cms, signed)) ? Integrity.INTACT : Integrity.BROKEN;
    } catch (CMSSignerDigestMismatchException other) {
      return Integrity.BROKEN;
    } catch (OperatorCreationException unknown) {
      return Integrity.NOT_CHECKED;
    }
  }

  // The old kind encloses the SHA-1 of the ranges, and signs that.
  private static boolean enclosed(CMSSignedData cms, Signed signed)
      throws CMSException, GeneralSecurityException, IOException {
    MessageDigest digest = MessageDigest.getInstance("SHA-1");
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      signed.write(out);
    }
    return cms.getSignedContent() != null
        && cms.getSignedContent().getContent() instanceof byte[] kept
        && MessageDigest.isEqual(kept, digest.digest());
  }

  private static List<X509Certificate> certificates(
      CMSSignedData cms, Predicate<X509CertificateHolder> wanted) throws GeneralSecurityException {
    var certificates = new ArrayList<X509Certificate>();
    for (X509CertificateHolder holder : cms.getCertificates().getMatches(null)) {
      if (wanted.test(holder)) {
        certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
      }
    }
    return certificates;
  }

  private static Optional<Instant> signingTime(SignerInformation signer) {
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
    return Optional.ofNullable(time)
        .filter(stated -> stated.getAttrValues().size() > 0)
        .map(stated ->
            Time.getInstance(stated.getAttrValues().getObjectAt(0)).getDate().toInstant());
  }
}
