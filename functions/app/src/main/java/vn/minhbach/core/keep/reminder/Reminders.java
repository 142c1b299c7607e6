package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: contacts, the office's settings, claims, and what was sent. */
public interface Reminders {

  /**
   * What went out, as a unit sees it.
   *
   * @param recipients addresses; empty where the district was told of its commune
   */
  record Sent(UnitCode unit, String key, Instant at, List<String> recipients, String subject) {}

  ReminderSettings settings(CampaignId campaign);

  /**
   * Writes the office's settings over the version one below.
   *
   * @return false when another hand was faster
   */
  boolean putSettings(CampaignId campaign, ReminderSettings settings);

  /** The contacts of every unit that has entered some; may lag by moments. */
  Map<UnitCode, ContactList> contacts(CampaignId campaign);

  /** The contacts of one unit, read consistently. */
  Optional<ContactList> contactsOf(CampaignId campaign, UnitCode unit);

  /** The contacts of a unit with their version. */
  record ContactList(List<Contact> contacts, long version) {

    /** Of a unit that has entered none yet. */
    public static final ContactList NONE = new ContactList(List.of(), 0);

    public ContactList {
      contacts = List.copyOf(contacts);
    }

    public String etag() {
      return "k" + version;
    }
  }

  /**
   * Writes a unit's contacts over the version one below.
   *
   * @return false when another hand was faster
   */
  boolean putContacts(CampaignId campaign, UnitCode unit, ContactList list);

  /** Every card; may lag by moments. */
  Map<UnitCode, Card> cards(CampaignId campaign);

  /** One card, read consistently. */
  Card card(CampaignId campaign, UnitCode unit);

  /**
   * Writes a card over the version one below, with the record of what was sent, in one transaction.
   *
   * @return false when another hand was faster; nothing is written then
   */
  boolean commit(CampaignId campaign, Card card, Optional<Sent> sent);

  /** What was sent to a unit, oldest first. */
  List<Sent> sentTo(CampaignId campaign, UnitCode unit, int limit);
}
