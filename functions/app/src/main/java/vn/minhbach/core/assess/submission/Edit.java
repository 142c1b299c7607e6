package vn.minhbach.core.assess.submission;

import java.util.Optional;
import vn.minhbach.core.ledger.Fact;

/** A fact by which a form says something else than before. */
public interface Edit extends Fact {

  /** The check code that was in force until then, and is void. */
  Optional<String> voidedCode();

  /** The same, with the code that it makes void. */
  Edit voiding(String checkCode);
}
