package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.appraise.marking.Docket;
import vn.minhbach.core.appraise.marking.Narrator;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.feed.MapPar;
import vn.minhbach.core.publish.feed.ParMappings;
import vn.minhbach.core.publish.feed.ReadParFeed;
import vn.minhbach.core.publish.plan.EarlierPlan;
import vn.minhbach.core.publish.plan.MarkMeasure;
import vn.minhbach.core.publish.plan.Plans;
import vn.minhbach.core.publish.plan.ReadPlan;
import vn.minhbach.core.publish.plan.WritePlan;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.core.publish.ranking.FrozenCards;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.review.AskReview;
import vn.minhbach.core.publish.review.DecideReview;
import vn.minhbach.core.publish.review.ReadReviews;
import vn.minhbach.core.publish.review.Reviews;
import vn.minhbach.core.publish.review.TellReviews;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.feed.FeedRoutes;
import vn.minhbach.function.feed.MappingRoutes;
import vn.minhbach.function.plan.PlanRoutes;
import vn.minhbach.function.review.ReviewDecisionRoutes;
import vn.minhbach.function.review.ReviewRoutes;

/** What follows from a result: improvement plans, reviews, and what the PAR index takes. */
@Lazy
@Configuration(proxyBeanMethods = false)
class PlanWiring {

  @Bean
  EarlierPlan earlierPlan(Campaigns campaigns, Units units, Plans plans) {
    return new EarlierPlan(campaigns, units, plans);
  }

  @Bean
  PlanRoutes planRoutes(
      Plans plans,
      FrozenCards cards,
      CriteriaSets criteriaSets,
      EarlierPlan earlier,
      Forms forms,
      Commits commits) {
    return new PlanRoutes(
        new ReadPlan(plans, cards, criteriaSets, earlier),
        new WritePlan(plans, forms, commits),
        new MarkMeasure(earlier, forms, commits));
  }

  @Bean
  Narrator reviewWords() {
    return new TellReviews();
  }

  @Bean
  ReviewRoutes reviewRoutes(Reviews reviews, Units units, Forms forms, Commits commits) {
    return new ReviewRoutes(
        new ReadReviews(reviews, units), new AskReview(forms, reviews, commits));
  }

  @Bean
  ReviewDecisionRoutes reviewDecisionRoutes(
      Docket docket, Petitions petitions, Reviews reviews, Commits commits) {
    return new ReviewDecisionRoutes(new DecideReview(docket, petitions, reviews, commits));
  }

  @Bean
  MappingRoutes mappingRoutes(
      CampaignChange change, CriteriaSets criteriaSets, ParMappings mappings) {
    return new MappingRoutes(new MapPar(change, criteriaSets, mappings));
  }

  @Bean
  FeedRoutes feedRoutes(
      ParMappings mappings, Rankings rankings, FrozenCards cards, WatchDrafts watch) {
    return new FeedRoutes(new ReadParFeed(mappings, rankings, cards), watch);
  }
}
