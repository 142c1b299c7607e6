package vn.minhbach.adapter.pdfbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** PDFs as offices make them, and certificates of nobody. */
final class Papers {

  static final Instant SIGNED_AT = Instant.parse("2020-10-05T03:00:00Z");
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2040-01-01T00:00:00Z");
  private static final String FONT = "/liberation/LiberationSerif-Regular.ttf";

  private static int serial;

  private Papers() {}

  /** A certificate with its key, and those above it. */
  record Hand(X509Certificate certificate, PrivateKey key, List<X509Certificate> above) {

    static Hand root(String name) {
      return made(name, null);
    }

    Hand issues(String name) {
      return made(name, this);
    }

    String pem() throws GeneralSecurityException {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    }

    private static Hand made(String name, Hand issuer) {
      try {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = keys.generateKeyPair();
        X500Name subject = new X500Name(name);
        X500Name above =
            issuer == null
                ? subject
                : X500Name.getInstance(issuer.certificate.getSubjectX500Principal().getEncoded());
        X509Certificate certificate =
            new JcaX509CertificateConverter()
                .getCertificate(
                    new JcaX509v3CertificateBuilder(
                            above,
                            BigInteger.valueOf(++serial),
                            Date.from(FROM),
                            Date.from(TO),
                            subject,
                            pair.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(3))
                        .build(
                            new JcaContentSignerBuilder("SHA256withECDSA")
                                .build(issuer == null ? pair.getPrivate() : issuer.key)));
        List<X509Certificate> chain =
            issuer == null
                ? List.of()
                : java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(issuer.certificate), issuer.above.stream())
                    .toList();
        return new Hand(certificate, pair.getPrivate(), chain);
      } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    byte[] sign(InputStream content) throws IOException {
      try {
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
            new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key), certificate));
        var all = new java.util.ArrayList<>(above);
        all.add(certificate);
        generator.addCertificates(new JcaCertStore(all));
        return generator
            .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
            .getEncoded();
      } catch (GeneralSecurityException | OperatorCreationException | CMSException impossible) {
        throw new IOException(impossible);
      }
    }
  }

  /** Lines of a page, top down; a tab begins a column at the right. */
  static byte[] text(String... pages) throws IOException {
    try (var document = new PDDocument();
        InputStream file = Papers.class.getResourceAsStream(FONT)) {
      PDFont font = PDType0Font.load(document, file);
      for (String lines : pages) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          float y = 740;
          for (String line : lines.split("\n")) {
            float x = 72;
            for (String column : line.split("\t")) {
              content.beginText();
              content.setFont(font, 13);
              content.newLineAtOffset(x, y);
              content.showText(column);
              content.endText();
              x += 220;
            }
            y -= 20;
          }
        }
      }
      return bytes(document);
    }
  }

  /** Pages that are pictures; no reader here looks into one. */
  static byte[] scan(int pages, int bytesEach) throws IOException {
    try (var document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        byte[] noise = new byte[bytesEach];
        new Random(i).nextBytes(noise);
        var page = new PDPage();
        document.addPage(page);
        var image =
            new PDImageXObject(
                document,
                new ByteArrayInputStream(noise),
                COSName.DCT_DECODE,
                1_000,
                1_400,
                8,
                PDDeviceRGB.INSTANCE);
        try (var content = new PDPageContentStream(document, page)) {
          content.drawImage(image, 0, 0, 595, 842);
        }
      }
      return bytes(document);
    }
  }

  /** One page of text, one scan, one blank. */
  static byte[] mixed() throws IOException {
    try (PDDocument document = Loader.loadPDF(text("Báo cáo"));
        PDDocument scan = Loader.loadPDF(scan(1, 100))) {
      document.importPage(scan.getPage(0));
      document.addPage(new PDPage());
      return bytes(document);
    }
  }

  static byte[] withFiles(byte[] pdf, String... names) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var files = new java.util.TreeMap<String, PDComplexFileSpecification>();
      for (String name : names) {
        var file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setEmbeddedFile(
            new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1, 2})));
        files.put(name, file);
      }
      var tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(files);
      var listed = new PDDocumentNameDictionary(document.getDocumentCatalog());
      listed.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(listed);
      return bytes(document);
    }
  }

  /** Locked with a password for reading, or only against copying where that is empty. */
  static byte[] locked(byte[] pdf, String password) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
      policy.setEncryptionKeyLength(256);
      document.protect(policy);
      return bytes(document);
    }
  }

  /** Signed over what the file holds now; earlier signatures stay. */
  static byte[] signed(byte[] pdf, Hand hand) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      var at = new GregorianCalendar(java.util.TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
      at.setTimeInMillis(SIGNED_AT.toEpochMilli());
      signature.setSignDate(at);
      document.addSignature(signature, hand::sign);
      var out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return out.toByteArray();
    }
  }

  /** With something appended in the way of programs: another revision. */
  static byte[] appended(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      document.getDocumentInformation().setTitle("Sửa sau khi ký");
      document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
      document.getDocument().getTrailer().setNeedToBeUpdated(true);
      var out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return out.toByteArray();
    }
  }

  /** With one byte of its first page changed in its place. */
  static byte[] altered(byte[] pdf) {
    byte[] other = pdf.clone();
    int at = indexOf(other, "MediaBox");
    other[at + "MediaBox [0.0 0.0 6".length()]++;
    return other;
  }

  /** A page whose contents unfold to so many megabytes. */
  static byte[] bomb(int megabytes) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      byte[] block = new byte[1 << 20];
      Arrays.fill(block, (byte) ' ');
      var stream = new org.apache.pdfbox.pdmodel.common.PDStream(document);
      try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        for (int i = 0; i < megabytes; i++) {
          out.write(block);
        }
      }
      page.setContents(stream);
      return bytes(document);
    }
  }

  private static int indexOf(byte[] bytes, String word) {
    int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(word);
    if (at < 0) {
      throw new IllegalStateException(word + " is not there");
    }
    return at;
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }
}
