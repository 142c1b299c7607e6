package vn.minhbach.function.ranking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.publication.ShowPublished;
import vn.minhbach.core.publish.publication.ShownResults;
import vn.minhbach.core.publish.publication.ShownResults.File;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Sheet;

/**
 * Writes published results where anyone reads them without waking a function: each group's table as
 * the API answers it, whole, and the first page. What belongs to an issue lies under its number and
 * stays; {@code current.json} of a campaign says which is in force and is written last, so that a
 * re-issue moves readers from one whole result to the next.
 *
 * <p>The schedule's work, so that a run that was cut short is made up for by the next.
 */
public final class ShowResults implements ShowPublished {

  private static final int CAMPAIGNS_MAX = 100;
  private static final int LATEST = 0;
  private static final String ROOT = "published/";

  private final Campaigns campaigns;
  private final ReadResult results;
  private final ShownResults shown;

  /** What this instance knows to be shown: the schedule asks every few minutes, for years. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  public ShowResults(Campaigns campaigns, ReadResult results, ShownResults shown) {
    this.campaigns = campaigns;
    this.results = results;
    this.shown = shown;
  }

  /**
   * Which issue is in force, and where its tables are.
   *
   * @param tables paths from the root of the site
   */
  private record Current(String campaign, int issue, List<Table> tables) implements ReplyPart {

    private record Table(int group, String json, String csv) implements ReplyPart {}
  }

  @Override
  public int run() {
    int fresh =
        (int)
            campaigns.list(Optional.empty(), CAMPAIGNS_MAX).stream()
                .filter(campaign -> campaign.stage().published())
                .filter(this::show)
                .count();
    if (fresh > 0) {
      results
          .current()
          .ifPresent(campaign -> shown.put(file("index.html", firstPage(campaign), false)));
    }
    return fresh;
  }

  private boolean show(Campaign campaign) {
    int issue = campaign.issue();
    String path = campaign.id() + "/" + issue + "/rankings/";
    if (known.contains(path)) {
      return false;
    }
    List<Current.Table> tables = new ArrayList<>();
    List<File> files = new ArrayList<>();
    for (int group : campaign.criteriaVersions().keySet()) {
      results
          .wholeTable(campaign, group, LATEST)
          .map(page -> {
            String json = path + group + ".json";
            String csv = path + group + ".csv";
            Sheet sheet = RankingSheet.of(campaign.id(), page);
            files.add(file(json, Reply.ok(RankingReply.of(campaign, page)), true));
            files.add(file(csv, Reply.csv(sheet.csv(), sheet.name() + ".csv"), true));
            return tables.add(new Current.Table(group, "/" + ROOT + json, "/" + ROOT + csv));
          });
    }
    Reply current = Reply.ok(new Current(campaign.id().value(), issue, tables));
    File pointer = file(campaign.id() + "/current.json", current, false);
    boolean there =
        shown
            .content(pointer.path())
            .filter(content -> Arrays.equals(content, pointer.content()))
            .isPresent();
    if (!there) {
      files.forEach(shown::put);
      shown.put(pointer);
    }
    known.add(path);
    return !there;
  }

  private Reply firstPage(Campaign campaign) {
    List<ReadResult.Page> tables = new ArrayList<>();
    for (int group : campaign.criteriaVersions().keySet()) {
      results.wholeTable(campaign, group, LATEST).map(tables::add);
    }
    return Reply.html(FirstPage.html(results.summary(campaign), tables));
  }

  private static File file(String path, Reply reply, boolean lasting) {
    return new File(
        ROOT + path, reply.contentType(), reply.body().getBytes(StandardCharsets.UTF_8), lasting);
  }
}
