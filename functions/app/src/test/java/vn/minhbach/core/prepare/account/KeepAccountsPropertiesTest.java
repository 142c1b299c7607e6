package vn.minhbach.core.prepare.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.memory.Pool;
import vn.minhbach.core.prepare.account.PoolFixture.Line;
import vn.minhbach.core.prepare.account.UserPool.User;
import vn.minhbach.core.prepare.campaign.Stage;

/**
 * Whatever registers follow one another, in two campaigns at once, and wherever runs are killed,
 * interrupted by another run or left without an answer: in the end the pool is what an oracle reads
 * from the registers, nobody was invited twice, and no user that a person made was touched.
 */
class KeepAccountsPropertiesTest {

  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  /** What is in force for some time, and what befalls the run that looks at it. */
  record Round(List<Line> one, List<Line> two, boolean twoIsOpen, int day, List<Pool.Fate> fates) {}

  @Property(tries = 1000)
  void poolEndsAsTheRegistersSay(
      @ForAll("users") List<User> before, @ForAll("rounds") List<Round> rounds) {
    var world = new PoolFixture();
    before.forEach(world.pool::put);
    Map<String, User> atFirst = world.pool.now();
    for (int i = 0; i < rounds.size(); i++) {
      Round round = rounds.get(i);
      Round next = rounds.get(Math.min(i + 1, rounds.size() - 1));
      bring(world, round);
      world.pool.everybodySignsIn();
      world.pool.fates(
          round.fates(),
          () -> {
            bring(world, next);
            world.run(at(next));
          });
      try {
        world.run(at(round));
      } catch (Pool.Killed cut) {
        // The next one mends it.
      }
    }
    world.pool.fates(List.of(), () -> {});
    Round last = rounds.getLast();
    bring(world, last);
    world.pool.everybodySignsIn();
    Map<String, User> yet = world.pool.now();
    world.run(at(last));

    check(world, last, atFirst, yet);
    world.pool.taken();
    int looks = world.pool.looks();
    world.run(at(last));
    assertEquals(looks, world.pool.looks(), "a settled pool is not even read");
    world.run(at(last).plus(Duration.ofHours(1)));
    if (last.day() % 2 == 0) {
      // Posts begin and end on odd days, so nothing is new an hour later.
      assertEquals(List.of(), world.pool.taken());
    }
  }

  private static void check(
      PoolFixture world, Round last, Map<String, User> atFirst, Map<String, User> yet) {
    Map<String, User> after = world.pool.now();
    assertTrue(world.pool.mails().values().stream().allMatch(sent -> sent == 1));
    var items = new HashSet<String>();
    world.report("one").items().forEach(item -> items.add(item.account() + item.trouble()));
    if (last.twoIsOpen()) {
      world.report("two").items().forEach(item -> items.add(item.account() + item.trouble()));
    }
    Set<String> everybody = new TreeSet<>(NAMES);
    everybody.addAll(after.keySet());
    for (String name : everybody) {
      Optional<User> was = Optional.ofNullable(yet.get(name));
      Optional<User> is = Optional.ofNullable(after.get(name));
      Set<String> units = new TreeSet<>();
      Set<Role> roles = new HashSet<>();
      Optional<String> email = Optional.empty();
      for (List<Line> register :
          last.twoIsOpen() ? List.of(last.one(), last.two()) : List.of(last.one())) {
        for (Line line : register) {
          if (line.account().equals(name)) {
            email = line.email().or(() -> Optional.<String>empty()).or(emailOf(last, name));
            for (Post post : line.posts()) {
              boolean begun = post.from().isEmpty() || !at(last).isBefore(post.from().get());
              boolean over = post.until().isPresent() && !at(last).isBefore(post.until().get());
              if (begun && !over) {
                units.add(post.unit().value());
                roles.add(post.duty().role());
              }
            }
          }
        }
      }
      if (atFirst.containsKey(name) && !atFirst.get(name).kept()) {
        assertEquals(atFirst.get(name), is.orElseThrow());
        assertEquals(!units.isEmpty(), items.contains(name + Trouble.MADE_BY_HAND));
      } else if (units.isEmpty()) {
        assertFalse(is.isPresent() && is.get().enabled(), name);
        assertFalse(world.pool.sessions().contains(name), name + " is still signed in");
      } else if (units.size() > 1) {
        assertEquals(was, is);
        assertTrue(items.contains(name + Trouble.TWO_UNITS));
      } else if (was.isEmpty() && email.isEmpty()) {
        assertEquals(Optional.empty(), is);
        assertTrue(items.contains(name + Trouble.NO_ADDRESS));
      } else {
        User user = is.orElseThrow();
        assertTrue(user.kept() && user.enabled());
        assertEquals(units, Set.of(user.unit().orElseThrow()));
        assertEquals(roles, user.roles());
        assertEquals(email.or(() -> was.flatMap(User::email)), user.email());
      }
    }
  }

  /** The register that came in later (campaign two) has the last word. */
  private static java.util.function.Supplier<Optional<String>> emailOf(Round round, String name) {
    return () ->
        round.one().stream()
            .filter(line -> line.account().equals(name))
            .findFirst()
            .flatMap(Line::email);
  }

  private static void bring(PoolFixture world, Round round) {
    world.bring("one", Stage.OPEN, round.one());
    world.bring("two", round.twoIsOpen() ? Stage.APPRAISING : Stage.PUBLISHED, round.two());
  }

  private static Instant at(Round round) {
    return PoolFixture.START.plus(Duration.ofDays(round.day()));
  }

  @Provide
  Arbitrary<List<User>> users() {
    Arbitrary<User> user =
        Combinators.combine(
                Arbitraries.of(NAMES),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                Arbitraries.of("STTTT", "SNV").optional(),
                roles())
            .as((name, kept, enabled, unit, roles) ->
                new User(name, kept, enabled, unit, Optional.of("old@tinh.gov.vn"), roles));
    return user.list().ofMaxSize(4).uniqueElements(User::account);
  }

  private static Arbitrary<Set<Role>> roles() {
    return Arbitraries.of(UserPool.ROLES).set().ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Round>> rounds() {
    Arbitrary<Pool.Fate> fate =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, Arbitraries.just(Pool.Fate.NONE)),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(Pool.Fate.values())));
    return Combinators.combine(
            register(),
            register(),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 8),
            fate.list().ofMaxSize(12))
        .as(Round::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static Arbitrary<List<Line>> register() {
    Arbitrary<Optional<Instant>> odd =
        Arbitraries.integers()
            .between(0, 3)
            .map(half -> PoolFixture.START.plus(Duration.ofDays(2L * half + 1)))
            .optional(0.4);
    Arbitrary<Post> post =
        Combinators.combine(
                Arbitraries.frequency(
                    net.jqwik.api.Tuple.of(4, "STTTT"), net.jqwik.api.Tuple.of(1, "SNV")),
                Arbitraries.of(Post.Duty.values()),
                odd,
                odd)
            .as((unit, duty, from, until) -> new Post(new UnitCode(unit), duty, from, until));
    Arbitrary<Line> line =
        Combinators.combine(
                Arbitraries.of(NAMES),
                Arbitraries.of("x@tinh.gov.vn", "y@tinh.gov.vn").optional(0.8),
                post.list().ofMinSize(1).ofMaxSize(3))
            .as(Line::new);
    return line.list().ofMinSize(1).ofMaxSize(5).uniqueElements(Line::account);
  }
}
