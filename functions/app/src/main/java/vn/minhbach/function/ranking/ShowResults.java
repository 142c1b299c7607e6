package vn.minhbach.function.ranking;

import java.nio.charset.StandardCharsets;
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

    private record Table(int group, String json, String csv) implements ReplyPart {

      private static Table of(String path, ReadResult.Page page) {
        String file = "/" + ROOT + path + page.table().group();
        return new Table(page.table().group(), file + ".json", file + ".csv");
      }
    }
  }

  @Override
  public int run() {
    return (int)
        campaigns.list(Optional.empty(), CAMPAIGNS_MAX).stream()
            .filter(campaign -> campaign.stage().published())
            .filter(this::show)
            .count();
  }

  // The pointer comes last: while it is not there, a run that was cut short begins anew.
  private boolean show(Campaign campaign) {
    String path = campaign.id() + "/" + campaign.issue() + "/rankings/";
    if (known.contains(path)) {
      return false;
    }
    List<ReadResult.Page> pages = results.wholeTables(campaign);
    List<Current.Table> tables = pages.stream().map(page -> Current.Table.of(path, page)).toList();
    Reply current = Reply.ok(new Current(campaign.id().value(), campaign.issue(), tables));
    File pointer = file(campaign.id() + "/current.json", current, false);
    boolean there =
        shown
            .content(pointer.path())
            .filter(content -> Arrays.equals(content, pointer.content()))
            .isPresent();
    if (!there) {
      pages.forEach(page -> show(campaign, path, page));
      results
          .current()
          .ifPresent(latest -> shown.put(file("index.html", firstPage(latest), false)));
      shown.put(pointer);
    }
    known.add(path);
    return !there;
  }

  private void show(Campaign campaign, String path, ReadResult.Page page) {
    String group = path + page.table().group();
    Sheet sheet = RankingSheet.of(campaign.id(), page);
    shown.put(file(group + ".json", Reply.ok(RankingReply.of(campaign, page)), true));
    shown.put(file(group + ".csv", Reply.csv(sheet.csv(), sheet.name() + ".csv"), true));
  }

  private Reply firstPage(Campaign campaign) {
    return Reply.html(FirstPage.html(results.summary(campaign), results.wholeTables(campaign)));
  }

  private static File file(String path, Reply reply, boolean lasting) {
    return new File(
        ROOT + path, reply.contentType(), reply.body().getBytes(StandardCharsets.UTF_8), lasting);
  }
}
