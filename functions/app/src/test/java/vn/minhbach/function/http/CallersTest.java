package vn.minhbach.function.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;

class CallersTest {

  @ParameterizedTest
  @ValueSource(strings = {"[office lead]", "office lead", "office,lead", "[\"office\",\"lead\"]"})
  void readsRolesHoweverTheGatewayFlattensThem(String groups) {
    assertEquals(Set.of(Role.OFFICE, Role.LEAD), caller("cognito:groups", groups).roles());
  }

  @Test
  void groupsThatAreNoRolesGiveNothing() {
    assertEquals(Set.of(), caller("cognito:groups", "[admin OFFICE eu-west-1_Google]").roles());
    assertEquals(Set.of(), caller("cognito:groups", "[]").roles());
  }

  @Test
  void bindsTheUnitOfTheClaim() {
    assertEquals(Optional.of(new UnitCode("06649")), caller("custom:unit", "06649").unit());
    assertEquals(Optional.empty(), caller("custom:unit", "06649/../193").unit());
    assertEquals(Optional.empty(), caller("custom:unit", "").unit());
  }

  @Test
  void accessTokenAndTokenWithoutSubjectAreNobody() {
    assertEquals(Callers.NOBODY, caller("token_use", "access"));
    assertEquals(Callers.NOBODY, caller("sub", " "));
    assertEquals(Callers.NOBODY, Callers.of(Map.of("cognito:groups", "office")));
  }

  private static Caller caller(String claim, String value) {
    var claims = new HashMap<String, String>();
    claims.put("sub", "account");
    claims.put("token_use", "id");
    claims.put("cognito:groups", "office");
    claims.put(claim, value);
    return Callers.of(claims);
  }
}
