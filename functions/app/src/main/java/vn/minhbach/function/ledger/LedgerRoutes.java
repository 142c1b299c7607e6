package vn.minhbach.function.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.appraise.explanation.ExplanationFact;
import vn.minhbach.core.appraise.inspection.InspectionFact;
import vn.minhbach.core.appraise.marking.MarkFact;
import vn.minhbach.core.appraise.petition.PetitionFact;
import vn.minhbach.core.assess.custody.EvidenceFact;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.prepare.account.Signatures;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.http.Wire;

/** What happened to a form, or to one of its unit's questions, entry by entry. */
public final class LedgerRoutes implements Routes {

  private static final int PAGE = 100;

  private static final Pattern QUESTION = Pattern.compile("[0-9a-f]{32}");

  private final Ledger ledger;
  private final Signatures signatures;

  public LedgerRoutes(Ledger ledger, Signatures signatures) {
    this.ledger = ledger;
    this.signatures = signatures;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.READ_UNIT_LEDGER, this::ledger);
  }

  private Outcome<Reply> ledger(Exchange on) {
    return chain(on)
        .flatMap(chain ->
            on.request()
                .limit(PAGE)
                .flatMap(limit ->
                    on.request()
                        .number("cursor", 0, 0, Integer.MAX_VALUE)
                        .map(after -> page(on, ledger.entries(chain, after, limit), limit))));
  }

  private Reply page(Exchange on, List<Entry> entries, int limit) {
    Optional<String> next =
        entries.size() < limit
            ? Optional.empty()
            : Optional.of(String.valueOf(entries.getLast().seq()));
    Signatures.Reader names = signatures.of(on.campaign());
    return Reply.ok(
        new ListReply<>(
            entries.stream()
                .map(entry -> shown(on, entry))
                .map(entry -> EntryReply.of(entry, person(names, on, entry)))
                .toList(),
            next));
  }

  /**
   * The entry as the reader may see it. Of a mark, a question to the unit and a decision the
   * envelope alone: a unit would learn of a cut that is still proposed and who it was, and one of
   * two blind readers what the other found. Who leads reads all; the others do once the result is
   * frozen, and the unit once it is public. Until then {@code …/criteria/{k}/history} tells each
   * reader what it may know. What the unit drafts, it alone reads as long.
   */
  private static Entry shown(Exchange on, Entry entry) {
    boolean leads = on.caller().is(Role.LEAD) || on.caller().is(Role.DEPUTY);
    boolean all =
        leads
            || on.campaign().stage().published()
            || on.caller().staff() && on.campaign().stage().frozen();
    boolean own = on.caller().unit().filter(on.unit().code()::equals).isPresent();
    boolean draft =
        ExplanationFact.read(entry).filter(ExplanationFact::drafted).isPresent()
            || PetitionFact.read(entry).filter(PetitionFact::drafted).isPresent();
    if (draft) {
      return own || on.campaign().stage().frozen() ? entry : entry.withoutBody();
    }
    boolean ofTheTeam =
        MarkFact.read(entry).isPresent()
            || ExplanationFact.read(entry).filter(ExplanationFact::ofTheTeam).isPresent()
            || PetitionFact.read(entry).filter(PetitionFact::ofTheTeam).isPresent()
            || InspectionFact.read(entry).isPresent()
            || EvidenceFact.read(entry).filter(EvidenceFact::ofTheTeam).isPresent();
    return all || !ofTheTeam ? entry : entry.withoutBody();
  }

  /** The form's chain, or that of one question. */
  private static Outcome<ChainId> chain(Exchange on) {
    Optional<String> question = on.request().query("question");
    return question.filter(id -> !QUESTION.matcher(id).matches()).isPresent()
        ? Outcome.refused(
            RequestProblem.INVALID_PARAMETER.of("question", question.get(), "[0-9a-f]{32}"))
        : Outcome.accepted(
            question
                .map(id -> ChainId.of(on.campaign().id(), on.unit().code(), id))
                .orElseGet(() -> ChainId.of(on.campaign().id(), on.unit().code())));
  }

  private static Optional<Signatures.Person> person(
      Signatures.Reader names, Exchange on, Entry entry) {
    return entry.actor().flatMap(by -> names.person(by, on.unit().code(), entry.at()));
  }

  /**
   * An entry.
   *
   * @param envelope as the hash is made of it
   * @param body empty where it was erased
   * @param actor stands beside the entry, not in it: the name can be erased and the chain stays
   *     whole
   */
  private record EntryReply(
      @Wire(inline = true) Map<String, Object> envelope,
      String hash,
      Optional<Map<String, Object>> body,
      Optional<ActorReply> actor)
      implements ReplyPart {

    private static EntryReply of(Entry entry, Optional<Signatures.Person> person) {
      return new EntryReply(
          entry.envelope(),
          entry.hash(),
          Optional.of(entry.body()).filter(body -> !body.isEmpty()),
          person.map(known -> new ActorReply(known.name(), known.title())));
    }
  }

  private record ActorReply(String name, String title) implements ReplyPart {}
}
