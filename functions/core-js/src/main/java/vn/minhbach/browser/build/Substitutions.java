package vn.minhbach.browser.build;

import java.util.Set;
import org.teavm.extension.spi.substitution.SimpleSubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/**
 * Classes that are written anew for browsers, in {@code vn.minhbach.browser.java} and beside it:
 * what TeaVM's class library lacks, and what a browser has itself and the library would bring along
 * (expressions, normal forms, calendars: nine tenths of the module).
 */
public final class Substitutions extends SimpleSubstitutionPolicy {

  private static final Set<String> NAMES =
      Set.of(
          "java.security.MessageDigest",
          "java.util.HexFormat",
          "java.util.regex.Pattern",
          "java.util.regex.Matcher",
          "java.text.Normalizer",
          "java.text.Normalizer$Form",
          "vn.minhbach.core.PlainTime");

  @Override
  public void contribute(SubstitutionSink sink) {
    sink.selectClasses(NAMES::contains).packagePrefix("vn.minhbach.browser.").simpleNamePrefix("T");
  }
}
