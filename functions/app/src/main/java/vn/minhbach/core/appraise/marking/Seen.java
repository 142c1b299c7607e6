package vn.minhbach.core.appraise.marking;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Part;
import vn.minhbach.core.ledger.Sha256;

/**
 * What lay before a hand when it signed. A mark is bound to it: what moves later makes it stale.
 *
 * @param answer etag of the answer; {@value #NOTHING} where nothing was sent
 * @param evidence digest over the files that count for the criterion; {@value #NOTHING} for none
 * @param criteriaVersion version of the criteria set that brought the criterion as it is asked now:
 *     what is corrected in others, or in its words alone, moves no mark
 */
public record Seen(String answer, String evidence, long criteriaVersion) implements Part {

  /** Where there is nothing to see. */
  static final String NOTHING = "-";

  private static final int DIGEST = 16;
  private static final int TOKEN_MAX = 100;

  /** What may move under a mark. */
  public enum Moved {
    ANSWER("số liệu hoặc ý kiến của đơn vị", "the unit's answer"),
    EVIDENCE("tài liệu minh chứng", "the evidence"),
    CRITERIA("bộ tiêu chí", "the criteria set");

    private final String vietnamese;
    private final String english;

    Moved(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }

    /** Several of them, as a sentence tells them. */
    static Bilingual told(Set<Moved> moved) {
      return new Bilingual(
          moved.stream().map(one -> one.vietnamese).collect(Collectors.joining(", ")),
          moved.stream().map(one -> one.english).collect(Collectors.joining(", ")));
    }
  }

  /** What lies before a reader of a form now. */
  static Seen of(FormView view, CriterionId criterion) {
    return new Seen(
        view.form().stored(criterion).map(answer -> answer.etag()).orElse(NOTHING),
        digest(files(view, criterion)),
        view.amendments().brought(criterion, view.criteriaVersion()));
  }

  /** The files that count for a criterion. A file that is still being checked counts already. */
  static List<Evidence> files(FormView view, CriterionId criterion) {
    return view.form().evidence().stream()
        .filter(file -> file.proves(criterion) && file.counts() && file.state().present())
        .toList();
  }

  // Not the files' versions: what a scanner notes of a file changes nothing that was seen of it.
  private static String digest(List<Evidence> files) {
    if (files.isEmpty()) {
      return NOTHING;
    }
    String all =
        files.stream()
            .sorted(Comparator.comparing(Evidence::id))
            .map(file -> file.id() + ":" + file.sha256())
            .collect(Collectors.joining("\n"));
    return Sha256.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST);
  }

  /** As a client is given it and gives it back. */
  public String token() {
    return answer + "." + evidence + "." + criteriaVersion;
  }

  /** Reads a token; empty where it is none. */
  public static Optional<Seen> read(String token) {
    String[] parts = token.length() > TOKEN_MAX ? new String[0] : token.split("\\.", -1);
    return parts.length == 3
            && parts[0].matches("-|a\\d{1,15}")
            && parts[1].matches("-|[0-9a-f]{16}")
            && parts[2].matches("\\d{1,16}")
        ? Optional.of(new Seen(parts[0], parts[1], Long.parseLong(parts[2])))
        : Optional.empty();
  }

  /** What has moved since. */
  public Set<Moved> moved(Seen now) {
    var moved = EnumSet.noneOf(Moved.class);
    if (!answer.equals(now.answer)) {
      moved.add(Moved.ANSWER);
    }
    if (!evidence.equals(now.evidence)) {
      moved.add(Moved.EVIDENCE);
    }
    if (criteriaVersion != now.criteriaVersion) {
      moved.add(Moved.CRITERIA);
    }
    return moved;
  }

  @Override
  public Body body() {
    return new Body()
        .with("answer", answer)
        .with("evidence", evidence)
        .with("criteriaVersion", criteriaVersion);
  }

  static Seen read(BodyReader in) {
    return new Seen(in.text("answer"), in.text("evidence"), in.number("criteriaVersion"));
  }
}
