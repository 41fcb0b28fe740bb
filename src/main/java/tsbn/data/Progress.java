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
}
