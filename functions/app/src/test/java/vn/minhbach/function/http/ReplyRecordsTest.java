package vn.minhbach.function.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import vn.minhbach.Shipped;

/**
 * Holds the reply records to openapi.yaml without a request: the fields of each are those of its
 * schema, what the schema requires is never left out, and what may be null is what it says. That
 * the values are as described, the tests over HTTP say of every answer that they see.
 */
class ReplyRecordsTest {

  private static final String BASE = "vn.minhbach.function.";

  /** What whole answers are, by the schema's name or by the operation that answers it. */
  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("view.CampaignReply", "Campaign"),
          Map.entry("view.HeadReply", "FormHead"),
          Map.entry("view.AnswerReply", "Answer"),
          Map.entry("view.EvidenceReply", "Evidence"),
          Map.entry("campaign.HolidayRoutes$HolidaysReply", "Holidays"),
          Map.entry("campaign.LineageRoutes$LineageReply", "Lineage"),
          Map.entry("criteria.CriteriaRoutes$SetReply", "CriteriaInForce"),
          Map.entry("criteria.CorrectionReply", "Correction"),
          Map.entry("criteria.ExemptionRoutes$ExemptionReply", "Exemption"),
          Map.entry("criteria.CorrectionReply$MadeReply", "CorrectionMade"),
          Map.entry("source.ExtractionReply", "Extraction"),
          Map.entry("source.DifferencesReply$LineReply", "Difference"),
          Map.entry("account.AccountRoutes$AccountsReply", "AccountsState"),
          Map.entry("upload.UploadRoutes$GrantReply", "BulkUpload"),
          Map.entry("answering.FormReply", "Form"),
          Map.entry("answering.ParticularsReply", "Particulars"),
          Map.entry("answering.AnsweringRoutes$SavedReply", "SavedAnswer"),
          Map.entry("offline.OfflineRoutes$MergeReply", "MergePlan"),
          Map.entry("custody.EvidenceRoutes$GrantReply", "Grant"),
          Map.entry("custody.EvidenceRoutes$OpeningReply", "Opening"),
          Map.entry("custody.AuditRoutes$AuditReply", "EvidenceVerification"),
          Map.entry("custody.AuditRoutes$SharedReply", "SharedEvidence"),
          Map.entry("custody.AuditRoutes$StrayReply", "EvidenceStray"),
          Map.entry("consolidation.ConsolidationRoutes$ForwardedReply", "Consolidation"),
          Map.entry("consolidation.ConsolidationRoutes$CommuneReply", "CommuneLine"),
          Map.entry("consolidation.TransmittalReply", "Transmittal"),
          Map.entry("view.RemarkReply", "Remark"),
          Map.entry("question.QuestionReply", "Question"),
          Map.entry("view.PublishedReply", "PublishedAnswer"),
          Map.entry("progress.ProgressReply", "ProgressLine"),
          Map.entry("publication.RehearsalReply", "Rehearsal"),
          Map.entry("assignment.TeamReply", "Team"),
          Map.entry("assignment.PlanReply", "AssignmentPlan"),
          Map.entry("queue.QueueRoutes$LineReply", "QueueLine"),
          Map.entry("queue.WorkReply", "WorkColumn"),
          Map.entry("plan.PlanReply", "ImprovementPlan"),
          Map.entry("plan.PlanReply$EarlierReply", "EarlierPlan"),
          Map.entry("feed.FeedReply", "ParFeed"),
          Map.entry("feed.MappingRoutes$MappingReply", "ParMapping"),
          Map.entry("inspection.InspectionReply", "Inspection"),
          Map.entry("inspection.FindingReply", "Finding"),
          Map.entry("inspection.MinutesReply", "Minutes"),
          Map.entry("inspection.FindingsReply", "Findings"),
          Map.entry("session.SessionRoutes$SessionReply", "Session"),
          Map.entry("marking.CellReply", "MarkCell"),
          Map.entry("marking.MarkRoutes$SheetReply", "MarkSheet"),
          Map.entry("marking.MarkRoutes$BlockReply", "BlockResult"),
          Map.entry("marking.AppraisalRoutes$AppraisalReply", "UnitAppraisal"),
          Map.entry("marking.AppraisalRoutes$HistoryReply", "History"),
          Map.entry("explanation.ExplanationReply", "Explanation"),
          Map.entry("petition.PetitionReply", "Petition"),
          Map.entry("review.ReviewReply", "Review"),
          Map.entry("review.ReviewReply$OfUnit", "ReviewsOfUnit"),
          Map.entry("petition.ProvisionalReply", "Provisional"),
          Map.entry("petition.ProvisionalRoutes$ShownReply", "POST /campaigns/{c}/provisional"),
          Map.entry("ranking.SummaryReply", "Summary"),
          Map.entry("bundle.BundleRoutes$CheckpointsReply", "GET /campaigns/{c}/checkpoints"),
          Map.entry("bundle.BundleRoutes$InclusionReply", "Inclusion"),
          Map.entry("ranking.RankingReply", "RankingPage"),
          Map.entry("ranking.ScorecardReply", "Scorecard"),
          Map.entry("ranking.ResultsReply", "ResultsOfUnit"),
          Map.entry("ranking.ComparisonReply", "Comparison"),
          Map.entry("ranking.CommendationsReply", "Commendations"),
          Map.entry("ranking.GroupReportReply", "GroupReport"),
          Map.entry("ranking.RankingRoutes$OpeningReply", "DraftOpening"),
          Map.entry("reminder.SettingsReply", "ReminderSettings"),
          Map.entry("reminder.SettingsReply$TextReply", "ReminderText"),
          Map.entry("reminder.ReminderRoutes$ContactsReply", "ContactList"),
          Map.entry("reminder.ReminderRoutes$AnnexReply", "ReminderAnnexLine"),
          Map.entry("http.Problems$ProblemReply", "Problem"),
          Map.entry("source.DifferencesReply", "GET /campaigns/{c}/sources/{source}/differences"),
          Map.entry("signing.SigningRoutes$ClosedReply", "POST /campaigns/{c}/units/{u}/closing"),
          Map.entry("custody.FactsRoutes$FactsReply", "FileFacts"),
          Map.entry("custody.TakedownRoutes$TakedownReply", "Takedown"),
          Map.entry(
              "custody.EvidenceRoutes$DocumentReply", "GET /campaigns/{c}/units/{u}/documents []"),
          Map.entry("http.LinkReply", "GET /campaigns/{c}/units/{u}/evidence/{e}/content"),
          Map.entry("question.QuestionRoutes$OwnReply", "GET /campaigns/{c}/units/{u}/questions"),
          Map.entry("reminder.BoardReply", "GET /campaigns/{c}/reminders"),
          Map.entry("reminder.ReminderRoutes$PreviewReply", "GET /campaigns/{c}/reminders/preview"),
          Map.entry(
              "reminder.ReminderRoutes$SentReply", "GET /campaigns/{c}/units/{u}/reminders []"),
          Map.entry("reminder.ReminderRoutes$LateReply", "GET /campaigns/{c}/late-units []"));

  /**
   * A ledger entry is its envelope, a map, and so is held by the tests over HTTP alone; and a file
   * of the public page is no answer of the API.
   */
  private static final Set<String> OPEN =
      Set.of(
          "ledger.LedgerRoutes$EntryReply",
          "ledger.LedgerRoutes$ActorReply",
          "http.ListReply",
          "ranking.ShowResults$Current",
          "ranking.ShowResults$Current$Table");

  private final Map<?, ?> document = document();
  private final Set<Class<?>> met = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  @Test
  void everyReplyRecordIsAsItsSchemaSays() {
    WHOLE.forEach((name, schema) -> compare(type(name), Map.of(), schema(schema), name));
    assertEquals(List.of(), faults);
    Set<String> unmet =
        Shipped.CLASSES.stream()
            .filter(type -> type.getPackageName().startsWith("vn.minhbach.function"))
            .filter(type -> type.isRecord() && type.isAssignableTo(ReplyPart.class))
            .filter(type -> !type.getPackageName().equals("vn.minhbach.function.papers"))
            .map(type -> type.getName().substring(BASE.length()))
            .filter(name -> !OPEN.contains(name) && !met.contains(type(name)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), unmet);
  }

  private record Wrong(String name, @Wire(orNull = true) Optional<String> next, int more)
      implements ReplyPart {}

  @Test
  void noticesWhatIsNotAsDescribed() {
    Map<String, Object> text = Map.of("type", "string");
    compare(
        Wrong.class,
        Map.of(),
        Map.of(
            "required",
            List.of("name", "lacking"),
            "properties",
            Map.of("name", Map.of("type", "integer"), "next", text, "lacking", text)),
        "it");
    assertEquals(
        List.of(
            "it.lacking is required and not written",
            "it.name is a string, not integer",
            "it.next may be null, not string",
            "it.more is not described"),
        faults);
  }

  @Test
  void nothingButRepliesAndPlainValuesIsWritten() {
    record Inner(Object value) implements ReplyPart {}
    assertEquals("{\"value\":{\"a\":null}}", Json.write(new Inner(nothing())));
    assertThrows(IllegalArgumentException.class, () -> Json.write(new Inner(Path.of("x"))));
    record Secret(String name) {}
    assertThrows(IllegalArgumentException.class, () -> Json.write(new Inner(new Secret("x"))));
  }

  private static Map<String, Object> nothing() {
    var map = new LinkedHashMap<String, Object>();
    map.put("a", null);
    return map;
  }

  private void compare(Class<?> type, Map<String, Type> bound, Map<?, ?> schema, String place) {
    // Rules are made of rules.
    if (place.contains(".parts[].parts[]")) {
      return;
    }
    Map<?, ?> known = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
    var written = new LinkedHashMap<String, Field>();
    fields(type, bound, false, written);
    if (schema.get("required") instanceof List<?> required) {
      required.stream()
          .filter(name -> !written.containsKey(name) || written.get(name).leftOut())
          .forEach(name -> faults.add(place + "." + name + " is required and not written"));
    }
    written.forEach((name, field) -> {
      if (known.get(name) == null) {
        faults.add(place + "." + name + " is not described");
      } else {
        compare(field, resolved((Map<?, ?>) known.get(name)), place + "." + name);
      }
    });
  }

  private void compare(Field field, Map<?, ?> schema, String place) {
    Object said = schema.get("type");
    List<?> types = said instanceof List<?> list ? list : said == null ? List.of() : List.of(said);
    Type type = bare(field.type());
    String written = written(type);
    if (schema.get("oneOf") == null && !types.isEmpty() && !types.contains(written)) {
      faults.add(place + " is a " + written + ", not " + said);
    } else if (field.orNull() && !types.isEmpty() && !types.contains("null")) {
      faults.add(place + " may be null, not " + said);
    } else if (raw(type) != null && ReplyPart.class.isAssignableFrom(raw(type))) {
      compare(raw(type), bound(type), schema, place);
    } else if (written.equals("array") && schema.get("items") instanceof Map<?, ?> items) {
      compare(new Field(argument(type, 0), false, false), resolved(items), place + "[]");
    } else if (type instanceof ParameterizedType && written.equals("object")) {
      if (schema.get("additionalProperties") instanceof Map<?, ?> more
          && !argument(type, 1).equals(Object.class)) {
        compare(new Field(argument(type, 1), false, false), resolved(more), place + ".*");
      }
    }
  }

  /** As a reader meets it. */
  private record Field(Type type, boolean leftOut, boolean orNull) {}

  private void fields(
      Class<?> type, Map<String, Type> bound, boolean maybe, Map<String, Field> into) {
    met.add(type);
    for (RecordComponent component : type.getRecordComponents()) {
      Wire wire = component.getAnnotation(Wire.class);
      Type own = component.getGenericType();
      boolean optional = raw(own) == Optional.class || raw(own) == OptionalInt.class;
      if (wire != null && wire.inline()) {
        Type inner = bare(own);
        fields(raw(inner), bound(inner), maybe || optional, into);
      } else {
        boolean orNull = wire != null && wire.orNull();
        String name = wire == null || wire.name().isEmpty() ? component.getName() : wire.name();
        into.put(name, new Field(substituted(own, bound), maybe || optional && !orNull, orNull));
      }
    }
  }

  private static Type substituted(Type type, Map<String, Type> bound) {
    if (type instanceof ParameterizedType of
        && of.getActualTypeArguments()[0] instanceof TypeVariable<?> variable
        && bound.containsKey(variable.getName())) {
      Type actual = bound.get(variable.getName());
      return new ParameterizedType() {
        @Override
        public Type[] getActualTypeArguments() {
          return new Type[] {actual};
        }

        @Override
        public Type getRawType() {
          return of.getRawType();
        }

        @Override
        public Type getOwnerType() {
          return of.getOwnerType();
        }
      };
    }
    return type;
  }

  private static Map<String, Type> bound(Type type) {
    var bound = new LinkedHashMap<String, Type>();
    if (type instanceof ParameterizedType of) {
      TypeVariable<?>[] names = raw(type).getTypeParameters();
      for (int i = 0; i < names.length; i++) {
        bound.put(names[i].getName(), of.getActualTypeArguments()[i]);
      }
    }
    return bound;
  }

  private static Type bare(Type type) {
    return raw(type) == Optional.class ? argument(type, 0) : type;
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType of -> (Class<?>) of.getRawType();
      default -> null;
    };
  }

  private static String written(Type type) {
    Class<?> raw = raw(type);
    if (raw == int.class
        || raw == long.class
        || raw == Integer.class
        || raw == Long.class
        || raw == OptionalInt.class) {
      return "integer";
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return "boolean";
    }
    if (raw == BigDecimal.class) {
      return "number";
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return "array";
    }
    return Map.class.isAssignableFrom(raw)
            || ReplyPart.class.isAssignableFrom(raw)
            || raw == Object.class
        ? "object"
        : "string";
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(BASE + name);
    } catch (ClassNotFoundException gone) {
      throw new AssertionError(gone);
    }
  }

  // A name of a schema; an operation, for its answer; with [], for a line of its list.
  private Map<?, ?> schema(String said) {
    if (!said.contains(" ")) {
      return (Map<?, ?>) at(document, "components", "schemas", said);
    }
    String[] words = said.split(" ");
    Map<?, ?> reply =
        resolved(
            (Map<?, ?>)
                at(
                    document,
                    "paths",
                    words[1],
                    words[0].toLowerCase(java.util.Locale.ROOT),
                    "responses",
                    "200"));
    Map<?, ?> answer = resolved((Map<?, ?>) at(reply, "content", "application/json", "schema"));
    return words.length == 2
        ? answer
        : resolved((Map<?, ?>) at(answer, "properties", "items", "items"));
  }

  private Map<?, ?> resolved(Map<?, ?> schema) {
    return schema.get("$ref") instanceof String reference
        ? resolved((Map<?, ?>) at(document, reference.substring(2).split("/")))
        : schema;
  }

  private static Object at(Object node, String... path) {
    Object found = node;
    for (String step : path) {
      found = ((Map<?, ?>) found).get(step);
      assertTrue(found != null, () -> Arrays.toString(path) + ": nothing at " + step);
    }
    return found;
  }

  private static Map<?, ?> document() {
    try (Reader file = Files.newBufferedReader(Path.of("../web/openapi.yaml"))) {
      return new Yaml().load(file);
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }
}
