package vn.minhbach.local.template;

/** The template says something that the local run cannot follow; the message names the place. */
public final class TemplateError extends RuntimeException {

  /**
   * An error at a place.
   *
   * @param place path and line in the template
   */
  TemplateError(Tree place, String what) {
    super("template.yaml, line %d, %s: %s".formatted(place.line(), place.path(), what));
  }

  TemplateError(String what) {
    super(what);
  }
}
