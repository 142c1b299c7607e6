package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.Chance;
import vn.minhbach.core.campaign.CampaignChange;
import vn.minhbach.core.campaign.Campaigns;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.publication.DraftOpenings;
import vn.minhbach.core.publication.KeepAnchors;
import vn.minhbach.core.publication.KeepHouse;
import vn.minhbach.core.publication.PublishResult;
import vn.minhbach.core.publication.ReadResult;
import vn.minhbach.core.publication.RebuildDrafts;
import vn.minhbach.core.publication.WatchDrafts;
import vn.minhbach.core.ranking.Rankings;
import vn.minhbach.core.submission.Forms;
import vn.minhbach.core.submission.ForwardCommunes;
import vn.minhbach.core.submission.Jobs;
import vn.minhbach.core.submission.NoteCorrections;
import vn.minhbach.core.submission.NoteLocks;
import vn.minhbach.core.submission.ProgressBoard;
import vn.minhbach.core.submission.ProjectScores;
import vn.minhbach.core.submission.Submissions;
import vn.minhbach.core.unit.Units;

/** The uses of rankings: drafts, the frozen result, anchors, what the schedule keeps. */
@Lazy
@Configuration(proxyBeanMethods = false)
class PublicationWiring {

  @Bean
  RebuildDrafts rebuildDrafts(CriteriaSets criteriaSets, ProgressBoard board, Rankings rankings) {
    return new RebuildDrafts(criteriaSets, board, rankings);
  }

  @Bean
  KeepAnchors keepAnchors(Units units, Submissions submissions, Anchors anchors) {
    return new KeepAnchors(units, submissions, anchors);
  }

  @Bean
  PublishResult publishResult(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Submissions submissions,
      Forms forms,
      Jobs jobs,
      ProjectScores projectScores,
      ProgressBoard board,
      Rankings rankings,
      KeepAnchors anchors) {
    return new PublishResult(
        change,
        units,
        criteriaSets,
        submissions,
        forms,
        jobs,
        projectScores,
        board,
        rankings,
        anchors);
  }

  @Bean
  ReadResult readResult(
      Campaigns campaigns, Units units, Rankings rankings, Forms forms, ProgressBoard board) {
    return new ReadResult(campaigns, units, rankings, forms, board);
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
      NoteLocks locks,
      ProjectScores projectScores,
      RebuildDrafts drafts,
      KeepAnchors anchors) {
    return new KeepHouse(
        campaigns, units, jobs, forward, corrections, locks, projectScores, drafts, anchors);
  }
}
