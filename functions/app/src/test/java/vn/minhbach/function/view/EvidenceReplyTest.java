package vn.minhbach.function.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Declaration;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;

class EvidenceReplyTest {

  private static final int LAMBDA_ANSWER_BYTES = 6_291_556;

  /** Of the longest form without files, with room to spare. */
  private static final int FORM_BYTES = 400_000;

  @Test
  void formWithAsManyFilesAsAreGrantedFitsIntoAnAnswerHoweverLongTheirTextsAre() {
    var limits =
        new UploadLimits(
            1,
            1,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Period(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31"))));
    String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    Instant at = Instant.parse("2020-09-01T01:00:00.123Z");
    var longest =
        new Evidence(
            "0".repeat(32),
            new Declaration(
                Optional.of(new CriterionId("VIII.10.10")),
                Optional.empty(),
                "ệ".repeat(255),
                type,
                Integer.MAX_VALUE,
                "0".repeat(64),
                new Meaning(
                    Optional.of("ệ".repeat(200)),
                    Optional.of("ệ".repeat(100)),
                    Optional.of("ệ".repeat(200)),
                    Optional.of(
                        new Proof.Document(
                            "ệ".repeat(60),
                            LocalDate.parse("2020-01-01"),
                            "ệ".repeat(150),
                            "ệ".repeat(300),
                            true)),
                    true)),
            new Evidence.Grant(at, at),
            new Checks(
                Optional.of(
                    new Checks.Verified(
                        at,
                        "",
                        Optional.of(EvidenceProblem.FILE_TYPE_DIFFERS.slug()),
                        Optional.of(type),
                        Optional.of(99))),
                Optional.empty(),
                Optional.of(EvidenceProblem.FILE_TYPE_DIFFERS.slug()),
                Optional.empty()),
            Evidence.State.REJECTED,
            9);
    var view = new EvidenceReply.Reader(limits, Map.of());
    var all = Collections.nCopies(UploadLimits.RECORDS_MAX, view.shown(longest));
    int bytes = Reply.ok(ListReply.whole(all)).body().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes + FORM_BYTES < LAMBDA_ANSWER_BYTES, bytes + " bytes");
  }
}
