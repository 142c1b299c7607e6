package vn.minhbach.adapter.cognito;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConcurrentModificationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.core.Outage;
import vn.minhbach.core.Role;
import vn.minhbach.core.prepare.account.UserPool;

/**
 * A Cognito user pool. A user that a register keeps bears {@value #KEPT}, set by the same call that
 * creates it, so that no user is ever without an owner. Groups have the roles' names.
 *
 * <p>Reading the pool takes a call for each {@value #PAGE} users, and again for each {@value #PAGE}
 * members of a group: some 25 for the plan's 440 accounts.
 */
public final class CognitoUserPool implements UserPool {

  /** Custom attributes of template.yaml; no client of the pool may write them. */
  private static final String UNIT = "custom:unit";

  private static final String KEPT = "custom:register";
  private static final String YES = "yes";
  private static final String EMAIL = "email";

  /** An address that the office vouches for: else a lost password could not be set anew. */
  private static final String VERIFIED = "email_verified";

  /** The most that Cognito lists at once. */
  private static final int PAGE = 60;

  /** Pages of a pool that is not ours. */
  private static final int PAGES_MAX = 1_000;

  private static final int ATTEMPTS = 4;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final CognitoIdentityProviderClient client;
  private final String pool;

  public CognitoUserPool(CognitoIdentityProviderClient client, String pool) {
    this.client = client;
    this.pool = pool;
  }

  /**
   * How a client shall behave: Cognito takes 25 changes a second, and asks whoever sends more to
   * wait. Each attempt waits longer, at random; what a run gives up on is left to the next.
   */
  public static void patient(ClientOverrideConfiguration.Builder configuration) {
    configuration
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build())
        .apiCallTimeout(LONGEST);
  }

  @Override
  public List<User> users() {
    Map<String, Set<Role>> roles = new HashMap<>();
    for (Role role : ROLES) {
      for (UserType member : members(role)) {
        roles.computeIfAbsent(member.username(), name -> EnumSet.noneOf(Role.class)).add(role);
      }
    }
    return all().stream()
        .map(user -> user(user, roles.getOrDefault(user.username(), Set.of())))
        .toList();
  }

  private static User user(UserType user, Set<Role> roles) {
    var attributes = new HashMap<String, String>();
    user.attributes().forEach(one -> attributes.put(one.name(), one.value()));
    return new User(
        user.username(),
        YES.equals(attributes.get(KEPT)),
        user.enabled(),
        Optional.ofNullable(attributes.get(UNIT)),
        Optional.ofNullable(attributes.get(EMAIL)),
        roles);
  }

  private List<UserType> all() {
    var users = new ArrayList<UserType>();
    String token = null;
    for (int page = 0; page < PAGES_MAX; page++) {
      String from = token;
      var answer =
          RemoteCall.answer(
              "Cognito ListUsers",
              () ->
                  client.listUsers(
                      list -> list.userPoolId(pool).limit(PAGE).paginationToken(from)));
      users.addAll(answer.users());
      token = answer.paginationToken();
      if (token == null) {
        return users;
      }
    }
    throw new IllegalStateException("too many users in " + pool);
  }

  private List<UserType> members(Role role) {
    var users = new ArrayList<UserType>();
    String token = null;
    for (int page = 0; page < PAGES_MAX; page++) {
      String from = token;
      var answer =
          RemoteCall.answer(
              "Cognito ListUsersInGroup",
              () ->
                  client.listUsersInGroup(list ->
                      list.userPoolId(pool).groupName(role.label()).limit(PAGE).nextToken(from)));
      users.addAll(answer.users());
      token = answer.nextToken();
      if (token == null) {
        return users;
      }
    }
    throw new IllegalStateException("too many users in group " + role.label() + " of " + pool);
  }

  @Override
  public Answer take(Step step) {
    return switch (step) {
      case Step.Create create -> answer("AdminCreateUser", () -> create(create));
      case Step.Describe describe -> answer("AdminUpdateUserAttributes", () -> describe(describe));
      case Step.Join join ->
          answer(
              "AdminAddUserToGroup",
              () ->
                  client.adminAddUserToGroup(add ->
                      add.userPoolId(pool)
                          .username(join.account())
                          .groupName(join.role().label())));
      case Step.Leave leave ->
          answer(
              "AdminRemoveUserFromGroup",
              () ->
                  client.adminRemoveUserFromGroup(remove ->
                      remove
                          .userPoolId(pool)
                          .username(leave.account())
                          .groupName(leave.role().label())));
      case Step.Enable enable ->
          answer(
              "AdminEnableUser",
              () -> client.adminEnableUser(on -> on.userPoolId(pool).username(enable.account())));
      case Step.Disable disable ->
          answer(
              "AdminDisableUser",
              () ->
                  client.adminDisableUser(off -> off.userPoolId(pool).username(disable.account())));
      case Step.SignOut out ->
          answer(
              "AdminUserGlobalSignOut",
              () ->
                  client.adminUserGlobalSignOut(
                      end -> end.userPoolId(pool).username(out.account())));
    };
  }

  private Object create(Step.Create create) {
    return client.adminCreateUser(user ->
        user.userPoolId(pool)
            .username(create.account())
            .desiredDeliveryMediums(DeliveryMediumType.EMAIL)
            .userAttributes(
                attribute(EMAIL, create.email()),
                attribute(VERIFIED, "true"),
                attribute(UNIT, create.unit().value()),
                attribute(KEPT, YES)));
  }

  private Object describe(Step.Describe describe) {
    var attributes = new ArrayList<AttributeType>();
    attributes.add(attribute(UNIT, describe.unit().value()));
    describe
        .email()
        .ifPresent(email -> {
          attributes.add(attribute(EMAIL, email));
          attributes.add(attribute(VERIFIED, "true"));
        });
    return client.adminUpdateUserAttributes(
        user -> user.userPoolId(pool).username(describe.account()).userAttributes(attributes));
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }

  private static Answer answer(String call, Supplier<Object> made) {
    return RemoteCall.answer(
        "Cognito " + call,
        () -> {
          try {
            made.get();
            return Answer.DONE;
          } catch (UsernameExistsException taken) {
            return Answer.TAKEN;
          } catch (UserNotFoundException gone) {
            return Answer.GONE;
          } catch (LimitExceededException spent) {
            return Answer.MAIL_LIMIT;
          } catch (CodeDeliveryFailureException undeliverable) {
            return Answer.BAD_ADDRESS;
          } catch (ConcurrentModificationException busy) {
            throw new Outage("Cognito " + call + " met another change of the user", busy);
          } catch (InvalidParameterException invalid) {
            return badAddress(invalid);
          }
        });
  }

  // The same exception for every parameter; only the text tells which.
  private static Answer badAddress(InvalidParameterException invalid) {
    String text = String.valueOf(invalid.awsErrorDetails().errorMessage());
    if (text.toLowerCase(Locale.ROOT).contains(EMAIL)) {
      return Answer.BAD_ADDRESS;
    }
    throw invalid;
  }
}
