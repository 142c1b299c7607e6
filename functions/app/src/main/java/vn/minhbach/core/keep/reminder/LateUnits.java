package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;

/** Units that are late by their own heads: nobody is called late by a projection that lags. */
final class LateUnits {

  private LateUnits() {}

  static List<Overview.Line> stillLate(
      Submissions submissions, Campaign campaign, List<Overview.Line> lines, Instant now) {
    List<Overview.Line> seeming = lines.stream().filter(Overview.Line::overdue).toList();
    Map<UnitCode, Head> heads =
        submissions.heads(campaign.id(), seeming.stream().map(line -> line.unit().code()).toList());
    return seeming.stream()
        .filter(line -> {
          Head head = heads.get(line.unit().code());
          return head == null || (head.state().inWork() && now.isAfter(head.dueAt()));
        })
        .toList();
  }
}
