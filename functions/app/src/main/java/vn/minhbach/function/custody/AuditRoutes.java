package vn.minhbach.function.custody;

import java.time.Instant;
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
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.DecisionReply;

/** What the office and the team see of all units' evidence at once. */
public final class AuditRoutes implements Routes {

  private static final int PAGE = 100;

  private final RequestAudit audits;
  private final FlagSharedEvidence shared;
  private final Strays strays;

  public AuditRoutes(RequestAudit audits, FlagSharedEvidence shared, Strays strays) {
    this.audits = audits;
    this.shared = shared;
    this.strays = strays;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.VERIFY_EVIDENCE, this::verify,
        Route.READ_EVIDENCE_VERIFICATION, this::latest,
        Route.LIST_SHARED_EVIDENCE, this::shared,
        Route.LIST_STRAYS, this::strays);
  }

  private Outcome<Reply> verify(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent -> audits.start(on.campaign(), sent.act()))
        .map(audit -> Reply.json(202, AuditReply.of(audit, on.caller().recused())));
  }

  private Outcome<Reply> latest(Exchange on) {
    return audits
        .latest(on.campaign())
        .map(audit -> Reply.ok(AuditReply.of(audit, on.caller().recused())));
  }

  private Outcome<Reply> shared(Exchange on) {
    Set<UnitCode> recused = on.caller().recused();
    return Outcome.accepted(
        Reply.ok(
            ListReply.whole(
                shared.all(on.campaign().id()).stream()
                    .map(found -> SharedReply.of(found, recused))
                    .flatMap(Optional::stream)
                    .toList())));
  }

  private Outcome<Reply> strays(Exchange on) {
    return on.request()
        .limit(PAGE)
        .map(limit ->
            Reply.ok(
                ListReply.whole(
                    strays.list(on.campaign().id(), limit).stream()
                        .filter(stray -> !lies(stray, on.caller().recused()))
                        .map(stray -> new StrayReply(stray.reason(), stray.key(), stray.seenAt()))
                        .toList())));
  }

  /** Whether the object lies under one of the units: {@code <campaign>/<unit>/…}. */
  private static boolean lies(Strays.Stray stray, Set<UnitCode> units) {
    return units.stream()
        .anyMatch(code -> stray.key().startsWith(stray.campaign() + "/" + code + "/"));
  }

  /** The same bytes, and the units that cite them. */
  private record SharedReply(String sha256, Set<UnitCode> units) implements ReplyPart {

    // Without the units that the reader is recused from; nothing where only one is left.
    private static Optional<SharedReply> of(Shared found, Set<UnitCode> recused) {
      var units = new TreeSet<>(found.units());
      units.removeAll(recused);
      return units.size() < 2
          ? Optional.empty()
          : Optional.of(new SharedReply(found.sha256(), units));
    }
  }

  /** An object that no grant knows, or that could not be scanned. */
  private record StrayReply(Strays.Reason reason, String key, Instant seenAt)
      implements ReplyPart {}

  /** How far a verification is, and what it found. */
  private record AuditReply(
      String id,
      String state,
      Instant startedAt,
      Optional<Instant> finishedAt,
      int unitsDone,
      int unitsTotal,
      int filesRead,
      long bytesRead,
      int differenceCount,
      List<DifferenceReply> differences,
      Optional<List<TakenReply>> takenDown)
      implements ReplyPart {

    // Without what differs where the reader is recused: others see to that.
    private static AuditReply of(Audit audit, Set<UnitCode> recused) {
      List<DifferenceReply> shown =
          audit.differences().stream()
              .filter(difference -> !recused.contains(difference.unit()))
              .map(DifferenceReply::of)
              .toList();
      int hidden = audit.differences().size() - shown.size();
      return new AuditReply(
          audit.id(),
          audit.running() ? "RUNNING" : "FINISHED",
          audit.startedAt(),
          audit.finishedAt(),
          audit.unitsDone(),
          audit.unitsTotal(),
          audit.filesRead(),
          audit.bytesRead(),
          audit.differenceCount() - hidden,
          shown,
          ReplyPart.some(
              audit.takenDown().stream()
                  .filter(taken -> !recused.contains(taken.unit()))
                  .map(TakenReply::of)
                  .toList()));
    }
  }

  /** A file that need not lie in the vault any more. */
  private record TakenReply(UnitCode unit, String evidenceId, DecisionReply decision)
      implements ReplyPart {

    private static TakenReply of(Audit.Taken taken) {
      return new TakenReply(
          taken.unit(),
          taken.evidence(),
          new DecisionReply(taken.order().number(), taken.order().date()));
    }
  }

  /** A file that is not what its record says. */
  private record DifferenceReply(UnitCode unit, Audit.Kind kind, String evidenceId, String found)
      implements ReplyPart {

    private static DifferenceReply of(Audit.Difference difference) {
      return new DifferenceReply(
          difference.unit(), difference.kind(), difference.evidence(), difference.found());
    }
  }
}
