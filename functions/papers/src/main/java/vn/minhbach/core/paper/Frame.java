package vn.minhbach.core.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.paper.Paper.Letterhead;
import vn.minhbach.core.paper.Paper.Paragraph;
import vn.minhbach.core.paper.Paper.Part;
import vn.minhbach.core.paper.Paper.Style;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignSettings.Plan;
import vn.minhbach.core.unit.Unit;

/**
 * What the papers of a campaign have in common: who issues and receives them, and how they call the
 * campaign.
 *
 * @param register of the units in force, by code, in its order
 * @param day on which it is drafted
 */
record Frame(Campaign campaign, SequencedMap<UnitCode, Unit> register, LocalDate day) {

  /** What a clerk has still to write. */
  static final String OPEN = "……";

  private static final Map<Integer, String> GROUPS =
      new TreeMap<>(
          Map.of(
              Unit.DEPARTMENTS, "các sở, ban, ngành",
              Unit.DISTRICTS, "UBND cấp huyện",
              Unit.COMMUNES, "UBND cấp xã"));

  private static final Map<Integer, String> HEADS =
      Map.of(
          Unit.DEPARTMENTS, "thủ trưởng các sở, ban, ngành",
          Unit.DISTRICTS, "Chủ tịch UBND cấp huyện",
          Unit.COMMUNES, "Chủ tịch UBND cấp xã");

  /** With the units of the register in force. */
  static Frame of(Campaign campaign, List<Unit> units, LocalDate day) {
    var register = new LinkedHashMap<UnitCode, Unit>();
    units.forEach(unit -> register.put(unit.code(), unit));
    return new Frame(campaign, register, day);
  }

  Collection<Unit> units() {
    return register.values();
  }

  /** The People's Committee of the province by its full name. */
  String committee() {
    return Names.full(plan().issuer());
  }

  /** The standing office (<i>cơ quan thường trực</i>); open where no ranked body is it. */
  String office() {
    return standing().map(Unit::name).orElse(OPEN);
  }

  /** The campaign within a sentence. */
  String name() {
    String name = campaign.settings().name();
    boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
    return word ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
  }

  Plan plan() {
    return campaign.settings().plan();
  }

  /** The plan, as a paper cites it. */
  String cited() {
    return "Kế hoạch số %s %s của %s"
        .formatted(plan().number(), Names.dated(plan().date()), plan().issuer());
  }

  String fileName(PaperKind kind) {
    return kind.vietnamese() + " " + campaign.id();
  }

  /**
   * The head of a paper of the standing office.
   *
   * @param kind abbreviation of its kind, as {@code BC}; empty for a letter
   * @param about of a letter
   */
  Letterhead ofOffice(Optional<String> kind, Optional<String> about) {
    String code = standing().map(unit -> unit.code().value()).orElse(OPEN);
    return new Letterhead(
        Optional.of(plan().issuer()),
        office(),
        "Số: " + OPEN + "/" + kind.map(of -> of + "-" + code).orElse(code + "-" + OPEN),
        about,
        undated());
  }

  /**
   * The head of a decision of the People's Committee.
   *
   * @param number and {@code signed} as they are known
   */
  Letterhead ofCommittee(Optional<String> number, Optional<LocalDate> signed) {
    return new Letterhead(
        Optional.empty(),
        committee().replaceFirst("^" + Signature.COMMITTEE + " ", Signature.COMMITTEE + "\n"),
        "Số: " + number.orElse(OPEN + "/QĐ-UBND"),
        Optional.empty(),
        signed.map(this::dated).orElseGet(this::undated));
  }

  /** Place and date of what nobody has signed. */
  String undated() {
    return Names.place(plan().issuer()) + ", " + Names.open(day.getYear());
  }

  /** Place and date of what was signed. */
  String dated(LocalDate signed) {
    return Names.place(plan().issuer()) + ", " + Names.dated(signed);
  }

  /** The head of the standing office signs. */
  Signature signedByOffice() {
    return Signature.ofHead("Giám đốc", Optional.empty());
  }

  /** How many units there are in each group of the register. */
  Map<Integer, Long> sizes() {
    return units().stream()
        .collect(Collectors.groupingBy(Unit::group, TreeMap::new, Collectors.counting()));
  }

  /** Whom a paper names that goes to all who are assessed. */
  List<String> everybody() {
    return groups(sizes().keySet());
  }

  /** The heads of those who are assessed. */
  List<String> heads() {
    return sizes().keySet().stream()
        .map(group -> HEADS.getOrDefault(group, "thủ trưởng " + group(group)))
        .toList();
  }

  static List<String> groups(Collection<Integer> groups) {
    return groups.stream().sorted().map(Frame::group).toList();
  }

  static String group(int group) {
    return GROUPS.getOrDefault(group, "nhóm " + group);
  }

  /** The same as a line of its own. */
  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Recipients of what the office sends to all. */
  List<String> recipients(String first) {
    var all = new ArrayList<String>();
    all.add(first);
    all.add(plan().issuer() + " (để báo cáo)");
    return all;
  }

  static Part text(String text) {
    return new Paragraph(Style.TEXT, text);
  }

  static Part head(String text) {
    return new Paragraph(Style.HEAD, text);
  }

  /** A unit's name; its code where the register does not have it any more. */
  String named(UnitCode code) {
    return Optional.ofNullable(register.get(code)).map(Unit::name).orElse(code.value());
  }

  private Optional<Unit> standing() {
    return campaign.settings().appraisalSettings().standingOffice().map(register::get);
  }
}
