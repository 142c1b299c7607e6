package vn.minhbach.core.prepare.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;

/** Says who stood behind the opaque ids of a ledger, with name and title as of then. */
public final class Signatures {

  private final Accounts accounts;

  public Signatures(Accounts accounts) {
    this.accounts = accounts;
  }

  /** A person as of a moment. */
  public record Person(String name, String title) {}

  /** Reads each actor once for all the entries that it wrote. */
  public Reader of(Campaign campaign) {
    return new Reader(campaign);
  }

  /** The names of one campaign, while somebody reads. */
  public final class Reader {

    private final Campaign campaign;
    private final Map<String, List<Actor>> known = new HashMap<>();

    private Reader(Campaign campaign) {
      this.campaign = campaign;
    }

    /**
     * Who acted for a unit at a moment; empty for an account that no register listed, and where the
     * name was erased.
     */
    public Optional<Person> person(String actor, UnitCode unit, Instant at) {
      if (campaign.pointers().accounts().isEmpty()) {
        return Optional.empty();
      }
      return known.computeIfAbsent(actor, id -> accounts.actor(campaign.id(), id)).stream()
          .filter(said -> !said.since().isAfter(at))
          .reduce((earlier, later) -> later)
          .flatMap(said ->
              said.titles().stream()
                  .filter(title -> title.post().unit().equals(unit))
                  .sorted((one, other) ->
                      Boolean.compare(other.post().heldAt(at), one.post().heldAt(at)))
                  .findFirst()
                  .map(title -> new Person(said.name(), title.title())));
    }
  }
}
