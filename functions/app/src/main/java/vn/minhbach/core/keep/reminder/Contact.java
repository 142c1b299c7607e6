package vn.minhbach.core.keep.reminder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;

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
  private static final int NAME_MAX = 200;

  /** Reads {@code {"contacts":[{"name","email","role"}]}}; each fault with its place. */
  public static Outcome<List<Contact>> readAll(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, Contact::shape);
  }

  private static Supplier<List<Contact>> shape(Node body) {
    body.only("contacts");
    List<Contact> contacts = list(body.field("contacts"));
    return () -> contacts;
  }

  /** Reads a list of contacts; each fault with its place. */
  static List<Contact> list(Node field) {
    var contacts = new ArrayList<Contact>();
    var places = new HashMap<String, String>();
    for (Node item : field.items(CONTACTS_MAX)) {
      Contact contact = one(item);
      String first =
          places.putIfAbsent(contact.email().toLowerCase(Locale.ROOT), item.place() + ".email");
      if (first != null && !contact.email().isBlank()) {
        item.faultAt("email", InputProblem.DUPLICATE_ID.of(contact.email(), first));
      }
      contacts.add(contact);
    }
    return List.copyOf(contacts);
  }

  private static Contact one(Node item) {
    item.only("name", "email", "role");
    Node named = item.field("name");
    String name = named.text(NAME_MAX);
    String email = item.field("email").email();
    String role =
        item.optional("role").map(node -> node.oneOf("typist", "signer", "other")).orElse("typist");
    return new Contact(
        name,
        email,
        switch (role) {
          case "signer" -> Role.SIGNER;
          case "other" -> Role.OTHER;
          default -> Role.TYPIST;
        });
  }

  /** As a client writes it. */
  public String roleLabel() {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
