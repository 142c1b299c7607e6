package vn.minhbach.adapter.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.account.UserPool.Answer;
import vn.minhbach.core.prepare.account.UserPool.Step;
import vn.minhbach.core.prepare.account.UserPool.User;

/** What the port promises, by real requests of the SDK. */
class CognitoUserPoolTest {

  private static final UnitCode SNV = new UnitCode("SNV");

  @RegisterExtension final PoolAtEndpoint at = somewhere();

  /** Where the pool is; another endpoint in {@link CognitoEndpointTest}. */
  PoolAtEndpoint somewhere() {
    return new PoolAtEndpoint();
  }

  private CognitoUserPool pool() {
    return at.pool();
  }

  private Map<String, User> users() {
    var users = new TreeMap<String, User>();
    pool().users().forEach(user -> users.put(user.account(), user));
    return users;
  }

  private static Step.Create lan() {
    return new Step.Create("lan.snv", SNV, "lan@snv.gov.vn");
  }

  private static User user(boolean enabled, String unit, String email, Role... roles) {
    return new User("lan.snv", true, enabled, Optional.of(unit), Optional.of(email), Set.of(roles));
  }

  @Test
  void emptyPoolHasNoUsers() {
    assertEquals(Map.of(), users());
  }

  @Test
  void createdUserIsKeptEnabledAndHasItsUnit() {
    assertEquals(Answer.DONE, pool().take(lan()));
    assertEquals(Map.of("lan.snv", user(true, "SNV", "lan@snv.gov.vn")), users());
  }

  @Test
  void sameNameIsTaken() {
    pool().take(lan());
    assertEquals(Answer.TAKEN, pool().take(lan()));
    assertEquals(1, users().size());
  }

  @Test
  void everyStepCanBeRepeated() {
    pool().take(lan());
    for (Step step :
        List.of(
            new Step.Describe("lan.snv", new UnitCode("STC"), Optional.of("l@stc.gov.vn")),
            new Step.Join("lan.snv", Role.UNIT),
            new Step.Join("lan.snv", Role.SIGNER),
            new Step.Leave("lan.snv", Role.UNIT),
            new Step.Leave("lan.snv", Role.DISTRICT),
            new Step.SignOut("lan.snv"),
            new Step.Disable("lan.snv"))) {
      assertEquals(Answer.DONE, pool().take(step), step::toString);
      assertEquals(Answer.DONE, pool().take(step), step::toString);
    }
    assertEquals(Map.of("lan.snv", user(false, "STC", "l@stc.gov.vn", Role.SIGNER)), users());
    assertEquals(Answer.DONE, pool().take(new Step.Enable("lan.snv")));
    assertEquals(Answer.DONE, pool().take(new Step.Enable("lan.snv")));
    pool().take(new Step.Describe("lan.snv", SNV, Optional.empty()));
    assertEquals(Map.of("lan.snv", user(true, "SNV", "l@stc.gov.vn", Role.SIGNER)), users());
  }

  @Test
  void userThatIsNotThereIsGone() {
    for (Step step :
        List.of(
            new Step.Describe("nobody", SNV, Optional.empty()),
            new Step.Join("nobody", Role.UNIT),
            new Step.Leave("nobody", Role.UNIT),
            new Step.Enable("nobody"),
            new Step.Disable("nobody"),
            new Step.SignOut("nobody"))) {
      assertEquals(Answer.GONE, pool().take(step), step::toString);
    }
  }

  @Test
  void userMadeByHandIsNotKept() {
    at.byHand("office", "STTTT", "office");
    assertEquals(
        Map.of(
            "office",
            new User("office", false, true, Optional.of("STTTT"), Optional.empty(), Set.of())),
        users());
    assertEquals(Answer.TAKEN, pool().take(new Step.Create("office", SNV, "office@stttt.gov.vn")));
  }

  @Test
  void everyPageIsRead() {
    IntStream.range(0, 130)
        .mapToObj(i -> String.format("t%03d", i))
        .forEach(name -> {
          pool().take(new Step.Create(name, SNV, name + "@snv.gov.vn"));
          pool().take(new Step.Join(name, Role.UNIT));
        });
    Map<String, User> users = users();
    assertEquals(130, users.size());
    assertEquals(
        130,
        users.values().stream().filter(user -> user.roles().equals(Set.of(Role.UNIT))).count());
  }
}
