package vn.minhbach.core.prepare.account;

import java.util.Optional;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;

/** What the ledger tells of the register of accounts. */
public sealed interface AccountFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<AccountFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case AccountsImported.KIND -> AccountsImported.read(in);
              default -> null;
            });
  }

  /**
   * A register is in force; {@code sha256} of the file.
   *
   * @param accounts how many
   */
  record AccountsImported(String by, long version, int accounts, String sha256)
      implements AccountFact {

    static final String KIND = "ACCOUNTS_IMPORTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("version", version)
          .with("accounts", accounts)
          .with("sha256", sha256);
    }

    static AccountsImported read(BodyReader in) {
      return new AccountsImported(
          in.text("by"), in.number("version"), in.count("accounts"), in.text("sha256"));
    }
  }
}
