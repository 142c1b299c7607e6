package vn.minhbach.adapter.dynamodb;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdConvertingSerializer;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.TypeFactory;
import tools.jackson.databind.util.Converter;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Basis;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Head;

/**
 * Documents as compact JSON: the records of the core by their own components, or, where those are
 * cut into parts, by a flat record of this package, ids and points as strings, times in ISO 8601,
 * numbers exact. What is absent or empty is left out; a field that is not known is passed over, so
 * that older code reads newer documents of the same schema ({@link Schemas} tells schemas apart).
 *
 * <p>The mapper is this adapter's own: settings of the HTTP edge must never change what is stored.
 */
final class Documents {

  private static final JsonMapper RECORDS = records();

  /** Keeps a tree as it came: nulls and empty values too, whole numbers as they were read. */
  private static final JsonMapper TREES =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .addModule(new SimpleModule("exact").addSerializer(new ExactDecimal()))
          .build();

  private Documents() {}

  static String write(Object record) {
    return RECORDS.writeValueAsString(record);
  }

  static <T> T read(Item item, Class<T> type) {
    return RECORDS.readValue(Schemas.current(item), type);
  }

  static String writeTree(Object tree) {
    return TREES.writeValueAsString(tree);
  }

  static Object readTree(Item item) {
    return TREES.readValue(Schemas.current(item), Object.class);
  }

  /** The fields of a document, as they came. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> fields(String document) {
    return TREES.readValue(document, Map.class);
  }

  private static JsonMapper records() {
    var module =
        new SimpleModule("documents")
            .addSerializer(new ExactDecimal())
            .addSerializer(CampaignId.class, ToStringSerializer.instance)
            .addSerializer(UnitCode.class, ToStringSerializer.instance)
            .addSerializer(CriterionId.class, ToStringSerializer.instance)
            .addSerializer(Points.class, ToStringSerializer.instance)
            .addDeserializer(CampaignId.class, new FromText<>(CampaignId.class, CampaignId::new))
            .addDeserializer(UnitCode.class, new FromText<>(UnitCode.class, UnitCode::new))
            .addDeserializer(CriterionId.class, new FromText<>(CriterionId.class, CriterionId::new))
            .addDeserializer(Points.class, new FromText<>(Points.class, Points::of));
    stored(module, Head.class, HeadDocument.class, HeadDocument::of, HeadDocument::head);
    stored(
        module,
        Evidence.class,
        EvidenceDocument.class,
        EvidenceDocument::of,
        EvidenceDocument::evidence);
    stored(module, Answer.class, AnswerDocument.class, AnswerDocument::of, AnswerDocument::answer);
    stored(module, Basis.class, BasisDocument.class, BasisDocument::of, BasisDocument::basis);
    stored(
        module,
        Progress.class,
        ProgressDocument.class,
        ProgressDocument::of,
        ProgressDocument::row);
    return JsonMapper.builder()
        .addModule(module)
        .changeDefaultPropertyInclusion(
            all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
        // An empty text is content and stays; an empty list or map is left out and comes back.
        .withConfigOverride(List.class, Documents::emptyLeftOut)
        .withConfigOverride(Map.class, Documents::emptyLeftOut)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // A damaged document must not become a record full of nulls.
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.USE_LONG_FOR_INTS)
        .build();
  }

  /** A record whose parts are core's affair: it is stored as another, flat one. */
  private static <R, D> void stored(
      SimpleModule module,
      Class<R> record,
      Class<D> document,
      Function<R, D> write,
      Function<D, R> read) {
    module
        .addSerializer(record, new StdConvertingSerializer(new Cut<>(record, document, write)))
        .addDeserializer(
            record, new StdConvertingDeserializer<>(new Cut<>(document, record, read)));
  }

  private record Cut<F, T>(Class<F> from, Class<T> to, Function<F, T> cut)
      implements Converter<F, T> {

    @Override
    public T convert(DeserializationContext context, F value) {
      return cut.apply(value);
    }

    @Override
    public T convert(SerializationContext context, F value) {
      return cut.apply(value);
    }

    @Override
    public JavaType getInputType(TypeFactory types) {
      return types.constructType(from);
    }

    @Override
    public JavaType getOutputType(TypeFactory types) {
      return types.constructType(to);
    }
  }

  private static void emptyLeftOut(MutableConfigOverride override) {
    override
        .setInclude(
            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
        .setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }

  /**
   * Writes a decimal so that it is read as the same decimal, scale included: {@code 3} without a
   * fraction would come back as a whole number (Long), so it is written {@code 3e0}.
   */
  private static final class ExactDecimal extends StdSerializer<BigDecimal> {

    ExactDecimal() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
      String text = value.toString();
      boolean whole = text.indexOf('.') < 0 && text.indexOf('E') < 0;
      out.writeNumber(whole ? text + "e0" : text);
    }
  }

  private static final class FromText<T> extends StdDeserializer<T> {

    private final Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      return parse.apply(in.getString());
    }
  }
}
