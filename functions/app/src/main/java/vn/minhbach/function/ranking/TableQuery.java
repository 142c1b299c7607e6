package vn.minhbach.function.ranking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.ranking.RowFilter;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.RequestProblem;

/** What part of a ranking a query asks for, and how it asks for the next. */
final class TableQuery {

  private static final int WORDS_MAX = 100;

  private TableQuery() {}

  static Outcome<ReadResult.Part> read(Request request, int from, int limit) {
    Optional<String> district = request.query("district").map(String::strip);
    if (district.filter(code -> !UnitCode.valid(code)).isPresent()) {
      return refused("district", district.get(), "mã đơn vị/a unit's code");
    }
    Optional<String> words = request.query("q");
    if (words.filter(text -> text.length() > WORDS_MAX).isPresent()) {
      return refused("q", words.get().substring(0, WORDS_MAX) + "…", "1…" + WORDS_MAX);
    }
    var filter =
        new RowFilter(
            district.map(UnitCode::new),
            request.query("kind").map(String::strip),
            request.query("level").map(String::strip),
            words);
    String sort = request.query("sort").map(String::strip).orElse("rank");
    for (Rankings.Order order : Rankings.Order.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(sort)) {
        return Outcome.accepted(new ReadResult.Part(filter, order, from, limit));
      }
    }
    return refused("sort", sort, "rank, name");
  }

  private static Outcome<ReadResult.Part> refused(String name, String told, String wanted) {
    return Outcome.refused(RequestProblem.INVALID_PARAMETER.of(name, told, wanted));
  }

  /** A table in a file cannot say that it goes on, so the header does (RFC 8288). */
  static Reply linked(Reply reply, Request request, ReadResult.Page page) {
    return page.next()
        .map(next -> reply.header("link", "<?" + query(request, next) + ">; rel=\"next\""))
        .orElse(reply);
  }

  private static String query(Request request, int next) {
    var parameters = new TreeMap<>(request.queryTree());
    parameters.put("cursor", String.valueOf(next));
    return parameters.entrySet().stream()
        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue().toString()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
