package vn.minhbach.function.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/**
 * Writes what a client reads. By the components of its records and not by Jackson's own reading of
 * classes: that takes four to five times as long at a cold start, when a function answers its first
 * request (decision 0026).
 */
final class ReplyWriter {

  private final JsonGenerator out;

  ReplyWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Anything but a reply record, a plain value or one of the system's words is a bug. */
  void write(Object value) {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      case Boolean bool -> out.writeBoolean(bool);
      case ReplyPart part -> part(part);
      case Collection<?> items -> items(items);
      case Map<?, ?> map -> map(map);
      case Enum<?> word -> out.writeString(word.name());
      case Points _, UnitCode _, CriterionId _, CampaignId _ -> out.writeString(value.toString());
      case Instant _, LocalDate _, LocalTime _, ZoneId _ -> out.writeString(value.toString());
      default -> throw new IllegalArgumentException("nothing to reply: " + value.getClass());
    }
  }

  private void part(ReplyPart part) {
    out.writeStartObject();
    fields(part);
    out.writeEndObject();
  }

  private void fields(ReplyPart part) {
    for (ReplyFields.Field field : ReplyFields.of(part.getClass())) {
      Object value = field.value(part);
      if (field.inline() && value != null) {
        if (value instanceof ReplyPart inner) {
          fields(inner);
        } else {
          members((Map<?, ?>) value);
        }
      } else if (value != null || field.orNull()) {
        out.writeName(field.name());
        write(value);
      }
    }
  }

  private void items(Collection<?> items) {
    out.writeStartArray();
    items.forEach(this::write);
    out.writeEndArray();
  }

  private void map(Map<?, ?> map) {
    out.writeStartObject();
    members(map);
    out.writeEndObject();
  }

  private void members(Map<?, ?> map) {
    map.forEach((name, value) -> {
      out.writeName(name.toString());
      write(value);
    });
  }
}
