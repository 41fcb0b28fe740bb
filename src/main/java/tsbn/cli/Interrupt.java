package tsbn.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C (and the wish to terminate) into a call, and holds the end of the program back until
 * this is closed: so an interrupted command can still save what it has.
 */
final class Interrupt implements AutoCloseable {
  private static final long LONGEST_SECONDS = 60;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private Interrupt(Runnable call) {
    hook =
        new Thread(
            () -> {
              call.run();
              awaitClosed();
            },
            "interrupt");
  }

  /** Calls that, on a thread of its own, when the program is asked to end. */
  static Interrupt by(Runnable call) {
    Interrupt interrupt = new Interrupt(call);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void awaitClosed() {
    try {
      closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending: the hook has done its work.
    }
  }
}
