package vn.minhbach.core.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;

/**
 * Whom to write to at a unit. Kept apart from everything that is for ever, so that it can be
 * erased.
 *
 * @param email checked for its form only
 */
public record Contact(String name, String email, Role role) {

  /** What the person does with the form. */
  public enum Role {
    /** Types the form. */
    TYPIST,
    /** Head of the unit; is written to when the unit is long late. */
    SIGNER,
    OTHER
  }

  private static final int CONTACTS_MAX = 10;

  /** Reads {@code {"contacts":[{"name","email","role"}]}}; each fault with its place. */
  public static Outcome<List<Contact>> readAll(Object tree) {
    return Node.read(tree, Problem.INVALID_BODY, Contact::shape);
  }

  private static Supplier<List<Contact>> shape(Node body) {
    body.only("contacts");
    Node field = body.field("contacts");
    var contacts = new ArrayList<Contact>();
    List<Node> items = field.items();
    if (items.size() > CONTACTS_MAX) {
      field.fault(
          Problem.OUT_OF_RANGE,
          "value",
          String.valueOf(items.size()),
          "min",
          "0",
          "max",
          String.valueOf(CONTACTS_MAX));
    }
    for (Node item : items) {
      item.only("name", "email", "role");
      String name = item.field("name").text(200);
      String email = item.field("email").email();
      String role =
          item.optional("role")
              .map(node -> node.oneOf("typist", "signer", "other"))
              .orElse("typist");
      contacts.add(
          new Contact(
              name,
              email,
              switch (role) {
                case "signer" -> Role.SIGNER;
                case "other" -> Role.OTHER;
                default -> Role.TYPIST;
              }));
    }
    return () -> List.copyOf(contacts);
  }

  /** As a client writes it. */
  public String roleLabel() {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
