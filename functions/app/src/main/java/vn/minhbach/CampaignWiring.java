package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.Chance;
import vn.minhbach.core.assess.correction.AssignAgain;
import vn.minhbach.core.assess.correction.CorrectCriteria;
import vn.minhbach.core.assess.correction.SourceDifferences;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.ReadCriteria;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.account.ImportAccounts;
import vn.minhbach.core.prepare.account.KeepAccounts;
import vn.minhbach.core.prepare.account.PoolReports;
import vn.minhbach.core.prepare.account.UserPool;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.CampaignTemplates;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.ExemptUnits;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.prepare.campaign.PrepareCampaign;
import vn.minhbach.core.prepare.campaign.SetHolidays;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.prepare.source.CheckSource;
import vn.minhbach.core.prepare.source.ConfirmFigures;
import vn.minhbach.core.prepare.source.ImportSource;
import vn.minhbach.core.prepare.source.Sources;
import vn.minhbach.core.prepare.upload.Uploads;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.account.AccountRoutes;
import vn.minhbach.function.campaign.CampaignRoutes;
import vn.minhbach.function.campaign.HolidayRoutes;
import vn.minhbach.function.campaign.LineageRoutes;
import vn.minhbach.function.criteria.CriteriaRoutes;
import vn.minhbach.function.criteria.ExemptionRoutes;
import vn.minhbach.function.source.SourceRoutes;
import vn.minhbach.function.upload.UploadRoutes;

/** The uses of the standing office: campaigns, criteria, sources, accounts. */
@Lazy
@Configuration(proxyBeanMethods = false)
class CampaignWiring {

  @Bean
  CampaignChange campaignChange(Campaigns campaigns, CommitProtocol protocol) {
    return new CampaignChange(campaigns, protocol);
  }

  @Bean
  PrepareCampaign prepareCampaign(
      CampaignChange change,
      Campaigns campaigns,
      Units units,
      CriteriaSets criteriaSets,
      CampaignTemplates templates,
      Chance chance) {
    return new PrepareCampaign(change, campaigns, units, criteriaSets, templates, chance);
  }

  @Bean
  CampaignRoutes campaignRoutes(
      CampaignChange change,
      Campaigns campaigns,
      Units units,
      PrepareCampaign prepare,
      Settings settings) {
    return new CampaignRoutes(
        campaigns, prepare, new OpenCampaign(change, units, settings.asksForSecurityApproval()));
  }

  @Bean
  LineageRoutes lineageRoutes(Campaigns campaigns, Units units) {
    return new LineageRoutes(campaigns, units);
  }

  @Bean
  HolidayRoutes holidayRoutes(CampaignChange change) {
    return new HolidayRoutes(new SetHolidays(change));
  }

  @Bean
  UploadRoutes uploadRoutes(Uploads uploads) {
    return new UploadRoutes(uploads);
  }

  @Bean
  CheckSource checkSource(Units units, CriteriaSets criteriaSets, Sources sources) {
    return new CheckSource(units, criteriaSets, sources);
  }

  @Bean
  ImportSource importSource(
      CampaignChange change, CheckSource check, Sources sources, Chance chance) {
    return new ImportSource(change, check, sources, chance);
  }

  @Bean
  Baselines baselines(Sources sources) {
    return new Baselines(sources);
  }

  @Bean
  SourceRoutes sourceRoutes(
      ImportSource importSource,
      CampaignChange change,
      Sources sources,
      Submissions submissions,
      Chance chance) {
    return new SourceRoutes(
        importSource,
        new ConfirmFigures(change, sources, chance),
        new SourceDifferences(sources, submissions));
  }

  @Bean
  AccountRoutes accountRoutes(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Accounts accounts,
      PoolReports poolReports,
      Chance chance) {
    return new AccountRoutes(
        new ImportAccounts(change, units, criteriaSets, accounts, chance), poolReports);
  }

  @Bean
  KeepAccounts accountKeeper(
      Campaigns campaigns, Accounts accounts, PoolReports poolReports, UserPool userPool) {
    return new KeepAccounts(campaigns, accounts, poolReports, userPool);
  }

  @Bean
  CriteriaRoutes criteriaRoutes(
      PrepareCampaign prepare,
      CampaignChange change,
      CriteriaSets criteriaSets,
      Corrections corrections,
      Units units,
      Submissions submissions,
      Chance chance) {
    return new CriteriaRoutes(
        prepare,
        new ReadCriteria(criteriaSets, corrections),
        new CorrectCriteria(change, criteriaSets, corrections, units, submissions, chance));
  }

  @Bean
  ExemptionRoutes exemptionRoutes(
      CampaignChange change, CriteriaSets criteriaSets, Units units, Forms forms) {
    return new ExemptionRoutes(
        new ExemptUnits(change, criteriaSets, units), new AssignAgain(change, units, forms));
  }
}
