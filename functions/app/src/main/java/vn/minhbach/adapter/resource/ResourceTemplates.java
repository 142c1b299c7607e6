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
import vn.minhbach.core.prepare.campaign.CampaignTemplates;

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
    Map<String, Map<String, Object>> origins =
        MAPPER.readValue(text(name, "inputs.json"), new TypeReference<>() {});
    CRITERIA.forEach((group, file) -> {
      Object set = MAPPER.readValue(text(name, file), Object.class);
      fill(set, origins.getOrDefault(String.valueOf(group), Map.of()));
      criteria.put(group, set);
    });
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

  // The sets stay as they were received; what the system fills in by itself is our own addition.
  private static void fill(Object set, Map<String, Object> origins) {
    if (set instanceof Map<?, ?> map && map.get("groups") instanceof List<?> groups) {
      groups.forEach(group -> {
        if (group instanceof Map<?, ?> one && one.get("criteria") instanceof List<?> criteria) {
          criteria.forEach(criterion -> fillOne(criterion, origins));
        }
      });
    }
  }

  private static void fillOne(Object criterion, Map<String, Object> origins) {
    @SuppressWarnings("unchecked")
    var fields = (Map<String, Object>) criterion;
    Object origin = origins.get(String.valueOf(fields.get("id")));
    if (origin != null) {
      fields.put("origin", origin);
    }
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
