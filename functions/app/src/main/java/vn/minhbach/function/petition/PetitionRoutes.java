package vn.minhbach.function.petition;

import java.util.List;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.appraise.petition.ReadProvisional;
import vn.minhbach.core.appraise.petition.WritePetition;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** What a unit reads of its provisional result, and its petitions against it. */
public final class PetitionRoutes implements Routes {

  private final ReadProvisional provisional;
  private final WritePetition writing;
  private final Petitions petitions;

  public PetitionRoutes(ReadProvisional provisional, WritePetition writing, Petitions petitions) {
    this.provisional = provisional;
    this.writing = writing;
    this.petitions = petitions;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.READ_PROVISIONAL, this::provisional,
        Route.READ_PETITIONS, this::read,
        Route.WRITE_PETITION, this::write,
        Route.SIGN_PETITIONS, this::sign);
  }

  private Outcome<Reply> provisional(Exchange on) {
    return provisional
        .read(on.campaign(), on.unit())
        .map(sheet -> Reply.ok(ProvisionalReply.of(on.unit(), sheet)));
  }

  private Outcome<Reply> read(Exchange on) {
    return Outcome.accepted(list(on));
  }

  private Outcome<Reply> write(Exchange on) {
    return on.json()
        .flatMap(sent ->
            writing.write(
                on.campaign(), on.unit(), sent.act(), on.condition(), sent.as(WritePetition::read)))
        .map(one -> Reply.created(PetitionReply.of(one, false)).etag(one.etag()));
  }

  private Outcome<Reply> sign(Exchange on) {
    return on.json()
        .flatMap(sent ->
            writing.sign(
                on.campaign(),
                on.unit(),
                sent.act(),
                on.condition(),
                sent.as(WritePetition::signer)))
        .map(signed -> list(on));
  }

  // A draft is the unit's own affair until its head signs it.
  private Reply list(Exchange on) {
    List<Petition> all = petitions.ofUnit(on.campaign().id(), on.unit().code());
    boolean own = on.caller().unit().filter(on.unit().code()::equals).isPresent();
    boolean named = !own && (on.caller().is(Role.LEAD) || on.caller().is(Role.DEPUTY));
    return Reply.ok(
            ListReply.whole(
                all.stream()
                    .filter(one -> own || one.state() != Petition.State.DRAFT)
                    .map(one -> PetitionReply.of(one, named))
                    .toList()))
        .etag(WritePetition.etag(all));
  }
}
