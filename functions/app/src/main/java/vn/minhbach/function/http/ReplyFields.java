package vn.minhbach.function.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The fields of a {@link ReplyPart}, as its record states them. */
public final class ReplyFields {

  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
      };

  private ReplyFields() {}

  /** One field: how it is called, how it is written, and how its value is read. */
  record Field(String name, boolean orNull, boolean inline, Method accessor) {

    private static Field of(RecordComponent component) {
      Wire wire = component.getAnnotation(Wire.class);
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return wire == null
          ? new Field(component.getName(), false, false, accessor)
          : new Field(
              wire.name().isEmpty() ? component.getName() : wire.name(),
              wire.orNull(),
              wire.inline(),
              accessor);
    }

    /** What stands in it; null for nothing. */
    Object value(ReplyPart part) {
      try {
        return switch (accessor.invoke(part)) {
          case Optional<?> optional -> optional.orElse(null);
          case OptionalInt number -> number.isPresent() ? number.getAsInt() : null;
          case null -> null;
          case Object value -> value;
        };
      } catch (IllegalAccessException | InvocationTargetException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  static List<Field> of(Class<?> type) {
    return FIELDS.get(type);
  }

  /** The names of a record's fields, in their order: the header of a table of such records. */
  public static List<String> names(Class<? extends ReplyPart> type) {
    return of(type).stream().map(Field::name).toList();
  }

  /** The fields as cells of that table; an empty cell for a field that is left out. */
  public static List<String> cells(ReplyPart part) {
    return of(part.getClass()).stream()
        .map(field -> field.value(part))
        .map(value -> value == null ? "" : value.toString())
        .toList();
  }
}
