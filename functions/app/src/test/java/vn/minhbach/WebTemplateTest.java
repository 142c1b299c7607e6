package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds infra/web.yaml to what is public: its buckets read by it alone, nothing of a token kept.
 */
class WebTemplateTest {

  /** AWS' policy CachingDisabled. */
  private static final String NOTHING_IS_KEPT = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

  @Test
  void siteIsClosedWhereItMustBe() {
    assertEquals(List.of(), breaches(TemplateFile.read("infra/web.yaml")));
  }

  @Test
  void noticesWhatWouldOpenIt() {
    noticed(web -> web.resource("WebBucketPolicy").plant("Type", "Nothing"), "without TLS");
    noticed(web -> origin(web, 1).remove("OriginAccessControlId"), "shown is read unsigned");
    noticed(web -> behaviour(web, 2).plant("CachePolicyId", "other"), "keeps what needs a token");
    noticed(web -> behaviour(web, 0).plant("ViewerProtocolPolicy", "allow-all"), "without TLS");
    noticed(web -> behaviour(web, 1).remove("ResponseHeadersPolicyId"), "sends no headers");
    noticed(
        web ->
            web.resource("Headers")
                .at("Properties", "ResponseHeadersPolicyConfig", "SecurityHeadersConfig")
                .remove("StrictTransportSecurity"),
        "no StrictTransportSecurity");
  }

  private interface Plant {
    void in(TemplateFile web);
  }

  private static void noticed(Plant plant, String expected) {
    TemplateFile web = TemplateFile.read("infra/web.yaml");
    plant.in(web);
    List<String> found = breaches(web);
    assertFalse(
        found.stream().noneMatch(line -> line.contains(expected)), () -> expected + ": " + found);
  }

  private static Place distribution(TemplateFile web) {
    return web.resource("Site").at("Properties", "DistributionConfig");
  }

  private static Place origin(TemplateFile web, int n) {
    return distribution(web).at("Origins").items().get(n);
  }

  private static Place behaviour(TemplateFile web, int n) {
    return distribution(web).at("CacheBehaviors").items().get(n);
  }

  private static List<String> breaches(TemplateFile web) {
    List<String> breaches = new ArrayList<>(DataRules.buckets(web));
    breaches.addAll(DataRules.retained(web));
    for (Place origin : distribution(web).at("Origins").items()) {
      if (!origin.at("S3OriginConfig").absent() && origin.at("OriginAccessControlId").absent()) {
        breaches.add(origin.at("Id").text() + " is read unsigned");
      }
    }
    List<Place> behaviours =
        Stream.concat(
                Stream.of(distribution(web).at("DefaultCacheBehavior")),
                distribution(web).at("CacheBehaviors").items().stream())
            .toList();
    for (Place behaviour : behaviours) {
      String path = behaviour.at("PathPattern").text();
      if (!Set.of("redirect-to-https", "https-only")
          .contains(behaviour.at("ViewerProtocolPolicy").text())) {
        breaches.add("'" + path + "' can be reached without TLS");
      }
      if (!behaviour.at("ResponseHeadersPolicyId", "Ref").is("Headers")) {
        breaches.add("'" + path + "' sends no headers of safety");
      }
      if (path.startsWith("/campaigns") && !behaviour.at("CachePolicyId").is(NOTHING_IS_KEPT)) {
        breaches.add("'" + path + "' keeps what needs a token");
      }
    }
    Set<String> paths =
        behaviours.stream().map(one -> one.at("PathPattern").text()).collect(Collectors.toSet());
    if (!paths.equals(Set.of("", "/app*", "/published/*", "/campaigns*"))) {
      breaches.add("the site has other paths than it should: " + paths);
    }
    Place headers =
        web.resource("Headers")
            .at("Properties", "ResponseHeadersPolicyConfig", "SecurityHeadersConfig");
    Stream.of(
            "ContentSecurityPolicy",
            "StrictTransportSecurity",
            "ContentTypeOptions",
            "FrameOptions",
            "ReferrerPolicy")
        .filter(name -> headers.at(name).absent())
        .forEach(name -> breaches.add("no " + name));
    String policy =
        headers
            .at("ContentSecurityPolicy", "ContentSecurityPolicy", "Fn::Sub")
            .items()
            .getFirst()
            .text();
    if (!policy.startsWith("default-src 'none';") || policy.contains("unsafe")) {
      breaches.add("pages may load what they like: " + policy);
    }
    return breaches;
  }
}
