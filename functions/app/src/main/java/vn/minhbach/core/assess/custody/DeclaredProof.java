package vn.minhbach.core.assess.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.assess.evidence.Proof;

/** Reads what kind of thing a file shows: one of four members of its declaration, or none. */
final class DeclaredProof {

  private static final int NUMBER_MAX = 60;
  private static final int ISSUER_MAX = 150;
  private static final int SUMMARY_MAX = 300;
  private static final int ADDRESS_MAX = 500;
  private static final List<String> KINDS =
      List.of(Proof.Document.CODE, Proof.Photo.CODE, Proof.Screenshot.CODE, Proof.Extract.CODE);

  private DeclaredProof() {}

  static Supplier<Optional<Proof>> read(Node body) {
    List<String> named = KINDS.stream().filter(kind -> body.optional(kind).isPresent()).toList();
    if (named.size() > 1) {
      body.faultAt(named.get(1), InputProblem.ONE_OF_TWO.of(named.get(0), named.get(1)));
    }
    return named.stream()
        .findFirst()
        .map(kind -> proof(kind, body.field(kind)))
        .<Supplier<Optional<Proof>>>map(proof -> () -> Optional.of(proof.get()))
        .orElse(Optional::empty);
  }

  private static Supplier<? extends Proof> proof(String kind, Node said) {
    return switch (kind) {
      case Proof.Document.CODE -> document(said);
      case Proof.Photo.CODE -> photo(said);
      case Proof.Screenshot.CODE -> screenshot(said);
      default -> extract(said);
    };
  }

  private static Supplier<Proof.Document> document(Node said) {
    said.only("number", "date", "issuer", "summary", "inForce");
    String number = text(said, "number", NUMBER_MAX);
    LocalDate date = day(said, "date");
    String issuer = text(said, "issuer", ISSUER_MAX);
    String summary = text(said, "summary", SUMMARY_MAX);
    boolean inForce = said.optional("inForce").map(Node::bool).orElse(false);
    return () -> new Proof.Document(number, date, issuer, summary, inForce);
  }

  private static Supplier<Proof.Photo> photo(Node said) {
    said.only("taken");
    Optional<LocalDate> taken = said.optional("taken").map(Node::date);
    return () -> new Proof.Photo(taken);
  }

  private static Supplier<Proof.Screenshot> screenshot(Node said) {
    said.only("address", "day");
    String address = text(said, "address", ADDRESS_MAX);
    LocalDate day = day(said, "day");
    return () -> new Proof.Screenshot(address, day);
  }

  private static Supplier<Proof.Extract> extract(Node said) {
    said.only("system", "day");
    String system = text(said, "system", ISSUER_MAX);
    LocalDate day = day(said, "day");
    return () -> new Proof.Extract(system, day);
  }

  private static String text(Node said, String name, int max) {
    Node node = said.field(name);
    return node.raw() == null ? "" : node.text(max);
  }

  private static LocalDate day(Node said, String name) {
    Node node = said.field(name);
    return node.raw() == null ? LocalDate.EPOCH : node.date();
  }
}
