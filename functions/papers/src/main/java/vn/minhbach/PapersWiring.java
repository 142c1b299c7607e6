package vn.minhbach;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.adapter.openhtmltopdf.HtmlPrinter;
import vn.minhbach.adapter.pdfbox.PdfFileReader;
import vn.minhbach.adapter.poi.DocxWriter;
import vn.minhbach.adapter.poi.FormXlsxWriter;
import vn.minhbach.adapter.poi.XlsxReader;
import vn.minhbach.adapter.poi.XlsxWriter;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.appraise.session.Sessions;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.custody.ReadBacklog;
import vn.minhbach.core.assess.custody.ReadFile;
import vn.minhbach.core.assess.evidence.Backlogs;
import vn.minhbach.core.assess.evidence.FileReader;
import vn.minhbach.core.assess.evidence.KeptFiles;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.assess.offline.HoldCopy;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.paper.DraftPaper;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.prepare.source.CheckSource;
import vn.minhbach.core.prepare.upload.Uploads;
import vn.minhbach.core.publish.publication.Reports;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.unit.Units;
import vn.minhbach.core.workbook.FormReturn;
import vn.minhbach.core.workbook.WorkbookReader;
import vn.minhbach.core.workbook.WorkbookWriter;
import vn.minhbach.function.events.ReadFileFunction;
import vn.minhbach.function.http.HttpEdge;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.papers.CriteriaWorkbookRoutes;
import vn.minhbach.function.papers.FormPaperRoutes;
import vn.minhbach.function.papers.FormWorkbookRoutes;
import vn.minhbach.function.papers.ListWorkbookRoutes;
import vn.minhbach.function.papers.PaperRoutes;

/**
 * What the second zip adds to {@link Wiring}: the functions {@code papers} and {@code readFile},
 * and their parts.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class PapersWiring {

  /** Made by Spring. */
  public PapersWiring() {}

  @Bean
  WorkbookWriter workbookWriter() {
    return new XlsxWriter();
  }

  /** The one way by which a workbook comes in. */
  @Bean
  WorkbookReader workbookReader() {
    return new XlsxReader();
  }

  @Bean
  CriteriaWorkbookRoutes criteriaWorkbooks(
      CriteriaSets criteriaSets, WorkbookWriter writer, WorkbookReader reader) {
    return new CriteriaWorkbookRoutes(criteriaSets, writer, reader);
  }

  @Bean
  ListWorkbookRoutes listWorkbooks(WorkbookReader reader, CheckSource checkSource) {
    return new ListWorkbookRoutes(reader, checkSource);
  }

  @Bean
  FormPaperRoutes formPapers(ReadForm readForm) {
    return new FormPaperRoutes(readForm, new HtmlPrinter());
  }

  @Bean
  FormWorkbookRoutes formWorkbooks(
      ReadForm readForm,
      Forms forms,
      Baselines baselines,
      CriteriaSets criteriaSets,
      WorkbookReader reader) {
    return new FormWorkbookRoutes(
        readForm,
        new FormReturn(new HoldCopy(forms, baselines), criteriaSets, Request::tree),
        new FormXlsxWriter(),
        reader);
  }

  @Bean
  PaperRoutes paperRoutes(
      Units units,
      CriteriaSets criteriaSets,
      Overview overview,
      ProgressBoard board,
      Teams teams,
      Sessions sessions,
      Rankings rankings,
      Reports reports) {
    return new PaperRoutes(
        new DraftPaper(
            units,
            criteriaSets,
            overview,
            board,
            new DraftPaper.Appraisal(teams, sessions),
            new DraftPaper.Result(rankings, reports)),
        new DocxWriter());
  }

  @Bean
  FileReader fileReader(KeptFiles files, Clock wallClock) {
    return new PdfFileReader(files, wallClock);
  }

  @Bean
  Function<ScheduledEvent, String> readFile(
      Campaigns campaigns,
      Units units,
      Submissions submissions,
      FileReader fileReader,
      Readings readings,
      Backlogs backlogs,
      Strays strays,
      Clock domainClock,
      Clock wallClock) {
    var read = new ReadFile(fileReader, readings, strays);
    return new ReadFileFunction(
        read,
        new ReadBacklog(campaigns, units, submissions, readings, backlogs, read),
        domainClock,
        wallClock);
  }

  @Bean
  Function<InputStream, APIGatewayV2HTTPResponse> papers(
      CriteriaWorkbookRoutes criteria,
      ListWorkbookRoutes lists,
      FormPaperRoutes formPapers,
      FormWorkbookRoutes formWorkbooks,
      PaperRoutes paperRoutes,
      Uploads uploads,
      HttpEdge edge) {
    return edge.reading(uploads)
        .serving("papers", criteria, lists, formPapers, formWorkbooks, paperRoutes);
  }
}
