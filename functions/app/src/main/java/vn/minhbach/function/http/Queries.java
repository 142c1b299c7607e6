package vn.minhbach.function.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.access.Access;

/**
 * The parameters that a route's query may have; a test holds openapi.yaml to this list. A filter
 * with a slip in its name would answer everything, so what is not known is refused. Public routes
 * pass over it: whoever shares a link has it lengthened ({@code ?fbclid=…}), and the page must
 * open.
 */
public final class Queries {

  private static final Set<String> SOURCE =
      Set.of("upload", "system", "from", "to", "extractedAt", "by");

  private Queries() {}

  /** The names of the parameters of a route. */
  public static Set<String> of(Route route) {
    return switch (route) {
      case LIST_CAMPAIGNS, REHEARSE_CRITERIA, LIST_SOURCE_DIFFERENCES, LIST_DRAFT_OPENINGS ->
          Set.of("limit", "cursor");
      case LIST_CHECKPOINTS -> Set.of("from", "limit", "cursor");
      case READ_PAR_FEED -> Set.of("issue", "mapping", "since");
      case READ_RANKING ->
          Set.of("issue", "district", "kind", "level", "q", "sort", "limit", "cursor");
      case READ_DRAFT_RANKING_OF_GROUP ->
          Set.of("district", "kind", "level", "q", "sort", "limit", "cursor");
      case READ_REPORT, READ_SCORECARD, OPEN_BUNDLE, OPEN_WHOLE_BUNDLE -> Set.of("issue");
      case COMPARE_UNITS -> Set.of("issue", "units");
      case LIST_COMMENDATIONS -> Set.of("top", "level", "improvement");
      case LIST_STRAYS, LIST_OPENINGS -> Set.of("limit");
      case READ_UNIT_LEDGER -> Set.of("question", "limit", "cursor");
      case LIST_EVIDENCE, LIST_DOCUMENTS -> Set.of("q");
      case LIST_QUESTIONS ->
          Set.of("criterion", "answered", "group", "referred", "limit", "cursor");
      case READ_WORK -> Set.of("signatures", "limit", "cursor");
      case READ_QUEUE -> Set.of("group", "criterion", "limit", "cursor");
      case LIST_PROGRESS -> Set.of("group", "parent", "state", "late", "overdue");
      case READ_CRITERIA -> Set.of("version");
      case READ_LINEAGE -> Set.of("against");
      case PREVIEW_REMINDER, PREVIEW_REMINDER_DRAFT -> Set.of("rung", "unit");
      case IMPORT_SOURCE -> SOURCE;
      case APPOINT_TEAM -> Set.of("number", "date");
      case ASSIGN_WORK -> Set.of("dryRun");
      default -> Bodies.takesUpload(route) ? Set.of(Request.UPLOAD) : Set.of();
    };
  }

  /** Why a request is refused for its query; empty when it is not. */
  static Optional<Refusal> refusal(Route route, Request request) {
    // The head of a source is read from the query and tells all its faults together.
    if (route.access() == Access.PUBLIC || route == Route.IMPORT_SOURCE) {
      return Optional.empty();
    }
    Set<String> known = of(route);
    return request.queryNames().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .findFirst()
        .map(name ->
            Refusal.of(
                RequestProblem.UNKNOWN_PARAMETER.of(
                    name, known.isEmpty() ? List.of("–") : new TreeSet<>(known))));
  }
}
