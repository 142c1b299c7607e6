package vn.minhbach.function.http;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.upload.BulkFile;
import vn.minhbach.core.prepare.upload.UploadProblem;
import vn.minhbach.core.prepare.upload.Uploads;

/**
 * Puts an uploaded file in the place of a body: {@code ?upload=<id>} with an empty body. The one
 * place that reads such files; what is behind a route sees a body as ever.
 *
 * @param uploads from where; empty for a function without such routes
 */
record Bodies(Optional<Uploads> uploads) {

  /** What may be larger than a body. */
  private static final Set<Route> ROUTES =
      EnumSet.of(
          Route.IMPORT_UNITS,
          Route.IMPORT_CRITERIA,
          Route.IMPORT_SOURCE,
          Route.CONVERT_CRITERIA_WORKBOOK,
          Route.CONVERT_SOURCE_WORKBOOK,
          Route.CONVERT_UNITS_WORKBOOK);

  static boolean takesUpload(Route route) {
    return ROUTES.contains(route);
  }

  /** The request with its body; the caller has been let in already. */
  Outcome<Request> whole(Route route, Request request, Exchange.Found found) {
    Optional<String> id = request.query(Request.UPLOAD);
    if (!takesUpload(route) || id.isEmpty()) {
      return Outcome.accepted(request);
    }
    if (request.body().length > 0) {
      return Outcome.refused(RequestProblem.BODY_OR_UPLOAD.of());
    }
    return Optional.of(id.get())
        .filter(BulkFile::validId)
        .flatMap(hash -> uploads.orElseThrow().read(found.campaign().orElseThrow().id(), hash))
        .map(content -> Outcome.accepted(request.with(content)))
        .orElseGet(() -> Outcome.refused(UploadProblem.UNKNOWN_UPLOAD.of(id.get())));
  }
}
