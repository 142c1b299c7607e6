package vn.minhbach.adapter.dynamodb;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Arrival;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Extension;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Returned;
import vn.minhbach.core.assess.submission.Signing;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.Term;
import vn.minhbach.core.ledger.ChainTip;

/** A head as it is stored: flat, in this order, whatever parts core makes of it. */
record HeadDocument(
    CampaignId campaign,
    UnitCode unit,
    State state,
    Instant receivedAt,
    Instant dueAt,
    Instant closesAt,
    long formVersion,
    Optional<Head.Signature> signature,
    Optional<Instant> forwardedAt,
    ChainTip tip,
    Optional<Arrival> arrival,
    Optional<Extension> extension,
    Optional<Instant> lockNotedAt,
    Optional<Head.Files> files,
    Optional<Closing> closing,
    Optional<Head.Corrected> corrected,
    Optional<Head.Appraisal> appraisal,
    Optional<Integer> transmittal,
    Optional<Returned> returned) {

  static HeadDocument of(Head head) {
    Term term = head.term();
    Signing signing = head.signing();
    return new HeadDocument(
        head.campaign(),
        head.unit(),
        head.state(),
        term.receivedAt(),
        term.dueAt(),
        term.closesAt(),
        head.formVersion(),
        signing.signature(),
        signing.forwardedAt(),
        head.tip(),
        term.arrival(),
        term.extension(),
        term.lockNotedAt(),
        Optional.of(head.files()).filter(files -> !files.equals(Head.Files.NONE)),
        signing.closing(),
        Optional.of(head.corrected()).filter(some -> !some.equals(Head.Corrected.NONE)),
        Optional.of(head.appraisal()).filter(some -> !some.equals(Head.Appraisal.NONE)),
        signing.transmittal(),
        head.returned());
  }

  Head head() {
    return new Head(
        campaign,
        unit,
        tip,
        formVersion,
        state,
        new Term(receivedAt, dueAt, closesAt, arrival, extension, lockNotedAt),
        new Signing(closing, signature, forwardedAt, transmittal),
        files.orElse(Head.Files.NONE),
        corrected.orElse(Head.Corrected.NONE),
        appraisal.orElse(Head.Appraisal.NONE),
        returned);
  }
}
