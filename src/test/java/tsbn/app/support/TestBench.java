package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * All that a view model needs, without a screen: jobs run at once on the calling thread, files are
 * scripted, notices recorded. The trainer is the real one, on its own thread.
 */
public final class TestBench implements AutoCloseable {
  /** A set of small pictures that is made in no time: 64 units, 4 + 2 + 1 videos of 6 frames. */
  public static final String SMALL_BALLS =
      "builtin:balls?train=4&valid=2&test=1&frames=6&size=8&balls=1";

  /** Motions that are made in no time. */
  public static final String SMALL_GAIT = "builtin:gait?train=4&valid=1&test=1&frames=20";

  private static final long PATIENCE_MILLIS = 30_000;

  public final SameThreadTasks tasks = new SameThreadTasks();
  public final RecordedNotices notices = new RecordedNotices();
  public final ScriptedDialogs dialogs = new ScriptedDialogs();
  public final Remembered remembered;
  public final Workbench workbench;
  public final AppContext context;

  public TestBench(Path folder) {
    remembered = new Remembered(folder.resolve("workbench.json"));
    workbench = new Workbench(tasks, notices, remembered);
    context =
        new AppContext(
            workbench, tasks, dialogs, notices, remembered, RecordedSynth.sound(tasks, notices));
  }

  /** Refreshes as the window's heartbeat does until something has come about. */
  public void until(String what, BooleanSupplier condition) {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    workbench.refresh();
    while (!condition.getAsBoolean()) {
      if (System.currentTimeMillis() > end) {
        fail("Waited in vain until " + what + ".");
      }
      try {
        Thread.sleep(2);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        fail("Interrupted.");
      }
      workbench.refresh();
    }
  }

  /** Steps taken by the current run. */
  public int iteration() {
    return workbench.gaugesProperty().get().iteration();
  }

  @Override
  public void close() {
    workbench.close();
  }
}
