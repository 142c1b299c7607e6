package vn.minhbach.function.reminder;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.keep.reminder.ReminderDesk;
import vn.minhbach.core.keep.reminder.ReminderSettings;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;

/** The desk: how reminders are sent, and how they stand at each unit. */
record BoardReply(
    SettingsReply settings,
    Optional<ClaimReply> office,
    Optional<ClaimReply> mailServer,
    @Wire(inline = true) ListReply<LineReply> lines)
    implements ReplyPart {

  static BoardReply of(ReminderSettings settings, ReminderDesk.Board board) {
    return new BoardReply(
        SettingsReply.of(settings),
        board.office().map(ClaimReply::of),
        board.mailServer().map(ClaimReply::of),
        ListReply.whole(board.lines().stream().map(LineReply::of).toList()));
  }

  /** A unit's reminders. */
  record LineReply(
      UnitCode unit,
      String name,
      int group,
      int contacts,
      Optional<ClaimReply> last,
      List<ClaimReply> open)
      implements ReplyPart {

    private static LineReply of(ReminderDesk.BoardLine line) {
      return new LineReply(
          line.unit().code(),
          line.unit().name(),
          line.unit().group(),
          line.contacts(),
          line.last().map(ClaimReply::of),
          line.open().stream().map(ClaimReply::of).toList());
    }
  }
}
