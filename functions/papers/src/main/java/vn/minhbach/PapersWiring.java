package vn.minhbach;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.InputStream;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.adapter.poi.XlsxWriter;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.workbook.WorkbookWriter;
import vn.minhbach.function.http.HttpEdge;
import vn.minhbach.function.papers.CriteriaWorkbookRoutes;

/** What the second zip adds to {@link Wiring}: the function {@code papers} and its parts. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class PapersWiring {

  /** Made by Spring. */
  public PapersWiring() {}

  @Bean
  WorkbookWriter workbookWriter() {
    return new XlsxWriter();
  }

  @Bean
  CriteriaWorkbookRoutes criteriaWorkbooks(CriteriaSets criteriaSets, WorkbookWriter writer) {
    return new CriteriaWorkbookRoutes(criteriaSets, writer);
  }

  @Bean
  Function<InputStream, APIGatewayV2HTTPResponse> papers(
      CriteriaWorkbookRoutes criteria, HttpEdge edge) {
    return edge.serving("papers", criteria.handlers());
  }
}
