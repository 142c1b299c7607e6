package vn.minhbach.core.assess.signing;

import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Head;

/**
 * What comes in with a signature.
 *
 * @param paper id of the signed form that was uploaded; empty where an account signs
 * @param code the code that is signed, as printed; a paper always has one
 */
public record SignatureDraft(
    String name,
    String title,
    Optional<Head.Letter> letter,
    Optional<String> paper,
    Optional<CheckCode> code,
    Optional<String> lateReason) {

  private static final int NAME_MAX = 200;
  private static final int REASON_MAX = 1_000;
  private static final int ID_MAX = 100;
  private static final int CODE_MAX = 60;

  /** Reads what comes in with a signature. */
  public static Outcome<SignatureDraft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, SignatureDraft::shape);
  }

  private static Supplier<SignatureDraft> shape(Node body) {
    body.only("signedBy", "letter", "signedEvidenceId", "checkCode", "lateReason");
    Node signedBy = body.field("signedBy");
    String name = "";
    String title = "";
    if (signedBy.raw() != null) {
      signedBy.only("name", "title");
      name = text(signedBy, "name");
      title = text(signedBy, "title");
    }
    Optional<Head.Letter> letter = body.optional("letter").map(Head.Letter::read);
    Optional<String> paper = body.optional("signedEvidenceId").map(node -> node.text(ID_MAX));
    Optional<CheckCode> code = body.optional("checkCode").flatMap(SignatureDraft::code);
    if (paper.isPresent()) {
      // What stands on the paper ties it to the form, and lets it be found in the files.
      body.field("checkCode");
      body.field("letter");
    }
    Optional<String> lateReason = lateReason(body);
    String signer = name;
    String office = title;
    return () -> new SignatureDraft(signer, office, letter, paper, code, lateReason);
  }

  static Optional<String> lateReason(Node body) {
    return body.optional("lateReason").map(node -> node.lines(REASON_MAX));
  }

  private static Optional<CheckCode> code(Node node) {
    String typed = node.text(CODE_MAX);
    Optional<CheckCode> code = CheckCode.read(typed);
    if (code.isEmpty() && !typed.isBlank()) {
      node.fault(SigningProblem.BAD_CHECK_CODE.of(typed));
    }
    return code;
  }

  private static String text(Node object, String field) {
    Node node = object.field(field);
    return node.raw() == null ? "" : node.text(NAME_MAX);
  }
}
