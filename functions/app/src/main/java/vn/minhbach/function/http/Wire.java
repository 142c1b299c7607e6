package vn.minhbach.function.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a component of a {@link ReplyPart} is not written as all others are. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Wire {

  /** The field's name where Java keeps it for itself. */
  String name() default "";

  /** Null where there is nothing, instead of left out. */
  boolean orNull() default false;

  /** Its fields stand in its place. */
  boolean inline() default false;
}
