package vn.minhbach.adapter.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import vn.minhbach.core.Outage;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.account.UserPool.Answer;
import vn.minhbach.core.prepare.account.UserPool.Step;

/** What Cognito may refuse, as its reference names it: no server here does so by itself. */
class CognitoRefusalsTest {

  private static final Step CREATE =
      new Step.Create("lan.snv", new UnitCode("SNV"), "lan@snv.gov.vn");
  private static final Step SIGN_OUT = new Step.SignOut("lan.snv");

  @RegisterExtension final PoolAtEndpoint at = new PoolAtEndpoint();

  private Answer after(String type, String message, Step step) {
    at.local().refuse(type, message);
    return at.pool().take(step);
  }

  @Test
  void limitOfMailsIsNoOutage() {
    assertEquals(
        Answer.MAIL_LIMIT,
        after("LimitExceededException", "Exceeded daily email limit for the account", CREATE));
  }

  @Test
  void addressThatIsNotTakenIsTold() {
    assertEquals(
        Answer.BAD_ADDRESS,
        after("InvalidParameterException", "Invalid email address format.", CREATE));
    assertEquals(
        Answer.BAD_ADDRESS,
        after("CodeDeliveryFailureException", "Unable to deliver the message.", CREATE));
    assertEquals(
        Answer.BAD_ADDRESS,
        after(
            "InvalidParameterException",
            "Invalid email address format.",
            new Step.Describe("lan.snv", new UnitCode("SNV"), Optional.of("x@y.vn"))));
  }

  @Test
  void everyOtherParameterIsABugAndFlies() {
    assertThrows(
        CognitoIdentityProviderException.class,
        () ->
            after("InvalidParameterException", "Attributes did not conform to the schema", CREATE));
    assertThrows(
        CognitoIdentityProviderException.class,
        () -> after("NotAuthorizedException", "not allowed", CREATE));
    assertThrows(
        CognitoIdentityProviderException.class,
        () -> after("ResourceNotFoundException", "Group not found.", SIGN_OUT));
  }

  @Test
  void throttledCallIsMadeAgainAfterAPause() {
    at.pool().take(CREATE);
    at.local().calls();
    at.local().refuse("TooManyRequestsException", "Rate exceeded");
    long before = System.nanoTime();
    assertEquals(
        Answer.DONE,
        after("TooManyRequestsException", "Rate exceeded", new Step.Join("lan.snv", Role.UNIT)));
    assertEquals(
        List.of(
            "AdminAddUserToGroup lan.snv",
            "AdminAddUserToGroup lan.snv",
            "AdminAddUserToGroup lan.snv"),
        at.local().calls());
    // Jitter may make one pause short, never the two of them nothing at all.
    assertEquals(true, System.nanoTime() - before > 1_000_000);
  }

  @Test
  void whatStaysThrottledIsAnOutage() {
    IntStream.range(0, 4)
        .forEach(i -> at.local().refuse("TooManyRequestsException", "Rate exceeded"));
    assertThrows(Outage.class, () -> at.pool().take(SIGN_OUT));
    assertEquals(4, at.local().calls().size());
  }

  @Test
  void changeAtTheSameTimeAndErrorsOfTheServerAreOutages() {
    assertThrows(Outage.class, () -> after("ConcurrentModificationException", "busy", SIGN_OUT));
    at.local().close();
    assertThrows(Outage.class, () -> at.pool().users());
    assertThrows(Outage.class, () -> at.pool().take(SIGN_OUT));
  }
}
