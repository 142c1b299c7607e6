package vn.minhbach.core.prepare.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;

/**
 * A campaign that is to be created.
 *
 * @param template whose settings stand where none are sent; empty for none
 * @param id its own; empty for the template's or the year's
 * @param settings as sent; {@link CampaignDraft} reads them once the template's stand under them
 */
public record NewCampaign(String template, Optional<CampaignId> id, Map<String, Object> settings) {

  public NewCampaign {
    settings = new LinkedHashMap<>(settings);
  }

  /** Reads the names; what is wrong in the settings is told with those of the template. */
  public static Outcome<NewCampaign> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, NewCampaign::shape);
  }

  private static Supplier<NewCampaign> shape(Node body) {
    String template = body.optional("template").map(node -> node.code(40)).orElse("");
    Optional<String> id = body.optional("id").map(NewCampaign::id);
    return () -> new NewCampaign(template, id.map(CampaignId::new), settings(body.raw()));
  }

  private static String id(Node node) {
    String text = node.code(40);
    if (!CampaignId.valid(text)) {
      node.fault(InputProblem.BAD_CODE.of(text));
    }
    return text;
  }

  private static Map<String, Object> settings(Object tree) {
    var settings = new LinkedHashMap<String, Object>();
    if (tree instanceof Map<?, ?> sent) {
      sent.forEach((name, value) -> settings.put(name.toString(), value));
    }
    return settings;
  }
}
