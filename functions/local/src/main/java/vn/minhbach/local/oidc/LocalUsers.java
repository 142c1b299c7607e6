package vn.minhbach.local.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Role;

/** Who may sign in locally: design.md, "Local tokens". */
public final class LocalUsers {

  /**
   * One account.
   *
   * @param roles value of cognito:groups
   * @param unit code of the unit that employs the user or that the user acts for; for approver and
   *     official {@code (none)}, which says that no ranked unit does
   */
  record Account(List<String> roles, Optional<String> unit) {

    /** Claims as Cognito issues them. */
    Map<String, Object> claims() {
      Map<String, Object> claims = new LinkedHashMap<>();
      claims.put("cognito:groups", roles);
      unit.ifPresent(code -> claims.put("custom:unit", code));
      claims.put("token_use", "id");
      return claims;
    }
  }

  private static final Map<String, Account> NAMED = named();
  private static final Pattern OF_UNIT =
      Pattern.compile("(unit|signer|contributor)-([A-Z0-9]+(?:-[A-Z0-9]+)*)");

  /** A role of the staff at any body, so that a register of one's own can be tried. */
  private static final Pattern OF_BODY =
      Pattern.compile("([a-z]+)@(none|[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)");

  private static final Pattern DISTRICT = Pattern.compile("\\d{3}");

  private LocalUsers() {}

  private static Map<String, Account> named() {
    Map<String, Account> named = new LinkedHashMap<>();
    named.put("office", new Account(List.of("office"), Optional.of("STTTT")));
    named.put("lead", new Account(List.of("lead"), Optional.of("STTTT")));
    named.put("deputy", new Account(List.of("deputy"), Optional.of("SNV")));
    named.put("par", new Account(List.of("par"), Optional.of("SNV")));
    named.put("approver", new Account(List.of("approver"), Optional.of(Employer.NONE)));
    named.put("official", new Account(List.of("official"), Optional.of(Employer.NONE)));
    List<String> employers = List.of("STTTT", "SNV", "SKHCN", "TTPVHCC", "VPUB");
    for (int i = 0; i < employers.size(); i++) {
      named.put(
          "appraiser" + (i + 1), new Account(List.of("appraiser"), Optional.of(employers.get(i))));
    }
    return named;
  }

  /**
   * Those with a name of their own; besides them there is unit-CODE, signer-CODE and
   * contributor-CODE for every unit, and ROLE@CODE and ROLE@none for every role of the staff.
   */
  public static List<String> names() {
    return List.copyOf(NAMED.keySet());
  }

  /** The account of a name, empty when there is none. */
  static Optional<Account> find(String name) {
    Account account = NAMED.get(name);
    if (account != null) {
      return Optional.of(account);
    }
    Matcher matcher = OF_UNIT.matcher(name);
    if (!matcher.matches()) {
      return atBody(OF_BODY.matcher(name));
    }
    String code = matcher.group(2);
    if (!matcher.group(1).equals("unit")) {
      return Optional.of(new Account(List.of(matcher.group(1)), Optional.of(code)));
    }
    List<String> roles =
        DISTRICT.matcher(code).matches()
            ? List.of("unit", "signer", "district")
            : List.of("unit", "signer");
    return Optional.of(new Account(roles, Optional.of(code)));
  }

  private static Optional<Account> atBody(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String body = matcher.group(2);
    return Role.of(matcher.group(1))
        .filter(Role::staff)
        .map(role ->
            new Account(
                List.of(role.label()), Optional.of(body.equals("none") ? Employer.NONE : body)));
  }
}
