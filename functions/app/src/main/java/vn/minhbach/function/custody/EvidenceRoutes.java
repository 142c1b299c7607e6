package vn.minhbach.function.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.custody.EarlierDocuments;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.custody.OpenEvidence;
import vn.minhbach.core.assess.custody.WithdrawEvidence;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.LinkReply;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.EvidenceReply;
import vn.minhbach.function.view.UploadReply;

/** The files of a unit. */
public final class EvidenceRoutes implements Routes {

  private static final int PAGE = 100;

  private final Submissions submissions;
  private final GrantUpload grant;
  private final WithdrawEvidence withdraw;
  private final OpenEvidence open;
  private final FlagSharedEvidence shared;
  private final EarlierDocuments earlier;

  public EvidenceRoutes(
      Submissions submissions,
      GrantUpload grant,
      WithdrawEvidence withdraw,
      OpenEvidence open,
      FlagSharedEvidence shared) {
    this.submissions = submissions;
    this.grant = grant;
    this.withdraw = withdraw;
    this.open = open;
    this.shared = shared;
    this.earlier = new EarlierDocuments(submissions);
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.GRANT_UPLOAD, this::grant,
        Route.LIST_EVIDENCE, this::list,
        Route.LIST_DOCUMENTS, this::documents,
        Route.WITHDRAW_EVIDENCE, this::withdraw,
        Route.OPEN_EVIDENCE, this::open,
        Route.LIST_OPENINGS, this::openings);
  }

  private Outcome<Reply> grant(Exchange on) {
    return on.json()
        .flatMap(sent ->
            grant.grant(
                on.campaign(),
                on.unit(),
                sent.act(),
                on.wall(),
                sent.as(tree -> declared(on, tree))))
        .map(granted ->
            Reply.created(
                    new GrantReply(
                        EvidenceReply.Reader.of(on, shared).shown(granted.evidence()),
                        granted.upload().map(UploadReply::of)))
                .etag(granted.evidence().etag()));
  }

  private static Outcome<DeclaredFile> declared(Exchange on, Object tree) {
    return DeclaredFile.read(FileNames.composed(tree), on.campaign().settings().uploadLimits());
  }

  private Outcome<Reply> list(Exchange on) {
    EvidenceReply.Reader files = EvidenceReply.Reader.of(on, shared);
    Optional<String> words = on.request().query("q");
    return Outcome.accepted(
        Reply.ok(
            ListReply.whole(
                submissions.evidenceOf(on.campaign().id(), on.unit().code()).stream()
                    .filter(file -> words.filter(wanted -> !file.mentions(wanted)).isEmpty())
                    .map(files::shown)
                    .toList())));
  }

  private Outcome<Reply> documents(Exchange on) {
    return Outcome.accepted(
        Reply.ok(
            ListReply.whole(
                earlier.of(on.campaign(), on.unit(), on.request().query("q")).stream()
                    .map(DocumentReply::of)
                    .toList())));
  }

  private Outcome<Reply> withdraw(Exchange on) {
    return on.act()
        .flatMap(act ->
            withdraw.withdraw(
                on.campaign(), on.unit(), on.request().parameter("e"), act, on.condition()))
        .map(file -> Reply.ok(EvidenceReply.Reader.of(on, shared).shown(file)).etag(file.etag()));
  }

  private Outcome<Reply> open(Exchange on) {
    return open.open(on.campaign(), on.unit(), on.request().parameter("e"), on.caller(), on.now())
        .map(content -> LinkReply.to(content, on));
  }

  private Outcome<Reply> openings(Exchange on) {
    return on.request()
        .limit(PAGE)
        .flatMap(limit ->
            open.openings(
                on.campaign(), on.unit(), on.request().parameter("e"), on.caller(), limit))
        .map(openings ->
            Reply.ok(ListReply.whole(openings.stream().map(OpeningReply::of).toList())));
  }

  /**
   * A grant.
   *
   * @param upload null when the bytes are there already
   */
  private record GrantReply(
      @Wire(inline = true) EvidenceReply evidence,
      @Wire(orNull = true) Optional<UploadReply> upload)
      implements ReplyPart {}

  /** A document that the unit has described before, and in which campaign. */
  private record DocumentReply(
      CampaignId campaign, String number, LocalDate date, String issuer, String summary)
      implements ReplyPart {

    private static DocumentReply of(EarlierDocuments.Earlier earlier) {
      Proof.Document said = earlier.document();
      return new DocumentReply(
          earlier.campaign(), said.number(), said.date(), said.issuer(), said.summary());
    }
  }

  private record OpeningReply(Instant at, String by, List<String> roles) implements ReplyPart {

    private static OpeningReply of(Openings.Opening opening) {
      return new OpeningReply(
          opening.at(), opening.by(), opening.roles().stream().map(Role::label).toList());
    }
  }
}
