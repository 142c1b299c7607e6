package vn.minhbach.core.assess.submission;

import static vn.minhbach.core.assess.submission.State.APPRAISED;
import static vn.minhbach.core.assess.submission.State.AT_DISTRICT;
import static vn.minhbach.core.assess.submission.State.CLOSED;
import static vn.minhbach.core.assess.submission.State.EXPLAINED;
import static vn.minhbach.core.assess.submission.State.EXPLANATION_REQUESTED;
import static vn.minhbach.core.assess.submission.State.FORWARDED;
import static vn.minhbach.core.assess.submission.State.IN_PROGRESS;
import static vn.minhbach.core.assess.submission.State.NOT_STARTED;
import static vn.minhbach.core.assess.submission.State.SUBMITTED;
import static vn.minhbach.core.assess.submission.State.UNDER_APPRAISAL;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Outcome;

/**
 * The state machine of a submission as data: what may be done to a form, by whom, in which states,
 * and in which state that leaves it. {@link Commits} takes no change of {@link Head#state} but by a
 * move, and a move that is illegal where the form stands is a refusal that names the legal ones
 * ({@link #of}), or, past that, a bug that flies ({@link Head#moved}).
 *
 * <p>A move says what the state allows. Times, the stage of the campaign, the criteria that are
 * open again and who may act for which unit are asked beside it, each in its own place.
 *
 * <p>What a move locks is told by the state that it leads to ({@link State#changeable}). The whole
 * table is in {@code infra/decisions/0029-moves-of-a-submission.md}, held to this by {@code
 * MoveTest}.
 */
public enum Move {
  /** The unit changes a form that is in its hands. */
  EDIT("sửa phiếu", "change the form", Hand.UNIT, from(NOT_STARTED, IN_PROGRESS).to(IN_PROGRESS)),

  /** The unit changes a form that it had closed and nobody has signed: the code is void. */
  TAKE_BACK(
      "mở lại phiếu đã chốt để sửa",
      "take back what was closed",
      Hand.UNIT,
      from(CLOSED).to(IN_PROGRESS)),

  /** <i>Chốt.</i> A closed form whose code a correction made void is closed once more. */
  CLOSE("chốt phiếu", "close the form", Hand.UNIT, unsent().to(CLOSED)),

  /** The head of a unit that no district consolidates signs. */
  SIGN("ký, gửi phiếu", "sign and send the form", Hand.SIGNER, unsent().to(SUBMITTED)),

  /** The head of a commune signs: the form waits at its district. */
  SEND_TO_DISTRICT(
      "ký, gửi phiếu lên huyện",
      "sign and send the form to the district",
      Hand.SIGNER,
      unsent().to(AT_DISTRICT)),

  /** The head of a commune signs anew what the district has passed on already. */
  SIGN_FORWARDED(
      "ký lại phiếu huyện đã chuyển",
      "sign anew what was forwarded",
      Hand.SIGNER,
      from(CLOSED).to(FORWARDED)),

  /** The signed paper was refused: closed as it was, to be signed again. */
  DROP_SIGNATURE(
      "hủy chữ ký trên bản ký bị loại",
      "drop the signature of a refused paper",
      Hand.SYSTEM,
      from(SUBMITTED, AT_DISTRICT, FORWARDED).to(CLOSED)),

  /** Criteria that are open again are changed in a sent form. */
  AMEND(
      "sửa tiêu chí đang mở lại", "change criteria that are open again", Hand.UNIT, sent().stay()),

  /** What was changed in a sent form is closed. */
  CLOSE_AGAIN("chốt phần mở lại", "close what was open again", Hand.UNIT, sent().stay()),

  /** What was changed in a sent form is signed. */
  SIGN_AGAIN("ký phần mở lại", "sign what was open again", Hand.SIGNER, sent().stay()),

  /** <i>Ý kiến của huyện</i> on a criterion of one of its communes. */
  REMARK(
      "ghi ý kiến của huyện",
      "remark on a criterion",
      Hand.DISTRICT,
      from(AT_DISTRICT, FORWARDED, UNDER_APPRAISAL, EXPLANATION_REQUESTED, EXPLAINED).stay()),

  /** <i>Tổng hợp</i>: the district passes its communes on. */
  FORWARD(
      "chuyển phiếu lên tỉnh",
      "forward the form to the office",
      Hand.DISTRICT,
      from(AT_DISTRICT).to(FORWARDED)),

  /** The office passes on what a district has held beyond its day. */
  FORWARD_INSTEAD(
      "chuyển phiếu thay huyện quá hạn",
      "forward the form in a late district's place",
      Hand.OFFICE,
      from(AT_DISTRICT).to(FORWARDED).withReason()),

  /** The district returns a commune's form whole: its signature falls. */
  RETURN(
      "trả lại cả phiếu",
      "return the whole form",
      Hand.DISTRICT,
      from(AT_DISTRICT, FORWARDED).to(IN_PROGRESS).withReason()),

  /** The district opens criteria of a commune's form again. */
  RETURN_CRITERIA(
      "trả lại từng tiêu chí",
      "return single criteria",
      Hand.DISTRICT,
      from(AT_DISTRICT, FORWARDED).stay().withReason()),

  /** The team returns a form whole, before it has marked anything of it. */
  RETURN_FROM_TEAM(
      "trả lại cả phiếu",
      "return the whole form",
      Hand.TEAM,
      from(SUBMITTED, FORWARDED).to(IN_PROGRESS).withReason()),

  /** The team opens criteria of a form again, before it has marked anything of it. */
  RETURN_CRITERIA_FROM_TEAM(
      "trả lại từng tiêu chí",
      "return single criteria",
      Hand.TEAM,
      from(SUBMITTED, FORWARDED).stay().withReason()),

  /** The first mark: from here on nothing is returned. */
  BEGIN_APPRAISAL(
      "bắt đầu thẩm định",
      "begin the appraisal",
      Hand.TEAM,
      from(SUBMITTED, FORWARDED).to(UNDER_APPRAISAL)),

  /** <i>Kiểm tra thực tế</i>: what was found at the unit, and the minutes of it. */
  INSPECT(
      "ghi kết quả kiểm tra thực tế",
      "note an inspection",
      Hand.TEAM,
      from(SUBMITTED, FORWARDED, UNDER_APPRAISAL, EXPLANATION_REQUESTED, EXPLAINED).stay()),

  /** Every mark after the first. */
  MARK(
      "chấm điểm thẩm định",
      "mark a criterion",
      Hand.TEAM,
      from(UNDER_APPRAISAL, EXPLANATION_REQUESTED, EXPLAINED).stay()),

  /** <i>Yêu cầu giải trình</i>, also of more criteria while some are asked. */
  ASK_EXPLANATION(
      "yêu cầu giải trình",
      "ask for an explanation",
      Hand.TEAM,
      from(UNDER_APPRAISAL, EXPLANATION_REQUESTED, EXPLAINED)
          .to(EXPLANATION_REQUESTED)
          .withReason()),

  /** <i>Giải trình</i>: the unit has answered. */
  EXPLAIN("giải trình", "explain", Hand.UNIT, from(EXPLANATION_REQUESTED).to(EXPLAINED)),

  /** The explanation was weighed, or its term has passed in silence. */
  END_EXPLANATION(
      "kết thúc giải trình",
      "end the explanation",
      Hand.TEAM,
      from(EXPLANATION_REQUESTED, EXPLAINED).to(UNDER_APPRAISAL)),

  /** <i>Chốt thẩm định</i>: nothing of the form changes any more. */
  CLOSE_APPRAISAL(
      "chốt thẩm định",
      "close the appraisal",
      Hand.LEAD,
      from(UNDER_APPRAISAL, EXPLAINED).to(APPRAISED)),

  /** A closed appraisal is taken up again. */
  REOPEN_APPRAISAL(
      "mở lại thẩm định",
      "reopen the appraisal",
      Hand.LEAD,
      from(APPRAISED).to(UNDER_APPRAISAL).withReason());

  /** Whose hand makes a move; which account that is, the access table says. */
  public enum Hand {
    UNIT("đơn vị", "the unit"),
    SIGNER("người ký của đơn vị", "the unit's signer"),
    DISTRICT("cấp huyện", "the district"),
    OFFICE("cơ quan thường trực", "the standing office"),
    TEAM("tổ thẩm định", "the appraisal team"),
    /** The deputy for the lead's own body. */
    LEAD("tổ trưởng", "the lead"),
    SYSTEM("hệ thống", "the system");

    private final Bilingual label;

    Hand(String vietnamese, String english) {
      this.label = new Bilingual(vietnamese, english);
    }

    public Bilingual label() {
      return label;
    }
  }

  /**
   * From which states to which.
   *
   * @param to empty where the state stays
   */
  private record Path(Set<State> from, Optional<State> to, boolean reason) {

    Path to(State next) {
      return new Path(from, Optional.of(next), reason);
    }

    Path stay() {
      return new Path(from, Optional.empty(), reason);
    }

    Path withReason() {
      return new Path(from, to, true);
    }
  }

  private final Bilingual label;
  private final Hand by;
  private final Path path;

  Move(String vietnamese, String english, Hand by, Path path) {
    this.label = new Bilingual(vietnamese, english);
    this.by = by;
    this.path = path;
  }

  /** The move by which a unit's change of an answer or a file is made in a state. */
  static Move editing(State state) {
    return switch (state.changeable()) {
      case WHOLE -> state == CLOSED ? TAKE_BACK : EDIT;
      case REOPENED, NOTHING -> AMEND;
    };
  }

  /** What can be done to a form in a state, and by whom; the system's own is not told. */
  public static Bilingual allowed(State state) {
    List<Move> moves =
        Arrays.stream(values())
            .filter(move -> move.by != Hand.SYSTEM && move.legalFrom(state))
            .toList();
    return new Bilingual(told(moves, Bilingual::vietnamese), told(moves, Bilingual::english));
  }

  private static String told(List<Move> moves, Function<Bilingual, String> language) {
    return moves.stream()
        .map(move -> language.apply(move.label) + " (" + language.apply(move.by.label()) + ")")
        .collect(Collectors.joining("; "));
  }

  public Bilingual label() {
    return label;
  }

  public Hand by() {
    return by;
  }

  /** The states from which it is legal. */
  public Set<State> from() {
    return EnumSet.copyOf(path.from());
  }

  /** The state that it leaves the form in; empty where that stays as it is. */
  public Optional<State> to() {
    return path.to();
  }

  /** Whether whoever makes it must say why. */
  public boolean reasoned() {
    return path.reason();
  }

  public boolean legalFrom(State state) {
    return path.from().contains(state);
  }

  /** The head if the move is legal where it stands; else refused, with the moves that are. */
  public Outcome<Head> of(Head head) {
    return legalFrom(head.state())
        ? Outcome.accepted(head)
        : Outcome.refused(
            SubmissionProblem.MOVE_NOT_ALLOWED.of(
                head.unit(), head.state().label(), label, allowed(head.state())));
  }

  /** The state after the move; an illegal one is a bug, which a use should have refused. */
  State after(State state) {
    if (!legalFrom(state)) {
      throw new IllegalStateException(this + " from " + state);
    }
    return path.to().orElse(state);
  }

  private static Path from(State... states) {
    return new Path(Set.of(states), Optional.empty(), false);
  }

  private static Path unsent() {
    return from(NOT_STARTED, IN_PROGRESS, CLOSED);
  }

  private static Path sent() {
    return from(
        SUBMITTED, AT_DISTRICT, FORWARDED, UNDER_APPRAISAL, EXPLANATION_REQUESTED, EXPLAINED);
  }
}
