package vn.minhbach.function.inspection;

import java.util.List;
import java.util.Map;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Role;
import vn.minhbach.core.appraise.inspection.ReadInspections;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.EvidenceReply;

/** What inspections found at a unit, as far as the reader may know. */
record FindingsReply(
    List<FindingReply> items, List<MinutesReply> minutes, List<EvidenceReply> files)
    implements ReplyPart {

  static FindingsReply of(ReadInspections.Report report, UploadLimits limits, Caller reader) {
    var files = new EvidenceReply.Reader(limits, Map.of());
    // As with marks: who it was, those know who lead.
    boolean named = reader.is(Role.LEAD) || reader.is(Role.DEPUTY);
    return new FindingsReply(
        report.findings().stream().map(one -> FindingReply.of(one, named)).toList(),
        report.minutes().stream().map(one -> MinutesReply.of(one, named)).toList(),
        report.files().stream().map(files::shown).toList());
  }
}
