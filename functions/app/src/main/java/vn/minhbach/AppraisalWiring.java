package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.appraise.assignment.Assignments;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.function.assignment.AssignmentRoutes;

/** The uses of the appraisal team: who reads what. */
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
  AssignmentRoutes assignmentRoutes(Assignments assignments) {
    return new AssignmentRoutes(assignments);
  }
}
