package vn.minhbach.adapter.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.campaign.CampaignTemplates;

/** Campaign templates in {@code campaigns/<name>/} of the class path. */
public final class ResourceTemplates implements CampaignTemplates {

  private static final List<String> NAMES = List.of("131-2020");

  private static final Map<Integer, String> CRITERIA =
      Map.of(
          1, "criteria-department.json", 2, "criteria-district.json", 3, "criteria-commune.json");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  @Override
  public Optional<Template> find(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    var criteria = new TreeMap<Integer, Object>();
    CRITERIA.forEach(
        (group, file) -> criteria.put(group, MAPPER.readValue(text(name, file), Object.class)));
    return Optional.of(
        new Template(
            MAPPER.readValue(
                text(name, "campaign.json"), new TypeReference<Map<String, Object>>() {}),
            text(name, "units.csv"),
            criteria));
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public String publicHolidaysCsv() {
    return text("/campaigns/public-holidays.csv");
  }

  private static String text(String name, String file) {
    return text("/campaigns/" + name + "/" + file);
  }

  private static String text(String path) {
    try (InputStream in = ResourceTemplates.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path, unreadable);
    }
  }
}
