package vn.minhbach.core.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a component of a fact stands in its body, if not as a member of its own name. For the table
 * in decision 0003 and the test that holds bodies against it; no code of the system reads it.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Member {

  /** The member's name; empty for the component's own. */
  String value() default "";

  /** Whether the members of this part stand in the body itself. */
  boolean flat() default false;

  /** Whether an empty list or map is left out. */
  boolean emptyLeftOut() default false;
}
