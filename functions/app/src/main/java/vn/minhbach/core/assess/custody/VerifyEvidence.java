package vn.minhbach.core.assess.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.assess.evidence.Audit;
import vn.minhbach.core.assess.evidence.Audit.Difference;
import vn.minhbach.core.assess.evidence.Audits;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Reads every kept file again, as the office asked ({@link RequestAudit}), and compares it with the
 * ledger: what was uploaded is what is judged. The work goes on in pieces, each noted, so that it
 * may be cut short at any point.
 *
 * <p>The bytes themselves are read, not what the store says of them.
 */
public final class VerifyEvidence {

  private static final int PAGE = 500;

  private final Submissions submissions;
  private final Ledger ledger;
  private final EvidenceVault vault;
  private final Audits audits;
  private final FlagSharedEvidence shared;

  public VerifyEvidence(
      Submissions submissions,
      Ledger ledger,
      EvidenceVault vault,
      Audits audits,
      FlagSharedEvidence shared) {
    this.submissions = submissions;
    this.ledger = ledger;
    this.vault = vault;
    this.audits = audits;
    this.shared = shared;
  }

  /**
   * Goes on with a run for a while.
   *
   * @param register every unit of the campaign, in any order
   * @param budget no file is begun after it
   * @return files read
   */
  public int advance(
      Campaign campaign,
      List<Unit> register,
      Instant now,
      Supplier<Instant> wall,
      Duration budget) {
    Optional<Audit> running = audits.latest(campaign.id()).filter(Audit::running);
    if (running.isEmpty()) {
      return 0;
    }
    Instant end = wall.get().plus(budget);
    Audit audit = running.get();
    List<Unit> rest =
        register.stream().sorted(Comparator.comparing(Unit::code)).filter(after(audit)).toList();
    for (Unit unit : rest) {
      audit = unit(audit, unit, () -> wall.get().isBefore(end));
      // Written after each unit: whoever dies repeats one unit at most. Overtaken: let the other.
      audit = audit.next();
      boolean whole = audit.afterUnit().filter(unit.code()::equals).isPresent();
      if (!audits.put(audit) || !whole) {
        return audit.filesRead() - running.get().filesRead();
      }
    }
    audits.put(audit.finished(now).next());
    return audit.filesRead() - running.get().filesRead();
  }

  private static Predicate<Unit> after(Audit audit) {
    return unit -> audit.afterUnit().filter(done -> unit.code().compareTo(done) <= 0).isEmpty();
  }

  private Audit unit(Audit begun, Unit unit, BooleanSupplier timeLeft) {
    Audit audit = begun;
    // Before the head: a record that comes in between would not be in the chain that is read.
    List<Evidence> records =
        Stream.concat(
                submissions.evidenceOf(begun.campaign(), unit.code()).stream(),
                submissions.teamFilesOf(begun.campaign(), unit.code()).stream())
            .toList();
    Optional<Head> head = submissions.head(begun.campaign(), unit.code());
    if (head.isEmpty()) {
      return audit.unit(unit.code());
    }
    List<Entry> chain = entries(head.get());
    Map<String, LedgerFile> told = LedgerFile.of(chain);
    if (audit.afterHash().isEmpty()) {
      audit = audit.noted(recorded(head.get(), chain, told, records)).excused(taken(unit, told));
      audit = audit.noted(remaining(head.get(), told));
      records.forEach(record -> shared.index(begun.campaign(), unit.code(), record));
    }
    String done = audit.afterHash().orElse("");
    for (Kept file : files(records, told).tailMap(done + " ").values()) {
      if (!timeLeft.getAsBoolean()) {
        return audit;
      }
      audit = audit.file(file.sha256(), file.sizeBytes(), differences(head.get(), file));
    }
    return audit.unit(unit.code());
  }

  /** A file whose bytes must lie in the vault. */
  private record Kept(String id, String sha256, long sizeBytes) {}

  /** By hash. A record that is gone, or says otherwise now, does not hide what the ledger tells. */
  private static SortedMap<String, Kept> files(
      List<Evidence> records, Map<String, LedgerFile> told) {
    var files = new TreeMap<String, Kept>();
    told.forEach((id, file) -> {
      if (file.mustLie()) {
        files.put(file.sha256(), new Kept(id, file.sha256(), file.sizeBytes()));
      }
    });
    Set<String> taken =
        told.values().stream()
            .filter(file -> file.takenDown().isPresent())
            .map(LedgerFile::sha256)
            .collect(Collectors.toSet());
    records.stream()
        .filter(file -> file.kept() && !taken.contains(file.sha256()))
        .forEach(
            file -> files.put(file.sha256(), new Kept(file.id(), file.sha256(), file.sizeBytes())));
    return files;
  }

  private List<Difference> differences(Head head, Kept file) {
    Optional<String> found = vault.digest(head.campaign(), head.unit(), file.sha256());
    if (found.isEmpty()) {
      return List.of(new Difference(head.unit(), Audit.Kind.MISSING, file.id(), ""));
    }
    return found.get().equals(file.sha256())
        ? List.of()
        : List.of(new Difference(head.unit(), Audit.Kind.BYTES, file.id(), found.get()));
  }

  /** What need not lie in the vault any more, and by which order. */
  private static List<Audit.Taken> taken(Unit unit, Map<String, LedgerFile> told) {
    return new TreeMap<>(told)
        .entrySet().stream()
            .flatMap(entry ->
                entry.getValue().takenDown().stream()
                    .map(order -> new Audit.Taken(unit.code(), entry.getKey(), order)))
            .toList();
  }

  /** What is said to be gone, and lies there. */
  private List<Difference> remaining(Head head, Map<String, LedgerFile> told) {
    var differences = new TreeMap<String, Difference>();
    new TreeMap<>(told)
        .forEach((id, file) -> {
          if (file.removed() && !differences.containsKey(file.sha256())) {
            vault
                .digest(head.campaign(), head.unit(), file.sha256())
                .ifPresent(found ->
                    differences.put(
                        file.sha256(),
                        new Difference(head.unit(), Audit.Kind.NOT_REMOVED, id, found)));
          }
        });
    return List.copyOf(differences.values());
  }

  /** The chain against itself, and the records against the chain. */
  private List<Difference> recorded(
      Head head, List<Entry> chain, Map<String, LedgerFile> told, List<Evidence> records) {
    var differences = new ArrayList<Difference>();
    Verification.faults(chain, head.tip())
        .forEach(fault ->
            differences.add(
                new Difference(
                    head.unit(), Audit.Kind.CHAIN, "", fault.seq() + ": " + fault.what())));
    Map<String, Evidence> read =
        records.stream().collect(Collectors.toMap(Evidence::id, Function.identity()));
    var ids = new TreeSet<>(read.keySet());
    ids.addAll(told.keySet());
    for (String id : ids) {
      Optional<LedgerFile> file = Optional.ofNullable(told.get(id));
      if (differs(head, id, Optional.ofNullable(read.get(id)), file)) {
        String hash = file.map(LedgerFile::sha256).orElse("");
        differences.add(new Difference(head.unit(), Audit.Kind.RECORD, id, hash));
      }
    }
    return differences;
  }

  /**
   * Nothing is kept that the chain does not call in order; what it calls so stays kept, also when
   * its unit withdraws it. The chain was read after the records, so that a record may be behind it:
   * one that seems to be is read once more.
   */
  private boolean differs(
      Head head, String id, Optional<Evidence> record, Optional<LedgerFile> told) {
    if (told.isEmpty()) {
      return true;
    }
    LedgerFile file = told.get();
    if (record.filter(read -> read.kept() && !file.accepted()).isPresent()) {
      return true;
    }
    return !bears(record, file)
        && !bears(submissions.evidence(head.campaign(), head.unit(), id), file);
  }

  private static boolean bears(Optional<Evidence> record, LedgerFile told) {
    return record
        .filter(read -> read.sha256().equals(told.sha256()) && (read.kept() || !told.mustLie()))
        .isPresent();
  }

  /** The chain up to the head that was read; what comes later is not its end. */
  private List<Entry> entries(Head head) {
    var entries = new ArrayList<Entry>();
    long after = 0;
    while (after < head.tip().seq()) {
      List<Entry> page = ledger.entries(head.chain(), after, PAGE);
      page.stream().filter(entry -> entry.seq() <= head.tip().seq()).forEach(entries::add);
      if (page.isEmpty()) {
        break;
      }
      after = page.getLast().seq();
    }
    return entries;
  }
}
