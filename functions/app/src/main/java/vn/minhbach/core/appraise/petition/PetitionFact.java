package vn.minhbach.core.appraise.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;

/**
 * What the ledger tells of the provisional result, in the campaign's chain, and of petitions, in
 * the chain of the unit.
 */
public sealed interface PetitionFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<PetitionFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case ProvisionalShown.KIND -> ProvisionalShown.read(in);
              case PetitionWritten.KIND -> PetitionWritten.read(in);
              case PetitionsSigned.KIND -> PetitionsSigned.read(in);
              case PetitionDecided.KIND -> PetitionDecided.read(in);
              default -> null;
            });
  }

  /** Whether the unit wrote it and nobody has signed it: its own affair. */
  default boolean drafted() {
    return this instanceof PetitionWritten written && written.letterNumber().isEmpty();
  }

  /** Whether a member of the team stands in it. */
  default boolean ofTheTeam() {
    return this instanceof PetitionDecided;
  }

  /**
   * Every unit was shown its provisional result.
   *
   * @param number of the showing
   * @param until last moment of the petitions
   * @param units how many were appraised
   */
  record ProvisionalShown(String by, int number, Instant until, int units) implements PetitionFact {

    static final String KIND = "PROVISIONAL_SHOWN";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("number", number)
          .with("until", until)
          .with("units", units);
    }

    static ProvisionalShown read(BodyReader in) {
      return new ProvisionalShown(
          in.text("by"), in.count("number"), in.moment("until"), in.count("units"));
    }
  }

  /**
   * A petition was written, or written anew.
   *
   * @param letterNumber of the unit's letter, where the office entered it; it stands as signed then
   */
  record PetitionWritten(
      String by,
      CriterionId criterion,
      String text,
      @Member(emptyLeftOut = true) List<String> evidence,
      Optional<String> letterNumber,
      Optional<LocalDate> letterDate)
      implements PetitionFact {

    static final String KIND = "PETITION_WRITTEN";

    public PetitionWritten {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("criterion", criterion)
          .with("text", text)
          .withSome("evidence", evidence)
          .with("letterNumber", letterNumber)
          .with("letterDate", letterDate);
    }

    static PetitionWritten read(BodyReader in) {
      return new PetitionWritten(
          in.text("by"),
          in.criterion("criterion"),
          in.text("text"),
          in.texts("evidence"),
          in.maybe("letterNumber", BodyReader::text),
          in.maybe("letterDate", BodyReader::day));
    }
  }

  /** The head of the unit signed its petitions, with a covering letter. */
  record PetitionsSigned(
      String by, List<CriterionId> criteria, String letterNumber, LocalDate letterDate)
      implements PetitionFact {

    static final String KIND = "PETITIONS_SIGNED";

    public PetitionsSigned {
      criteria = List.copyOf(criteria);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("criteria", criteria)
          .with("letterNumber", letterNumber)
          .with("letterDate", letterDate);
    }

    static PetitionsSigned read(BodyReader in) {
      return new PetitionsSigned(
          in.text("by"),
          in.texts("criteria").stream().map(CriterionId::new).toList(),
          in.text("letterNumber"),
          in.day("letterDate"));
    }
  }

  /**
   * A petition was decided.
   *
   * @param employer of who decided; empty for none of the ranked
   * @param points of the new judgement; empty where the old one is kept, or the criterion does not
   *     apply
   */
  record PetitionDecided(
      String by,
      @Member("body") Optional<UnitCode> employer,
      Role role,
      CriterionId criterion,
      Petition.Ruling decision,
      Optional<Points> points,
      String reason)
      implements PetitionFact {

    static final String KIND = "PETITION_DECIDED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("body", employer)
          .with("role", role)
          .with("criterion", criterion)
          .with("decision", decision)
          .with("points", points)
          .with("reason", reason);
    }

    static PetitionDecided read(BodyReader in) {
      return new PetitionDecided(
          in.text("by"),
          in.maybe("body", BodyReader::unit),
          in.constant("role", Role.class),
          in.criterion("criterion"),
          in.constant("decision", Petition.Ruling.class),
          in.maybe("points", BodyReader::points),
          in.text("reason"));
    }
  }
}
