package vn.minhbach.function.reminder;

import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.function.http.ReplyPart;

/** Who is written to. */
record ContactReply(String name, String email, String role) implements ReplyPart {

  static ContactReply of(Contact contact) {
    return new ContactReply(contact.name(), contact.email(), contact.roleLabel());
  }
}
