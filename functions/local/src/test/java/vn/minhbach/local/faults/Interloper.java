package vn.minhbach.local.faults;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Another hand that comes in just before one call of the SDK, on the same thread. */
final class Interloper implements ExecutionInterceptor {

  private static final ThreadLocal<Interloper> PRESENT = new ThreadLocal<>();

  private long left;
  private Runnable act = () -> {};

  /** Made for each client; only watches. */
  Interloper() {}

  private Interloper(long call, Runnable act) {
    this.left = call;
    this.act = act;
  }

  /**
   * Runs a work during which another hand acts once.
   *
   * @param call the work's call before which the other hand acts, from 1
   * @return whether the work made so many calls
   */
  static boolean before(long call, Runnable otherHand, Runnable work) {
    var interloper = new Interloper(call, otherHand);
    PRESENT.set(interloper);
    try {
      work.run();
    } finally {
      PRESENT.remove();
    }
    return interloper.left <= 0;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    Interloper present = PRESENT.get();
    if (present != null && --present.left == 0) {
      PRESENT.remove();
      present.act.run();
    }
  }
}
