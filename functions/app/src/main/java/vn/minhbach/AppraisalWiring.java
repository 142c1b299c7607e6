package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.Chance;
import vn.minhbach.core.appraise.assignment.AppointTeam;
import vn.minhbach.core.appraise.assignment.AssignWork;
import vn.minhbach.core.appraise.assignment.Assignments;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.assignment.AssignmentRoutes;
import vn.minhbach.function.assignment.TeamRoutes;

/** The uses of the appraisal team: who is of it, who reads what. */
@Lazy
@Configuration(proxyBeanMethods = false)
class AppraisalWiring {

  @Bean
  Risks risks() {
    return Risks.NONE;
  }

  @Bean
  Duties duties(Teams teams, Assignments assignments, Risks risks) {
    return new Duties(teams, assignments, risks);
  }

  @Bean
  TeamRoutes teamRoutes(
      CampaignChange change, Units units, Accounts accounts, Teams teams, Chance chance) {
    return new TeamRoutes(new AppointTeam(change, units, accounts, teams, chance), teams);
  }

  @Bean
  AssignmentRoutes assignmentRoutes(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Teams teams,
      Assignments assignments,
      Chance chance) {
    return new AssignmentRoutes(
        new AssignWork(change, units, criteriaSets, teams, assignments, chance));
  }
}
