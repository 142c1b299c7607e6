package vn.minhbach;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.appraise.explanation.AnswerExplanation;
import vn.minhbach.core.appraise.explanation.AskExplanation;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.appraise.explanation.HearExplanations;
import vn.minhbach.core.appraise.explanation.TellExplanations;
import vn.minhbach.core.appraise.inspection.Inspections;
import vn.minhbach.core.appraise.inspection.TellInspections;
import vn.minhbach.core.appraise.marking.Docket;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.Marks;
import vn.minhbach.core.appraise.marking.Narrator;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.appraise.petition.DecidePetition;
import vn.minhbach.core.appraise.petition.HearPetitions;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.appraise.petition.ReadProvisional;
import vn.minhbach.core.appraise.petition.ShowProvisional;
import vn.minhbach.core.appraise.petition.TellPetitions;
import vn.minhbach.core.appraise.petition.WritePetition;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.explanation.AskRoutes;
import vn.minhbach.function.explanation.ExplanationRoutes;
import vn.minhbach.function.petition.DecisionRoutes;
import vn.minhbach.function.petition.PetitionRoutes;
import vn.minhbach.function.petition.ProvisionalRoutes;

/** The uses in which a unit is heard: explanations, the provisional result, petitions. */
@Lazy
@Configuration(proxyBeanMethods = false)
class HearingWiring {

  @Bean
  Narrator explanationWords() {
    return new TellExplanations();
  }

  @Bean
  Narrator petitionWords() {
    return new TellPetitions();
  }

  @Bean
  Narrator inspectionWords(Inspections inspections) {
    return new TellInspections(inspections);
  }

  @Bean
  Docket docket(
      Forms forms, Baselines baselines, Marks marks, Duties duties, Risks risks, Units units) {
    return new Docket(forms, baselines, marks, duties, risks, units);
  }

  @Bean
  HearExplanations explanationHearings(
      Explanations explanations, Marks marks, Forms forms, Docket docket, Commits commits) {
    return new HearExplanations(explanations, marks, forms, docket, commits);
  }

  @Bean
  Hearings hearings(HearExplanations explanations, Petitions petitions) {
    return Hearings.all(List.of(explanations, new HearPetitions(petitions)));
  }

  @Bean
  ExplanationRoutes explanationRoutes(
      Forms forms, Explanations explanations, Commits commits, HearExplanations hearings) {
    return new ExplanationRoutes(new AnswerExplanation(forms, explanations, commits), hearings);
  }

  @Bean
  AskRoutes askRoutes(
      Docket docket, Explanations explanations, Commits commits, HearExplanations hearings) {
    return new AskRoutes(new AskExplanation(docket, explanations, commits), hearings);
  }

  @Bean
  PetitionRoutes petitionRoutes(
      Forms forms, ScoreAppraised scores, Petitions petitions, Commits commits) {
    return new PetitionRoutes(
        new ReadProvisional(forms, scores),
        new WritePetition(forms, petitions, commits),
        petitions);
  }

  @Bean
  DecisionRoutes decisionRoutes(Docket docket, Petitions petitions, Commits commits) {
    return new DecisionRoutes(new DecidePetition(docket, petitions, commits));
  }

  @Bean
  ProvisionalRoutes provisionalRoutes(
      CampaignChange change,
      Units units,
      Submissions submissions,
      Forms forms,
      Duties duties,
      Docket docket,
      Hearings hearings) {
    return new ProvisionalRoutes(
        new ShowProvisional(change, units, submissions, forms, duties, docket, hearings));
  }
}
