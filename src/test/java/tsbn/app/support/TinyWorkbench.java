package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Architecture;

/** A workbench without a window, with little data, a small model and everything scripted. */
public final class TinyWorkbench implements AutoCloseable {
  /** One ball in 8 x 8 pixels, 12 frames long. */
  public static final String BALLS =
      "builtin:balls?train=4&valid=3&test=2&frames=12&size=8&balls=1&seed=1";

  public static final int UNITS = 5;

  private final RecordedNotices notices = new RecordedNotices();
  private final ScriptedDialogs dialogs = new ScriptedDialogs();
  private final AppContext context;

  /** Opens the data. */
  public TinyWorkbench(Path folder, String source) {
    SameThreadTasks tasks = new SameThreadTasks();
    Remembered remembered = new Remembered(folder.resolve("workbench.json"));
    Workbench workbench = new Workbench(tasks, notices, remembered);
    context =
        new AppContext(
            workbench, tasks, dialogs, notices, remembered, RecordedSynth.sound(tasks, notices));
    workbench.open(source);
    workbench.designProperty().set(ModelDesign.of(Architecture.tsbn(1, UNITS, 1)));
  }

  public AppContext context() {
    return context;
  }

  public Workbench workbench() {
    return context.workbench();
  }

  public RecordedNotices notices() {
    return notices;
  }

  public ScriptedDialogs dialogs() {
    return dialogs;
  }

  /** Takes one step and waits until it is done. */
  public void step() {
    int before = iteration();
    workbench().step();
    await("a step is done", () -> !workbench().running() && iteration() > before);
  }

  private int iteration() {
    return workbench().gaugesProperty().get().iteration();
  }

  /** Refreshes the workbench until something has come about; ten seconds are a failure. */
  public void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (true) {
      workbench().refresh();
      if (condition.getAsBoolean()) {
        return;
      }
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(10)) {
        fail("Waited in vain until " + what + ".");
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    workbench().close();
  }
}
