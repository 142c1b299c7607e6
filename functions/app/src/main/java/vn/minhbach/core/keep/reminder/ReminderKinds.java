package vn.minhbach.core.keep.reminder;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.minhbach.core.assess.submission.Forms;

/** All kinds of reminder: the ladder, the gate of the districts, and what was added to them. */
public final class ReminderKinds {

  /** Keys that the engine itself gives. */
  private static final Set<String> ENGINE =
      Set.of("district", "office", "person", "mail-server", "appraised", "report", "publish");

  private final List<ReminderKind> kinds;

  /** Fails at the start when two kinds have one id: their claims could not be told apart. */
  public ReminderKinds(Forms forms, List<ReminderKind> added) {
    this.kinds =
        Stream.concat(Stream.of(new LadderKind(forms), new GateKind(forms)), added.stream())
            .toList();
    var ids = new HashSet<String>(ENGINE);
    for (ReminderKind kind : kinds) {
      if (!kind.id().matches("[a-z0-9-]{1,40}") || !ids.add(kind.id())) {
        throw new IllegalArgumentException("not an id of its own for reminders: " + kind.id());
      }
    }
  }

  List<ReminderKind> all() {
    return kinds;
  }

  /** Whether a rung of the office must not be called so. */
  boolean reserved(String id) {
    return ENGINE.contains(id) || kinds.stream().anyMatch(kind -> kind.id().equals(id));
  }

  /** What a text may name; empty where there is no such text. */
  Optional<List<String>> slots(ReminderSettings settings, String text) {
    return MailText.DIGESTS.contains(text)
        ? Optional.of(List.of("list"))
        : kind(settings, text).map(ReminderKind::slots);
  }

  /** The kind that a text belongs to. */
  Optional<ReminderKind> kind(ReminderSettings settings, String text) {
    return kinds.stream().filter(kind -> kind.texts(settings).containsKey(text)).findFirst();
  }

  /** The text in force: the office's, or the program's own. */
  MailText text(ReminderSettings settings, String id) {
    return Optional.ofNullable(settings.texts().get(id))
        .or(() -> Optional.ofNullable(MailText.ours(id)))
        .or(() -> kind(settings, id).map(kind -> kind.texts(settings).get(id)))
        .orElseThrow(() -> new IllegalStateException("no text for reminders " + id));
  }
}
