package vn.minhbach.function.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.publish.bundle.BundleProblem;
import vn.minhbach.core.publish.bundle.ReadBundle;
import vn.minhbach.core.publish.transparency.LogRecord;
import vn.minhbach.core.publish.transparency.ReadLog;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.LinkReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.http.Wire;

/** The bundle of a published result, the checkpoints of the log, and proofs from it. */
public final class BundleRoutes implements Routes {

  private static final int PAGE = 50;

  private final ReadBundle bundles;
  private final ReadLog log;

  public BundleRoutes(ReadBundle bundles, ReadLog log) {
    this.bundles = bundles;
    this.log = log;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.OPEN_BUNDLE, this::bundle,
        Route.OPEN_WHOLE_BUNDLE, this::whole,
        Route.LIST_CHECKPOINTS, this::checkpoints,
        Route.READ_INCLUSION, this::inclusion);
  }

  private Outcome<Reply> bundle(Exchange on) {
    return on.issue()
        .flatMap(issue -> bundles.open(on.campaign(), issue))
        .map(link -> LinkReply.to(link, on));
  }

  private Outcome<Reply> whole(Exchange on) {
    return on.issue()
        .flatMap(issue -> bundles.openWhole(on.campaign(), issue))
        .map(link -> LinkReply.to(link, on));
  }

  private Outcome<Reply> checkpoints(Exchange on) {
    return on.request()
        .limit(PAGE)
        .flatMap(limit ->
            on.request()
                .number("cursor", 0, 0, Integer.MAX_VALUE)
                .flatMap(before ->
                    on.request()
                        .number("from", 0, 0, Integer.MAX_VALUE)
                        .flatMap(from -> page(on, limit, before, from))));
  }

  private Outcome<Reply> page(Exchange on, int limit, int before, int from) {
    Optional<ReadLog.Consistency> proof = log.consistency(on.campaign().id(), from);
    if (from > 0 && proof.isEmpty()) {
      return Outcome.refused(BundleProblem.NO_CHECKPOINT_OF_SIZE.of(on.campaign().id(), from));
    }
    List<LogRecord> page =
        log.newestFirst(on.campaign().id()).stream()
            .filter(record -> before == 0 || record.number() < before)
            .limit(limit)
            .toList();
    boolean more = !page.isEmpty() && page.getLast().number() > 1;
    return Outcome.accepted(
        Reply.ok(
                new CheckpointsReply(
                    page.stream().map(CheckpointReply::of).toList(),
                    more ? Optional.of(String.valueOf(page.getLast().number())) : Optional.empty(),
                    proof.map(ConsistencyReply::of)))
            .header("cache-control", "public, max-age=60"));
  }

  private Outcome<Reply> inclusion(Exchange on) {
    return log.inclusion(ChainId.of(on.campaign().id(), on.unit().code()))
        .map(proof -> Outcome.accepted(Reply.ok(InclusionReply.of(proof))))
        .orElseGet(() -> Outcome.refused(BundleProblem.NOT_ANCHORED_YET.of(on.unit().code())));
  }

  private record CheckpointsReply(
      List<CheckpointReply> items,
      @Wire(orNull = true) Optional<String> next,
      Optional<ConsistencyReply> consistency)
      implements ReplyPart {}

  private record CheckpointReply(
      int number, String occasion, Instant at, int size, String root, String checkpoint, String key)
      implements ReplyPart {

    private static CheckpointReply of(LogRecord record) {
      return new CheckpointReply(
          record.number(),
          record.occasion(),
          record.at(),
          record.size(),
          record.root(),
          record.checkpoint(),
          record.key());
    }
  }

  private record ConsistencyReply(int from, int to, List<String> path) implements ReplyPart {

    private static ConsistencyReply of(ReadLog.Consistency proof) {
      return new ConsistencyReply(proof.from(), proof.to(), proof.path());
    }
  }

  private record InclusionReply(
      String chain, long seq, String hash, int index, CheckpointReply checkpoint, List<String> path)
      implements ReplyPart {

    private static InclusionReply of(ReadLog.Inclusion proof) {
      return new InclusionReply(
          proof.leaf().chain(),
          proof.leaf().tip().seq(),
          proof.leaf().tip().hash(),
          proof.index(),
          CheckpointReply.of(proof.newest()),
          proof.path());
    }
  }
}
