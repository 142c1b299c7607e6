package vn.minhbach.core.prepare.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: ready-made campaigns that come with the program, as {@code 131-2020}. */
public interface CampaignTemplates {

  /**
   * A template.
   *
   * @param campaign the settings, as the body of {@code POST /campaigns}
   * @param unitsCsv the register, as the body of {@code PUT /campaigns/{c}/units}
   * @param criteria group to criteria set, as the body of {@code PUT
   *     /campaigns/{c}/criteria/{group}}
   */
  record Template(Map<String, Object> campaign, String unitsCsv, Map<Integer, Object> criteria) {}

  Optional<Template> find(String name);

  List<String> names();

  /** Public holidays as announced, {@code date,kind,name,source}; see {@link Holidays}. */
  String publicHolidaysCsv();
}
