package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.adapter.dynamodb.DynamoQuestions;
import vn.minhbach.adapter.dynamodb.DynamoTable;
import vn.minhbach.core.Chance;
import vn.minhbach.core.assess.answering.ContestTyped;
import vn.minhbach.core.assess.answering.FillParticulars;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.gate.Remarks;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.offline.HoldCopy;
import vn.minhbach.core.assess.offline.MergeAnswers;
import vn.minhbach.core.assess.question.QuestionDesk;
import vn.minhbach.core.assess.question.Questions;
import vn.minhbach.core.assess.question.ReferQuestion;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.publish.plan.EarlierPlan;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.answering.AnsweringRoutes;
import vn.minhbach.function.answering.FormRoutes;
import vn.minhbach.function.offline.OfflineRoutes;
import vn.minhbach.function.question.QuestionRoutes;

/** The uses of a unit at its form: read, filled in, with hints and questions. */
@Lazy
@Configuration(proxyBeanMethods = false)
class SubmissionWiring {

  @Bean
  Fillings fillings(Units units, Submissions submissions) {
    return new Fillings(units, submissions);
  }

  @Bean
  ReadForm readForm(Forms forms, Baselines baselines, Fillings fillings) {
    return new ReadForm(forms, baselines, fillings);
  }

  @Bean
  Forms forms(Submissions submissions, CriteriaSets criteriaSets, Corrections corrections) {
    return new Forms(submissions, criteriaSets, corrections);
  }

  @Bean
  Commits commits(CommitProtocol protocol) {
    return new Commits(protocol);
  }

  @Bean
  Hints hints(
      Submissions submissions, Campaigns campaigns, Units units, CriteriaSets criteriaSets) {
    return new Hints(new LastYear(campaigns, units, criteriaSets, submissions));
  }

  @Bean
  Questions questions(DynamoTable table) {
    return new DynamoQuestions(table);
  }

  @Bean
  QuestionDesk questionDesk(
      Questions questions, Forms forms, CommitProtocol protocol, Chance chance) {
    return new QuestionDesk(questions, forms, protocol, chance);
  }

  @Bean
  QuestionRoutes questionRoutes(QuestionDesk desk, CommitProtocol protocol, Units units) {
    return new QuestionRoutes(desk, new ReferQuestion(desk, protocol), units);
  }

  @Bean
  FormRoutes formRoutes(
      ReadForm readForm,
      Hints hints,
      QuestionDesk questions,
      FlagSharedEvidence shared,
      Remarks remarks,
      EarlierPlan earlier) {
    return new FormRoutes(readForm, hints, questions, shared, remarks, earlier);
  }

  @Bean
  AnsweringRoutes answeringRoutes(
      Forms forms,
      Submissions submissions,
      Baselines baselines,
      Fillings fillings,
      Commits commits,
      Hints hints) {
    return new AnsweringRoutes(
        new SaveAnswer(forms, baselines, fillings, commits),
        new FillParticulars(forms, submissions, commits),
        new ContestTyped(forms, submissions, commits),
        hints);
  }

  @Bean
  OfflineRoutes offlineRoutes(Forms forms, Baselines baselines, Commits commits) {
    return new OfflineRoutes(new MergeAnswers(new HoldCopy(forms, baselines), commits));
  }
}
