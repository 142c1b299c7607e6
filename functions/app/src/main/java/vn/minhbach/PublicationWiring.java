package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.Chance;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.appraise.inspection.Inspections;
import vn.minhbach.core.appraise.inspection.ReadInspections;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.appraise.petition.EndHearings;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.appraise.session.HoldSession;
import vn.minhbach.core.assess.consolidation.ForwardCommunes;
import vn.minhbach.core.assess.consolidation.Transmittals;
import vn.minhbach.core.assess.correction.NoteCorrections;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.question.Questions;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.assess.term.NoteLocks;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.keep.upkeep.KeepHouse;
import vn.minhbach.core.keep.upkeep.MigrateDocuments;
import vn.minhbach.core.keep.upkeep.OldDocuments;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.publish.bundle.BundleKey;
import vn.minhbach.core.publish.bundle.Bundles;
import vn.minhbach.core.publish.bundle.MakeBundle;
import vn.minhbach.core.publish.bundle.ReadBundle;
import vn.minhbach.core.publish.publication.ApproveResult;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.ExcuseUnit;
import vn.minhbach.core.publish.publication.FreezeResult;
import vn.minhbach.core.publish.publication.KeepAnchors;
import vn.minhbach.core.publish.publication.ListCommendable;
import vn.minhbach.core.publish.publication.PublishResult;
import vn.minhbach.core.publish.publication.ReadHistory;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.publication.ReadScorecard;
import vn.minhbach.core.publish.publication.RebuildDrafts;
import vn.minhbach.core.publish.publication.RehearseCriteria;
import vn.minhbach.core.publish.publication.ReportGate;
import vn.minhbach.core.publish.publication.Reports;
import vn.minhbach.core.publish.publication.Scorecards;
import vn.minhbach.core.publish.publication.ShownResults;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.core.publish.ranking.FrozenCards;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.review.EndReviews;
import vn.minhbach.core.publish.review.Reviews;
import vn.minhbach.core.publish.transparency.GrowLog;
import vn.minhbach.core.publish.transparency.LogKey;
import vn.minhbach.core.publish.transparency.ReadLog;
import vn.minhbach.core.publish.transparency.TransparencyLog;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.bundle.BundleRoutes;
import vn.minhbach.function.publication.PublicationRoutes;
import vn.minhbach.function.publication.RehearsalRoutes;
import vn.minhbach.function.ranking.RankingRoutes;
import vn.minhbach.function.ranking.ScorecardRoutes;
import vn.minhbach.function.ranking.ShowResults;

/** The uses of rankings: drafts, the frozen result, anchors, what the schedule keeps. */
@Lazy
@Configuration(proxyBeanMethods = false)
class PublicationWiring {

  @Bean
  RebuildDrafts rebuildDrafts(CriteriaSets criteriaSets, Rankings rankings, Baselines baselines) {
    return new RebuildDrafts(criteriaSets, rankings, baselines);
  }

  @Bean
  KeepAnchors keepAnchors(Units units, Submissions submissions, Anchors anchors) {
    return new KeepAnchors(units, submissions, anchors);
  }

  @Bean
  FreezeResult freezeResult(
      Campaigns campaigns,
      Units units,
      CriteriaSets criteriaSets,
      Forms forms,
      Baselines baselines,
      ScoreAppraised appraised,
      Transmittals transmittals,
      Teams teams,
      Explanations explanations,
      Petitions petitions,
      Questions questions,
      Rankings rankings,
      Reports reports,
      FrozenCards cards,
      Scorecards scorecards) {
    return new FreezeResult(
        campaigns,
        units,
        criteriaSets,
        forms,
        baselines,
        appraised,
        transmittals,
        teams,
        explanations,
        petitions,
        questions,
        rankings,
        reports,
        cards,
        scorecards);
  }

  @Bean
  PublicationRoutes publicationRoutes(
      CampaignChange change,
      Units units,
      Submissions submissions,
      Forms forms,
      Jobs jobs,
      ProjectScores projectScores,
      ProgressBoard board,
      FreezeResult freeze,
      Reviews reviews,
      Hearings hearings,
      HoldSession session,
      KeepAnchors anchors) {
    return new PublicationRoutes(
        new PublishResult(
            change,
            units,
            submissions,
            jobs,
            projectScores,
            board,
            freeze,
            ReportGate.of(forms, new EndHearings(hearings), new EndReviews(reviews), session),
            anchors),
        new ApproveResult(change, anchors),
        new ExcuseUnit(change));
  }

  @Bean
  RehearsalRoutes rehearsalRoutes(
      Campaigns campaigns, Units units, CriteriaSets criteriaSets, Forms forms) {
    return new RehearsalRoutes(new RehearseCriteria(campaigns, units, criteriaSets, forms));
  }

  @Bean
  ReadResult readResult(
      Campaigns campaigns,
      Units units,
      Rankings rankings,
      Reports reports,
      Forms forms,
      ProgressBoard board,
      ScoreAppraised appraised,
      Baselines baselines) {
    return new ReadResult(campaigns, units, rankings, reports, forms, board, appraised, baselines);
  }

  @Bean
  RankingRoutes rankingRoutes(
      ReadResult results, CriteriaSets criteriaSets, Rankings rankings, WatchDrafts watch) {
    return new RankingRoutes(results, new ListCommendable(criteriaSets, rankings), watch);
  }

  @Bean
  ScorecardRoutes scorecardRoutes(
      Campaigns campaigns,
      CriteriaSets criteriaSets,
      Rankings rankings,
      Reports reports,
      Scorecards scorecards,
      Forms forms,
      ScoreAppraised appraised) {
    return new ScorecardRoutes(
        new ReadScorecard(criteriaSets, rankings, reports, scorecards, forms, appraised),
        new ReadHistory(campaigns, rankings));
  }

  @Bean
  WatchDrafts watchDrafts(DraftOpenings openings, Chance chance) {
    return new WatchDrafts(openings, chance);
  }

  @Bean
  ShowResults showResults(Campaigns campaigns, ReadResult results, ShownResults shown) {
    return new ShowResults(campaigns, results, shown);
  }

  @Bean
  KeepHouse keepHouse(
      Campaigns campaigns,
      Units units,
      Jobs jobs,
      ForwardCommunes forward,
      NoteCorrections corrections,
      ProgressBoard board,
      NoteLocks locks,
      ProjectScores projectScores,
      RebuildDrafts drafts,
      KeepAnchors anchors,
      GrowLog log,
      MakeBundle bundle,
      OldDocuments documents) {
    return new KeepHouse(
        campaigns,
        units,
        jobs,
        forward,
        corrections,
        board,
        locks,
        projectScores,
        drafts,
        anchors,
        log,
        bundle,
        new MigrateDocuments(documents));
  }

  @Bean
  GrowLog growLog(Anchors anchors, TransparencyLog log, LogKey key) {
    return new GrowLog(anchors, log, key);
  }

  @Bean
  MakeBundle makeBundle(
      Units units,
      CriteriaSets criteriaSets,
      Rankings rankings,
      ReadResult results,
      Ledger ledger,
      Anchors anchors,
      TransparencyLog log,
      Bundles bundles,
      BundleKey key,
      LogKey logKey,
      Inspections inspections,
      Submissions submissions,
      Chance chance) {
    return new MakeBundle(
        new MakeBundle.Parts(
            units,
            criteriaSets,
            rankings,
            results,
            ledger,
            anchors,
            log,
            bundles,
            key,
            logKey,
            new ReadInspections(inspections, submissions)),
        chance);
  }

  @Bean
  BundleRoutes bundleRoutes(Bundles bundles, TransparencyLog log) {
    return new BundleRoutes(new ReadBundle(bundles), new ReadLog(log));
  }
}
