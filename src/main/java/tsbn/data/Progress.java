package tsbn.data;

import java.util.concurrent.CancellationException;

/**
 * How a long job tells whoever waits for it how far it is, and learns that it is no longer wanted.
 */
public interface Progress {

  /** Nobody watches and nobody cancels. */
  Progress NONE = fraction -> {};

  /**
   * Reports how much is done.
   *
   * @param fraction share of the work that is done, in [0, 1]
   */
  void done(double fraction);

  /** Whether the result is no longer wanted. */
  default boolean cancelled() {
    return false;
  }

  /**
   * Reports how much is done and ends the job if it is no longer wanted.
   *
   * @throws CancellationException if {@link #cancelled()}
   */
  default void check(double fraction) {
    if (cancelled()) {
      throw new CancellationException();
    }
    done(fraction);
  }

  /**
   * The progress of a part of the job, which is done from one share of the whole to another.
   *
   * @param from share of the whole that is done when the part begins
   * @param to share that is done when it ends
   */
  default Progress part(double from, double to) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void done(double fraction) {
        whole.done(from + (to - from) * fraction);
      }

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }
    };
  }
}
