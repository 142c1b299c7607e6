package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.Chance;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.appraise.petition.EndHearings;
import vn.minhbach.core.appraise.session.HoldSession;
import vn.minhbach.core.assess.consolidation.ForwardCommunes;
import vn.minhbach.core.assess.correction.NoteCorrections;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.assess.term.NoteLocks;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.keep.upkeep.KeepHouse;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.KeepAnchors;
import vn.minhbach.core.publish.publication.PublishResult;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.publication.RebuildDrafts;
import vn.minhbach.core.publish.publication.RehearseCriteria;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.publication.PublicationRoutes;
import vn.minhbach.function.publication.RehearsalRoutes;
import vn.minhbach.function.ranking.RankingRoutes;

/** The uses of rankings: drafts, the frozen result, anchors, what the schedule keeps. */
@Lazy
@Configuration(proxyBeanMethods = false)
class PublicationWiring {

  @Bean
  RebuildDrafts rebuildDrafts(CriteriaSets criteriaSets, Rankings rankings) {
    return new RebuildDrafts(criteriaSets, rankings);
  }

  @Bean
  KeepAnchors keepAnchors(Units units, Submissions submissions, Anchors anchors) {
    return new KeepAnchors(units, submissions, anchors);
  }

  @Bean
  PublicationRoutes publicationRoutes(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Submissions submissions,
      Forms forms,
      Jobs jobs,
      ProjectScores projectScores,
      ProgressBoard board,
      Rankings rankings,
      Hearings hearings,
      HoldSession session,
      KeepAnchors anchors) {
    return new PublicationRoutes(
        new PublishResult(
            change,
            units,
            criteriaSets,
            submissions,
            forms,
            jobs,
            projectScores,
            board,
            rankings,
            new EndHearings(hearings),
            session,
            anchors));
  }

  @Bean
  RehearsalRoutes rehearsalRoutes(
      Campaigns campaigns, Units units, CriteriaSets criteriaSets, Forms forms) {
    return new RehearsalRoutes(new RehearseCriteria(campaigns, units, criteriaSets, forms));
  }

  @Bean
  RankingRoutes rankingRoutes(
      Campaigns campaigns,
      Units units,
      Rankings rankings,
      Forms forms,
      ProgressBoard board,
      ScoreAppraised appraised,
      WatchDrafts watch) {
    return new RankingRoutes(
        new ReadResult(campaigns, units, rankings, forms, board, appraised), watch);
  }

  @Bean
  WatchDrafts watchDrafts(DraftOpenings openings, Chance chance) {
    return new WatchDrafts(openings, chance);
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
      KeepAnchors anchors) {
    return new KeepHouse(
        campaigns, units, jobs, forward, corrections, board, locks, projectScores, drafts, anchors);
  }
}
