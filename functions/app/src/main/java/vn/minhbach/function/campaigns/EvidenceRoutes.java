package vn.minhbach.function.campaigns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.custody.RequestAudit;
import vn.minhbach.core.assess.evidence.Audit;
import vn.minhbach.core.assess.evidence.SharedFiles.Shared;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** What the office and the team see of all units' evidence at once. */
public final class EvidenceRoutes {

  private static final int PAGE = 100;

  private final RequestAudit audits;
  private final FlagSharedEvidence shared;
  private final Strays strays;

  public EvidenceRoutes(RequestAudit audits, FlagSharedEvidence shared, Strays strays) {
    this.audits = audits;
    this.shared = shared;
    this.strays = strays;
  }

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.VERIFY_EVIDENCE, this::verify,
        Route.READ_EVIDENCE_VERIFICATION,
            on ->
                audits
                    .latest(on.campaign())
                    .map(audit -> Reply.ok(tree(audit, on.caller().unit()))),
        Route.LIST_SHARED_EVIDENCE, this::shared,
        Route.LIST_STRAYS, this::strays);
  }

  private Outcome<Reply> verify(Exchange on) {
    return on.withJson(true, (act, body) -> audits.start(on.campaign(), act))
        .map(audit -> Reply.json(202, tree(audit, on.caller().unit())));
  }

  private Outcome<Reply> shared(Exchange on) {
    Optional<UnitCode> employer = on.caller().unit();
    List<Map<String, Object>> items =
        shared.all(on.campaign().id()).stream()
            .map(found -> tree(found, employer))
            .flatMap(Optional::stream)
            .toList();
    return Outcome.accepted(Reply.ok(Tree.list(items, Optional.empty())));
  }

  /** Without the unit that employs the reader; nothing where only one is left. */
  private static Optional<Map<String, Object>> tree(Shared found, Optional<UnitCode> employer) {
    Set<UnitCode> units = new TreeSet<>(found.units());
    employer.ifPresent(units::remove);
    return units.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Tree()
                .with("sha256", found.sha256())
                .with("units", units.stream().map(UnitCode::value).toList())
                .build());
  }

  private Outcome<Reply> strays(Exchange on) {
    return on.request()
        .limit(PAGE)
        .map(limit ->
            Reply.ok(
                Tree.list(
                    strays.list(on.campaign().id(), limit).stream()
                        .filter(stray -> !lies(stray, on.caller().unit()))
                        .map(stray ->
                            new Tree()
                                .with("reason", stray.reason().name())
                                .with("key", stray.key())
                                .with("seenAt", stray.seenAt())
                                .build())
                        .toList(),
                    Optional.empty())));
  }

  /** Whether the object lies under the unit: {@code <campaign>/<unit>/…}. */
  private static boolean lies(Strays.Stray stray, Optional<UnitCode> unit) {
    return unit.filter(code -> stray.key().startsWith(stray.campaign() + "/" + code + "/"))
        .isPresent();
  }

  /** Without what differs at the unit that employs the reader: others see to that. */
  private static Map<String, Object> tree(Audit audit, Optional<UnitCode> employer) {
    List<Audit.Difference> shown =
        audit.differences().stream()
            .filter(difference -> employer.filter(difference.unit()::equals).isEmpty())
            .toList();
    int hidden = audit.differences().size() - shown.size();
    return new Tree()
        .with("id", audit.id())
        .with("state", audit.running() ? "RUNNING" : "FINISHED")
        .with("startedAt", audit.startedAt())
        .with("finishedAt", audit.finishedAt())
        .with("unitsDone", audit.unitsDone())
        .with("unitsTotal", audit.unitsTotal())
        .with("filesRead", audit.filesRead())
        .with("bytesRead", audit.bytesRead())
        .with("differenceCount", audit.differenceCount() - hidden)
        .with(
            "differences",
            shown.stream()
                .map(difference ->
                    new Tree()
                        .with("unit", difference.unit())
                        .with("kind", difference.kind().name())
                        .with("evidenceId", difference.evidence())
                        .with("found", difference.found())
                        .build())
                .toList())
        .build();
  }
}
