package vn.minhbach.core.keep.reminder;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Sha256;

/**
 * Who is written to. Somebody who is a contact of several units gets one mail a day for all of
 * them, never one from each.
 */
final class Addressees {

  private static final int HASH_LENGTH = 16;

  private final Map<UnitCode, Reminders.ContactList> contacts;
  private final Set<String> shared;

  Addressees(Map<UnitCode, Reminders.ContactList> contacts) {
    this.contacts = contacts;
    this.shared = shared(contacts);
  }

  boolean none(UnitCode unit) {
    return list(unit).contacts().isEmpty();
  }

  Reminders.ContactList list(UnitCode unit) {
    return contacts.getOrDefault(unit, Reminders.ContactList.NONE);
  }

  /** Those of a list who are written to about this unit alone. */
  List<Contact> alone(List<Contact> all, Rung.Audience audience) {
    return chosen(all, audience).stream()
        .filter(contact -> !shared.contains(address(contact)))
        .toList();
  }

  /** Those of a list who are written to about several units in one mail. */
  List<Contact> together(List<Contact> all, Rung.Audience audience) {
    return chosen(all, audience).stream()
        .filter(contact -> shared.contains(address(contact)))
        .toList();
  }

  /** Those of a list whom a matter concerns; all when nobody has the role. */
  static List<Contact> chosen(List<Contact> all, Rung.Audience audience) {
    Predicate<Contact> meant =
        switch (audience) {
          case UNIT -> contact -> contact.role() != Contact.Role.SIGNER;
          case ABOVE, SIGNER -> contact -> contact.role() == Contact.Role.SIGNER;
          case EVERYBODY -> contact -> true;
        };
    List<Contact> chosen = all.stream().filter(meant).toList();
    return chosen.isEmpty() ? all : chosen;
  }

  /** The card of somebody who is a contact of several units; the address does not show. */
  static UnitCode card(Contact contact) {
    return new UnitCode(UnitCode.PERSON + hash(contact));
  }

  static boolean person(UnitCode card) {
    return card.value().startsWith(UnitCode.PERSON);
  }

  static String hash(Contact contact) {
    return Sha256.hex(address(contact).getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LENGTH);
  }

  static String address(Contact contact) {
    return contact.email().toLowerCase(Locale.ROOT);
  }

  private static Set<String> shared(Map<UnitCode, Reminders.ContactList> contacts) {
    var seen = new HashSet<String>();
    var shared = new HashSet<String>();
    for (Reminders.ContactList list : contacts.values()) {
      list.contacts().stream()
          .map(Addressees::address)
          .distinct()
          .filter(address -> !seen.add(address))
          .forEach(shared::add);
    }
    return shared;
  }
}
