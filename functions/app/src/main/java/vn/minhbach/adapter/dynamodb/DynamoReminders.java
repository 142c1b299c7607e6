package vn.minhbach.adapter.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.keep.reminder.Card;
import vn.minhbach.core.keep.reminder.ReminderSettings;
import vn.minhbach.core.keep.reminder.Reminders;

/**
 * Reminders: the office's settings, a partition of contacts and one of cards (both read whole by a
 * run), and what was sent, a partition for each addressee. Addresses stand in contacts and in what
 * was sent alone, where they can be erased.
 */
public final class DynamoReminders implements Reminders {

  private final DynamoTable table;

  public DynamoReminders(DynamoTable table) {
    this.table = table;
  }

  /** A unit's contacts as stored, with the unit, which a list alone would not name. */
  record Contacts(UnitCode unit, ContactList list) {}

  @Override
  public ReminderSettings settings(CampaignId campaign) {
    return table
        .get(Keys.reminderSettings(campaign))
        .map(item -> Documents.read(item, ReminderSettings.class))
        .orElse(ReminderSettings.DEFAULT);
  }

  @Override
  public boolean putSettings(CampaignId campaign, ReminderSettings settings) {
    return table.put(
        Item.of(Keys.reminderSettings(campaign), Kind.REMINDER_SETTINGS, Documents.write(settings))
            .with(Item.VERSION, settings.version()),
        Condition.follows(settings.version()));
  }

  @Override
  public Map<UnitCode, ContactList> contacts(CampaignId campaign) {
    var contacts = new TreeMap<UnitCode, ContactList>();
    for (Item item : table.lagging(Keys.contactsOf(campaign))) {
      Contacts stored = Documents.read(item, Contacts.class);
      contacts.put(stored.unit(), stored.list());
    }
    return contacts;
  }

  @Override
  public Optional<ContactList> contactsOf(CampaignId campaign, UnitCode unit) {
    return table
        .get(Keys.contacts(campaign, unit))
        .map(item -> Documents.read(item, Contacts.class).list());
  }

  @Override
  public boolean putContacts(CampaignId campaign, UnitCode unit, ContactList list) {
    return table.put(
        Item.of(
                Keys.contacts(campaign, unit),
                Kind.CONTACTS,
                Documents.write(new Contacts(unit, list)))
            .with(Item.VERSION, list.version()),
        Condition.follows(list.version()));
  }

  @Override
  public Map<UnitCode, Card> cards(CampaignId campaign) {
    var cards = new TreeMap<UnitCode, Card>();
    for (Item item : table.lagging(Keys.reminderCardsOf(campaign))) {
      Card card = Documents.read(item, Card.class);
      cards.put(card.unit(), card);
    }
    return cards;
  }

  @Override
  public Card card(CampaignId campaign, UnitCode unit) {
    return table
        .get(Keys.reminderCard(campaign, unit))
        .map(item -> Documents.read(item, Card.class))
        .orElseGet(() -> Card.empty(unit));
  }

  @Override
  public boolean commit(CampaignId campaign, Card card, Optional<Sent> sent) {
    Item item =
        Item.of(Keys.reminderCard(campaign, card.unit()), Kind.REMINDER_CARD, Documents.write(card))
            .with(Item.VERSION, card.version());
    Condition follows = Condition.follows(card.version());
    if (sent.isEmpty()) {
      return table.put(item, follows);
    }
    var puts = new ArrayList<Item.Put>();
    puts.add(new Item.Put(item, follows));
    puts.add(
        new Item.Put(
            Item.of(
                Keys.sent(campaign, card.unit(), card.version()),
                Kind.REMINDER_SENT,
                Documents.write(sent.get())),
            Condition.absent()));
    return table.commit(puts);
  }

  @Override
  public List<Sent> sentTo(CampaignId campaign, UnitCode unit, int limit) {
    return table.first(Keys.sentTo(campaign, unit), limit).stream()
        .map(item -> Documents.read(item, Sent.class))
        .toList();
  }
}
