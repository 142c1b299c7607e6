package vn.minhbach.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.Shipped;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/**
 * The facts of the ledger against the entries that were written before they had types, and against
 * the table of them in decision 0003. Over every fact that ships, so that none can be left out.
 */
class FactsTest {

  private static final Path DECISION =
      Path.of(System.getProperty("root"), "infra/decisions/0003-ledger-format.md");
  private static final String BEGIN = "<!-- facts: made by FactsTest -->\n";
  private static final String END = "<!-- end of facts -->\n";

  private static final Map<Type, String> WORDS =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(long.class, "number"),
          Map.entry(Long.class, "number"),
          Map.entry(int.class, "number"),
          Map.entry(Integer.class, "number"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(Instant.class, "moment"),
          Map.entry(LocalDate.class, "day"),
          Map.entry(Points.class, "points"),
          Map.entry(CriterionId.class, "criterion"),
          Map.entry(UnitCode.class, "unit"),
          Map.entry(Object.class, "figure"));

  /** Every record that is a fact, by the sealed family that it belongs to. */
  private static final Map<Class<?>, List<Class<?>>> FAMILIES = families();

  private record Written(
      String kind, String chain, String at, String body, String bodyHash, String hash) {}

  private record AllWritten(String about, List<Written> entries) {}

  @Test
  void everyEntryThatWasWrittenIsReadAndSaysTheSameBytes() {
    for (Written written : written()) {
      Map<String, Object> content = tree(written.body());
      String nonce = (String) content.get("nonce");
      Entry entry =
          new Entry(
              Entry.FORMAT,
              written.chain(),
              1,
              Instant.parse(written.at()),
              written.kind(),
              written.bodyHash(),
              ChainTip.START.hash(),
              content);
      List<Fact> facts =
          FAMILIES.keySet().stream().flatMap(one -> read(one, entry).stream()).toList();
      assertEquals(1, facts.size(), () -> "readers of " + written);
      Entry again =
          Entry.after(ChainTip.START, chain(written.chain()), entry.at(), facts.getFirst(), nonce);
      assertEquals(written.kind(), again.kind());
      assertEquals(written.body(), CanonicalJson.text(again.body()), written.kind());
      assertEquals(written.bodyHash(), again.bodyHash(), written.kind());
      assertEquals(written.hash(), again.hash(), written.kind());
      assertEquals(
          List.of(),
          FAMILIES.keySet().stream()
              .flatMap(one -> read(one, entry.withoutBody()).stream())
              .toList(),
          "an entry whose body is not shown tells nothing");
    }
  }

  @Test
  void anEntryThatWasTamperedWithTellsNothing() {
    Written granted =
        written().stream()
            .filter(one -> one.kind().equals("EVIDENCE_GRANTED"))
            .findFirst()
            .orElseThrow();
    for (Object wrong : List.of("NOWHERE", 7L, Map.of())) {
      Map<String, Object> body = tree(granted.body());
      body.put("state", wrong);
      Entry entry =
          new Entry(Entry.FORMAT, granted.chain(), 1, Instant.EPOCH, granted.kind(), "", "", body);
      assertEquals(
          List.of(), FAMILIES.keySet().stream().flatMap(one -> read(one, entry).stream()).toList());
    }
  }

  @Test
  void everyKindHasAVector() {
    Set<String> kinds =
        FAMILIES.values().stream()
            .flatMap(List::stream)
            .map(FactsTest::kind)
            .collect(Collectors.toSet());
    assertEquals(kinds, written().stream().map(Written::kind).collect(Collectors.toSet()));
  }

  @Test
  void everyFactIsOfASealedFamily() {
    Set<String> facts =
        Shipped.CLASSES.stream()
            .filter(type -> type.isAssignableTo(Fact.class) && !type.isInterface())
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        FAMILIES.values().stream()
            .flatMap(List::stream)
            .map(Class::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(facts, known);
  }

  /** The table says of every body that was written which members it may have and must have. */
  @Test
  void componentsAreTheMembersOfTheBody() {
    Map<String, Class<?>> kinds = new TreeMap<>();
    FAMILIES.values().forEach(facts -> facts.forEach(fact -> kinds.put(kind(fact), fact)));
    for (Written written : written()) {
      Map<String, Object> body = tree(written.body());
      body.remove("nonce");
      holds(kinds.get(written.kind()), body, written.kind());
    }
  }

  @Test
  void tableInDecision0003IsMadeFromTheTypes() throws IOException {
    String decision = Files.readString(DECISION);
    int from = decision.indexOf(BEGIN) + BEGIN.length();
    int to = decision.indexOf(END);
    assertTrue(from >= BEGIN.length() && to >= from, "decision 0003 has no place for the table");
    String made = table();
    if (Boolean.getBoolean("facts.write")) {
      Files.writeString(DECISION, decision.substring(0, from) + made + decision.substring(to));
    } else {
      assertEquals(made, decision.substring(from, to), "run FactsTest with -Dfacts.write=true");
    }
  }

  private static String table() {
    var table = new StringBuilder("| Kind | Members beside `nonce` |\n|---|---|\n");
    FAMILIES.forEach((family, facts) ->
        facts.forEach(fact ->
            table
                .append("| `")
                .append(kind(fact))
                .append("` | ")
                .append(members(fact, false))
                .append(" |\n")));
    table.append('\n');
    parts()
        .forEach((name, part) ->
            table
                .append("- *")
                .append(name)
                .append("*: ")
                .append(members(part, false))
                .append('\n'));
    return table.toString();
  }

  /** Parts that stand in a body as a member of their own. */
  private static Map<String, Class<?>> parts() {
    var parts = new TreeMap<String, Class<?>>();
    var open = new ArrayList<Class<?>>();
    FAMILIES.values().forEach(open::addAll);
    var seen = new HashSet<Class<?>>();
    while (!open.isEmpty()) {
      Class<?> type = open.removeLast();
      for (RecordComponent component : type.getRecordComponents()) {
        Class<?> inner = innermost(component.getGenericType());
        if (Part.class.isAssignableFrom(inner)) {
          for (Class<?> shape : shapes(inner)) {
            if (!flat(component)) {
              parts.put(shape.getSimpleName(), shape);
            }
            if (seen.add(shape)) {
              open.add(shape);
            }
          }
        }
      }
    }
    return parts;
  }

  /** A part of several shapes says which by its kind. */
  private static List<Class<?>> shapes(Class<?> part) {
    return part.isSealed() ? List.of(part.getPermittedSubclasses()) : List.of(part);
  }

  private static boolean shape(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .anyMatch(family -> family.isSealed() && !Fact.class.isAssignableFrom(family));
  }

  private static String members(Class<?> type, boolean absent) {
    var members = new ArrayList<String>();
    if (shape(type)) {
      members.add("`kind` text");
    }
    for (RecordComponent component : type.getRecordComponents()) {
      boolean optional = absent || optional(component);
      members.add(
          flat(component)
              ? members(innermost(component.getGenericType()), optional)
              : "`"
                  + name(component)
                  + (optional ? "?` " : "` ")
                  + word(component.getGenericType()));
    }
    return String.join(", ", members);
  }

  private static String word(Type type) {
    if (type instanceof ParameterizedType generic) {
      List<String> inner =
          Arrays.stream(generic.getActualTypeArguments()).map(FactsTest::word).toList();
      return generic.getRawType().equals(Optional.class)
          ? inner.getFirst()
          : generic.getRawType().equals(List.class)
              ? "list of " + inner.getFirst()
              : "object of " + inner.getLast();
    }
    Class<?> of = (Class<?>) type;
    if (of.isEnum()) {
      return Arrays.stream(of.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .collect(Collectors.joining("/"));
    }
    return Part.class.isAssignableFrom(of)
        ? shapes(of).stream()
            .map(shape -> "*" + shape.getSimpleName() + "*")
            .collect(Collectors.joining(" or "))
        : Optional.ofNullable(WORDS.get(of)).orElseThrow(() -> new AssertionError(of));
  }

  private static void holds(Class<?> type, Map<?, ?> body, String place) {
    var may = new TreeMap<String, RecordComponent>();
    var must = new TreeSet<String>();
    collect(type, false, may, must);
    var known = new TreeSet<>(may.keySet());
    known.addAll(must);
    assertTrue(known.containsAll(body.keySet()), () -> place + " " + body + " " + known);
    assertTrue(body.keySet().containsAll(must), () -> place + " " + body + " needs " + must);
    may.forEach((name, component) -> {
      Class<?> inner = innermost(component.getGenericType());
      Object value = body.get(name);
      if (value != null && Part.class.isAssignableFrom(inner)) {
        inners(component.getGenericType(), value)
            .forEach(
                one -> holds(shapeOf(inner, (Map<?, ?>) one), (Map<?, ?>) one, place + "." + name));
      }
    });
  }

  private static Class<?> shapeOf(Class<?> part, Map<?, ?> body) {
    return shapes(part).stream()
        .filter(shape ->
            shapes(part).size() == 1
                || shape.getSimpleName().equalsIgnoreCase(String.valueOf(body.get("kind"))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(body));
  }

  private static List<?> inners(Type type, Object value) {
    boolean map =
        type instanceof ParameterizedType generic && generic.getRawType().equals(Map.class);
    return value instanceof List<?> list
        ? list
        : map ? List.copyOf(((Map<?, ?>) value).values()) : List.of(value);
  }

  private static void collect(
      Class<?> type, boolean absent, Map<String, RecordComponent> may, Set<String> must) {
    if (shape(type)) {
      must.add("kind");
    }
    for (RecordComponent component : type.getRecordComponents()) {
      boolean optional = absent || optional(component);
      if (flat(component)) {
        collect(innermost(component.getGenericType()), optional, may, must);
      } else {
        may.put(name(component), component);
        if (!optional) {
          must.add(name(component));
        }
      }
    }
  }

  private static boolean optional(RecordComponent component) {
    Member member = component.getAnnotation(Member.class);
    return component.getType().equals(Optional.class) || member != null && member.emptyLeftOut();
  }

  private static boolean flat(RecordComponent component) {
    Member member = component.getAnnotation(Member.class);
    return member != null && member.flat();
  }

  private static String name(RecordComponent component) {
    Member member = component.getAnnotation(Member.class);
    return member == null || member.value().isEmpty() ? component.getName() : member.value();
  }

  private static Class<?> innermost(Type type) {
    return type instanceof ParameterizedType generic
        ? innermost(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
        : (Class<?>) type;
  }

  private static Map<Class<?>, List<Class<?>>> families() {
    var families =
        new TreeMap<Class<?>, List<Class<?>>>(
            Comparator.comparing((Class<?> family) -> family.getSimpleName()));
    Shipped.CLASSES.stream()
        .filter(type -> type.isInterface() && type.isAssignableTo(Fact.class))
        .map(JavaClass::reflect)
        .filter(Class::isSealed)
        .forEach(family -> families.put(family, List.of(family.getPermittedSubclasses())));
    assertFalse(families.isEmpty());
    return families;
  }

  private static String kind(Class<?> fact) {
    try {
      var kind = fact.getDeclaredField("KIND");
      kind.setAccessible(true);
      return (String) kind.get(null);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }

  private static Optional<Fact> read(Class<?> family, Entry entry) {
    try {
      Method read = family.getMethod("read", Entry.class);
      read.setAccessible(true);
      return ((Optional<?>) read.invoke(null, entry)).map(Fact.class::cast);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException unread) {
      throw new AssertionError(family + " " + entry, unread);
    }
  }

  private static List<Written> written() {
    try (InputStream in = FactsTest.class.getResourceAsStream("/ledger/facts.json")) {
      return JsonMapper.shared().readValue(in, new TypeReference<AllWritten>() {}).entries();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Map<String, Object> tree(String json) {
    return JsonMapper.shared().readValue(json, new TypeReference<>() {});
  }

  private static ChainId chain(String name) {
    String[] parts = name.split("/");
    var campaign = new CampaignId(parts[0]);
    return parts.length == 1
        ? ChainId.of(campaign)
        : parts.length == 2
            ? ChainId.of(campaign, new UnitCode(parts[1]))
            : ChainId.of(campaign, new UnitCode(parts[1]), parts[3]);
  }
}
