package vn.minhbach.core.prepare.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.file;
import static vn.minhbach.core.memory.Province.refused;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.memory.Province;

/** A contributor fills what it was given, and does nothing else. */
class ContributorTest {

  private static final UnitCode DISTRICT = new UnitCode("193");

  private static Post post(Post.Duty duty, String... criteria) {
    return new Post(
        DISTRICT,
        duty,
        Optional.empty(),
        Optional.empty(),
        Arrays.stream(criteria).map(CriterionId::new).toList());
  }

  private static Caller acting(Set<Role> token, Post... posts) {
    return Account.acting(
        new Caller("sub", token, Optional.of(DISTRICT)),
        Optional.of(new Account("mai", "actor", List.of(posts))),
        OPENED);
  }

  @Test
  void hasItsOwnRoleWhicheverOfTheTwoTheTokenClaims() {
    Post post = post(Post.Duty.CONTRIBUTOR, "I.1");
    for (Role claimed : List.of(Role.UNIT, Role.CONTRIBUTOR)) {
      Caller caller = acting(Set.of(claimed), post);
      assertEquals(Set.of(Role.CONTRIBUTOR), caller.roles());
      assertTrue(caller.fillsFor(DISTRICT));
      assertFalse(caller.barredFrom(DISTRICT, new CriterionId("I.1")));
      assertTrue(caller.barredFrom(DISTRICT, new CriterionId("I.2")));
    }
    assertEquals(Set.of(), acting(Set.of(Role.SIGNER), post).roles());
    assertEquals(
        Set.of(),
        acting(Set.of(Role.CONTRIBUTOR), post(Post.Duty.TYPIST)).roles(),
        "no typist by a contributor's token");
  }

  @Test
  void postsAddUpAndTheWholeFormIsTheWholeForm() {
    CriterionId second = new CriterionId("I.2");
    CriterionId third = new CriterionId("I.3");
    Caller two =
        acting(
            Set.of(Role.UNIT),
            post(Post.Duty.CONTRIBUTOR, "I.1"),
            post(Post.Duty.CONTRIBUTOR, "I.2"));
    assertFalse(two.barredFrom(DISTRICT, second));
    assertTrue(two.barredFrom(DISTRICT, third));
    for (Post whole : List.of(post(Post.Duty.TYPIST), post(Post.Duty.CONTRIBUTOR))) {
      Caller caller = acting(Set.of(Role.UNIT), post(Post.Duty.CONTRIBUTOR, "I.1"), whole);
      assertFalse(caller.barredFrom(DISTRICT, third));
    }
    Caller signer =
        acting(
            Set.of(Role.UNIT, Role.SIGNER),
            post(Post.Duty.CONTRIBUTOR, "I.1"),
            post(Post.Duty.SIGNER));
    assertTrue(signer.barredFrom(DISTRICT, third), "who signs does not fill for that");
  }

  @Test
  void reachesNoLineOfTheTableButThese() {
    assertEquals(
        Set.of(
            "READ_CAMPAIGN",
            "READ_FORM",
            "UPLOAD_FILE",
            "READ_LEDGER",
            "READ_DRAFT_SCORECARD",
            "FILL_CRITERION",
            "FILL_OR_TYPE",
            "ASK_QUESTION",
            "READ_QUESTIONS"),
        Stream.of(Access.values())
            .filter(line -> line.reaches().containsKey(Role.CONTRIBUTOR))
            .map(Enum::name)
            .collect(Collectors.toSet()));
  }

  @Test
  void everyWriteToACriterionAsksWhetherItWasGiven() {
    Province province = Province.opened();
    var caller =
        new Caller(
            "mai",
            Set.of(Role.CONTRIBUTOR),
            Optional.of(DISTRICT),
            Set.of(new CriterionId("I.1"), new CriterionId("I.2")));
    var act = new Act(caller, OPENED, Optional.empty());
    Map<String, Object> answer = Map.of("inputs", Map.of("a", 1, "b", 2));
    accepted(save(province, act, "I.1", answer));
    Refusal refusal =
        refused(SubmissionProblem.CRITERION_NOT_GIVEN, save(province, act, "I.3", answer));
    assertEquals("I.1, I.2", refusal.facts().get("criteria"));
    assertEquals("I.3", refusal.facts().get("criterion"));
    Evidence own = grant(province, act, "I.2");
    refused(
        SubmissionProblem.CRITERION_NOT_GIVEN,
        province.grantUpload.grant(
            province.campaign(),
            province.unit("193"),
            act,
            OPENED,
            DeclaredFile.read(
                file("I.3", Map.of()), province.campaign().settings().uploadLimits())));
    Evidence others = grant(province, Province.by("193", OPENED, Role.UNIT), "I.3");
    refused(SubmissionProblem.CRITERION_NOT_GIVEN, withdraw(province, act, others));
    accepted(withdraw(province, act, own));
  }

  private static Outcome<?> save(Province province, Act act, String criterion, Object body) {
    return province.saveAnswer.save(
        province.campaign(),
        province.unit("193"),
        new CriterionId(criterion),
        act,
        Condition.NONE,
        AnswerDraft.read(body));
  }

  private static Evidence grant(Province province, Act act, String criterion) {
    return accepted(
            province.grantUpload.grant(
                province.campaign(),
                province.unit("193"),
                act,
                OPENED,
                DeclaredFile.read(
                    file(criterion, Map.of()), province.campaign().settings().uploadLimits())))
        .evidence();
  }

  private static Outcome<?> withdraw(Province province, Act act, Evidence evidence) {
    return province.withdraw.withdraw(
        province.campaign(),
        province.unit("193"),
        evidence.id(),
        act,
        new Condition(Optional.of(evidence.etag())));
  }
}
