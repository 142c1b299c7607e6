package vn.minhbach.core.appraise.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamRole;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.file.FileProblem;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.upload.BulkFile;
import vn.minhbach.core.prepare.upload.SignedPapers;
import vn.minhbach.core.prepare.upload.UploadProblem;
import vn.minhbach.core.prepare.upload.Uploads;

/**
 * The standing office keeps the minutes of the team's closing session, with the signed PDF; without
 * them no result is reported. A later session replaces what is kept; the ledger tells of both.
 *
 * <p>Refused without a team, after the report, for a day to come, for who is no member, without
 * lead and deputy, and where what was uploaded is no PDF. The same again writes nothing.
 */
public final class HoldSession {

  private static final int NUMBER_MAX = 100;
  private static final int ACCOUNT_MAX = 128;
  private static final int TEXT_MAX = 2_000;

  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final CampaignChange change;
  private final Duties duties;
  private final Sessions sessions;
  private final Uploads uploads;
  private final SignedPapers papers;

  public HoldSession(
      CampaignChange change,
      Duties duties,
      Sessions sessions,
      Uploads uploads,
      SignedPapers papers) {
    this.change = change;
    this.duties = duties;
    this.sessions = sessions;
    this.uploads = uploads;
    this.papers = papers;
  }

  /** An opinion that a member kept, by account. */
  public record Opinion(String account, String text) {}

  /** Minutes as a request brings them, members by account. */
  public record Draft(
      String number, LocalDate day, List<String> present, List<Opinion> dissents, String upload) {

    public Draft {
      present = List.copyOf(present);
      dissents = List.copyOf(dissents);
    }
  }

  /** Reads {@code {number, day, present, dissents?, upload}}; {@code upload} is its SHA-256. */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, HoldSession::shape);
  }

  /** The minutes as they are kept. */
  public Outcome<Session> hold(CampaignId id, Act act, Condition condition, Outcome<Draft> sent) {
    return change
        .of(
            id,
            act,
            campaign ->
                campaign
                    .underway()
                    .flatMap(open -> duties.team(open))
                    .flatMap(team ->
                        sent.flatMap(draft -> decide(campaign, team, act, condition, draft))))
        .map(campaign -> sessions.find(id).orElseThrow());
  }

  /** What is kept. */
  public Outcome<Session> read(Campaign campaign) {
    return sessions
        .find(campaign.id())
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(SessionProblem.NO_SESSION.of(campaign.id())));
  }

  /**
   * Whether a result may be reported: without a team there is no session to hold.
   *
   * @param heads of the units, as stored
   */
  public Outcome<Campaign> held(Campaign campaign, Collection<Head> heads) {
    if (campaign.pointers().team().isEmpty()) {
      return Outcome.accepted(campaign);
    }
    Optional<LocalDate> closed =
        heads.stream()
            .flatMap(head -> head.appraisal().closedAt().stream())
            .max(Instant::compareTo)
            .map(at -> day(campaign, at));
    if (closed.isEmpty()) {
      return Outcome.accepted(campaign);
    }
    Optional<Session> session = sessions.find(campaign.id());
    if (session.isEmpty()) {
      return Outcome.refused(SessionProblem.SESSION_FIRST.of(campaign.id()));
    }
    return session.get().day().isBefore(closed.get())
        ? Outcome.refused(SessionProblem.SESSION_OVERTAKEN.of(session.get().day(), closed.get()))
        : Outcome.accepted(campaign);
  }

  private Outcome<CampaignChange.Decided> decide(
      Campaign campaign, Team team, Act act, Condition condition, Draft draft) {
    Optional<Session> stored = sessions.find(campaign.id());
    return checked(campaign, team, act, draft)
        .flatMap(members -> {
          var next =
              new Session(
                  campaign.id(),
                  draft.number(),
                  draft.day(),
                  draft.present().stream().map(one -> members.get(one).actor()).toList(),
                  draft.dissents().stream()
                      .map(one ->
                          new Session.Dissent(members.get(one.account()).actor(), one.text()))
                      .toList(),
                  draft.upload(),
                  act.caller().id(),
                  act.now(),
                  stored.map(Session::version).orElse(0L) + 1);
          if (stored.filter(next::sameAs).isPresent()) {
            return Outcome.accepted(CampaignChange.Decided.nothing(campaign));
          }
          return condition
              .against(stored.map(Session::etag))
              .flatMap(met -> paper(campaign, draft.upload()))
              .map(kept ->
                  new CampaignChange.Decided(
                      campaign,
                      Optional.of(SessionFact.SessionMinuted.of(next)),
                      Map.of(),
                      List.of(new PutSession(next))));
        });
  }

  // Kept before it is told of: a ledger must never name a paper that is not there. The same paper
  // twice is one object.
  private Outcome<String> paper(Campaign campaign, String sha256) {
    return uploads
        .read(campaign.id(), sha256)
        .map(content -> {
          byte[] start = Arrays.copyOf(content.bytes(), PDF.length);
          if (!Arrays.equals(start, PDF)) {
            return Outcome.<String>refused(fault("upload", SessionProblem.SESSION_PAPER.of()));
          }
          papers.keep(campaign.id(), sha256, content.bytes());
          return Outcome.accepted(sha256);
        })
        .orElseGet(() -> Outcome.refused(UploadProblem.UNKNOWN_UPLOAD.of(sha256)));
  }

  private static Outcome<Map<String, Member>> checked(
      Campaign campaign, Team team, Act act, Draft draft) {
    var faults = new ArrayList<Violation>();
    LocalDate today = day(campaign, act.now());
    if (draft.day().isAfter(today)) {
      faults.add(Violation.at("day", SessionProblem.SESSION_DAY.of(draft.day(), today)));
    }
    var members = new HashMap<String, Member>();
    for (int i = 0; i < draft.present().size(); i++) {
      String account = draft.present().get(i);
      String place = "present[" + i + "]";
      team.member(account, draft.day())
          .ifPresentOrElse(
              member -> members.put(account, member),
              () ->
                  faults.add(
                      Violation.at(place, SessionProblem.NOT_IN_SESSION.of(account, draft.day()))));
    }
    if (members.values().stream()
        .noneMatch(one -> one.role() == TeamRole.LEAD || one.role() == TeamRole.DEPUTY)) {
      faults.add(Violation.at("present", SessionProblem.SESSION_WITHOUT_LEAD.of()));
    }
    for (int i = 0; i < draft.dissents().size(); i++) {
      String account = draft.dissents().get(i).account();
      if (!draft.present().contains(account)
          || draft.dissents().stream().filter(one -> one.account().equals(account)).count() > 1) {
        faults.add(
            Violation.at("dissents[" + i + "]", SessionProblem.DISSENT_OF_ABSENT.of(account)));
      }
    }
    return faults.isEmpty()
        ? Outcome.accepted(members)
        : Outcome.refused(Refusal.of(InputProblem.INVALID_BODY.of(faults.size()), faults));
  }

  private static Refusal fault(String place, Fault fault) {
    return Refusal.of(InputProblem.INVALID_BODY.of(1), List.of(Violation.at(place, fault)));
  }

  private static LocalDate day(Campaign campaign, Instant at) {
    return Deadlines.of(campaign).day(at);
  }

  private static Supplier<Draft> shape(Node body) {
    body.only("number", "day", "present", "dissents", "upload");
    Node number = body.field("number");
    String text = number.raw() == null ? "" : number.text(NUMBER_MAX);
    Node date = body.field("day");
    LocalDate day = date.raw() == null ? LocalDate.EPOCH : date.date();
    var present = new LinkedHashSet<String>();
    Node list = body.field("present");
    if (list.raw() instanceof List<?> sent && sent.isEmpty()) {
      list.fault(InputProblem.TOO_FEW.of(1, 0));
    }
    (list.raw() == null ? List.<Node>of() : list.items(Team.MEMBERS_MAX))
        .forEach(node -> present.add(node.text(ACCOUNT_MAX)));
    var dissents = new ArrayList<Opinion>();
    body.optional("dissents")
        .map(nodes -> nodes.items(Team.MEMBERS_MAX))
        .orElse(List.of())
        .forEach(node -> dissents.add(opinion(node)));
    Node upload = body.field("upload");
    String sha256 = upload.raw() == null ? "" : upload.text(64);
    if (!sha256.isBlank() && !BulkFile.validId(sha256)) {
      upload.fault(FileProblem.BAD_SHA256.of());
    }
    return () -> new Draft(text, day, List.copyOf(present), dissents, sha256);
  }

  private static Opinion opinion(Node node) {
    node.only("account", "text");
    Node account = node.field("account");
    Node text = node.field("text");
    return new Opinion(
        account.raw() == null ? "" : account.text(ACCOUNT_MAX),
        text.raw() == null ? "" : text.lines(TEXT_MAX).strip());
  }
}
