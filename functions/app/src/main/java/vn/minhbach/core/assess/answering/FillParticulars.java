package vn.minhbach.core.assess.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.assess.submission.PutParticulars;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A unit fills in the head of its form: address, staff, residents, enterprises, whom to call. One
 * transaction: head, particulars, ledger entry. The ledger says that the contact changed, never to
 * whom.
 *
 * <p>Refused when the form cannot be changed, a field is missing or faulty, or somebody else's
 * words would be overwritten unread. The same content again writes nothing.
 */
public final class FillParticulars {

  private static final int ADDRESS_MAX = 300;
  private static final int NAME_MAX = 200;

  /** More than any province has people. */
  private static final long PEOPLE_MAX = 20_000_000;

  /** Digits with what people write between them. */
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?:[ .()-]{0,2}[0-9]){7,14}");

  private final Forms forms;
  private final Submissions submissions;
  private final Commits commits;

  public FillParticulars(Forms forms, Submissions submissions, Commits commits) {
    this.forms = forms;
    this.submissions = submissions;
    this.commits = commits;
  }

  /** The particulars as stored now. */
  public Outcome<Particulars> fill(
      Campaign campaign, Unit unit, Act act, Condition condition, Object tree) {
    return commits.until(() ->
        forms
            .editable(campaign, unit, act.now())
            .flatMap(head ->
                Node.read(tree, InputProblem.INVALID_BODY::of, body -> read(body, unit, act))
                    .flatMap(said -> decide(head, said, act, condition))));
  }

  private Outcome<Decision<Particulars>> decide(
      Head head, Particulars said, Act act, Condition condition) {
    Optional<Particulars> stored = submissions.particulars(head.campaign(), head.unit());
    if (stored.isPresent() && stored.get().sameContent(said)) {
      return Outcome.accepted(Decision.nothingToDo(stored.get()));
    }
    return condition
        .against(stored.map(Particulars::etag))
        .map(met -> {
          Particulars next = said.withVersion(stored.map(Particulars::version).orElse(0L) + 1);
          return Decision.commit(
              next,
              commits.edit(
                  head,
                  head,
                  List.of(PutParticulars.in(head, next)),
                  Note.of(act.now(), filled(next, stored))));
        });
  }

  private static AnswerFact.FormHeadFilled filled(Particulars next, Optional<Particulars> stored) {
    var changed = new ArrayList<String>();
    Optional<Particulars.Contact> was = stored.map(Particulars::contact);
    Particulars.Contact is = next.contact();
    if (was.filter(old -> old.name().equals(is.name())).isEmpty()) {
      changed.add("name");
    }
    if (was.filter(old -> old.phone().equals(is.phone())).isEmpty()) {
      changed.add("phone");
    }
    if (!was.flatMap(Particulars.Contact::email).equals(is.email())) {
      changed.add("email");
    }
    return new AnswerFact.FormHeadFilled(
        next.by(),
        next.version(),
        next.address(),
        next.staff().officials(),
        next.staff().civilServants(),
        next.staff().publicEmployees(),
        next.residents(),
        next.enterprises(),
        changed,
        Optional.empty());
  }

  private static Supplier<Particulars> read(Node body, Unit unit, Act act) {
    body.only("address", "staff", "residents", "enterprises", "contact");
    String address = text(body, "address", ADDRESS_MAX);
    Particulars.Staff staff = staff(body.field("staff"));
    Optional<Long> residents = area(body, "residents", unit);
    Optional<Long> enterprises = area(body, "enterprises", unit);
    Particulars.Contact contact = contact(body.field("contact"));
    return () ->
        new Particulars(
            address, staff, residents, enterprises, contact, act.now(), act.caller().id(), 1);
  }

  private static Particulars.Staff staff(Node staff) {
    if (staff.raw() == null) {
      return new Particulars.Staff(0, 0, Optional.empty());
    }
    staff.only("officials", "civilServants", "publicEmployees");
    return new Particulars.Staff(
        number(staff.field("officials")),
        number(staff.field("civilServants")),
        staff.optional("publicEmployees").map(FillParticulars::number));
  }

  // A department has no area of its own; a district or commune has.
  private static Optional<Long> area(Node body, String field, Unit unit) {
    if (unit.group() == Unit.DEPARTMENTS) {
      return body.optional(field).map(FillParticulars::number);
    }
    return Optional.of(number(body.field(field)));
  }

  private static Particulars.Contact contact(Node contact) {
    if (contact.raw() == null) {
      return new Particulars.Contact("", "", Optional.empty());
    }
    contact.only("name", "phone", "email");
    String name = text(contact, "name", NAME_MAX);
    Node number = contact.field("phone");
    String phone = number.raw() == null ? "" : number.code(NAME_MAX);
    if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
      number.fault(AnsweringProblem.BAD_PHONE.of(phone));
    }
    return new Particulars.Contact(name, phone, contact.optional("email").map(Node::email));
  }

  private static long number(Node node) {
    return node.raw() == null ? 0 : node.integer(0, PEOPLE_MAX);
  }

  private static String text(Node object, String field, int max) {
    Node node = object.field(field);
    return node.raw() == null ? "" : node.text(max).strip();
  }
}
