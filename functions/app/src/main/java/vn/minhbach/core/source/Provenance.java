package vn.minhbach.core.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a figure of the province comes from. Goes with every figure and with every answer that
 * rests on one, so that it can be traced to its extraction.
 *
 * @param source as in the path of the import
 * @param version of the import; the extraction is kept under it for ever
 * @param system that the figures were taken from, as “Hệ thống quản lý văn bản tỉnh”
 * @param from first day that the figures cover
 * @param to last day that they cover
 * @param extractedAt when they were taken from the system
 */
public record Provenance(
    String source, long version, String system, LocalDate from, LocalDate to, Instant extractedAt) {

  /** As ledgers keep it: canonical values only. */
  public Map<String, Object> canonical() {
    var trace = new TreeMap<String, Object>();
    trace.put("source", source);
    trace.put("sourceVersion", version);
    trace.put("system", system);
    trace.put("from", from.toString());
    trace.put("to", to.toString());
    trace.put("extractedAt", extractedAt.toString());
    return trace;
  }
}
