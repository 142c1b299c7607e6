package vn.minhbach.local.template;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON inside texts of the template: inputs of schedules, filter patterns. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static Object read(Tree text) {
    try {
      return MAPPER.readValue(text.text(), Object.class);
    } catch (JacksonException notJson) {
      throw new TemplateError(text, "this must be JSON: " + notJson.getOriginalMessage());
    }
  }

  static String checked(Tree text) {
    read(text);
    return text.text();
  }
}
