package tsbn.app.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Workbench;
import tsbn.learn.Trainer.Gauges;
import tsbn.learn.Trainer.State;

/** Train, pause, step, stop, and how far the run is. */
final class TransportViewModel {
  private static final Messages MESSAGES = Messages.of(TransportViewModel.class);

  private final Workbench workbench;
  private final ReadOnlyStringWrapper bound = new ReadOnlyStringWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper trainable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper stoppable = new ReadOnlyBooleanWrapper();

  TransportViewModel(Workbench workbench) {
    this.workbench = workbench;
    ChangeListener<Object> update = (observable, was, is) -> update();
    workbench.gaugesProperty().addListener(update);
    workbench.architectureProperty().addListener(update);
    workbench.staleProperty().addListener(update);
    workbench.busyProperty().addListener(update);
    update();
  }

  // Properties

  /** The smoothed training bound; a dash before the first step. */
  ReadOnlyStringProperty boundProperty() {
    return bound.getReadOnlyProperty();
  }

  /** Share of the iterations that are done, in [0, 1]. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** {@code 15,120 / 20,000 · 36 it/s · 2:15 left}. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether Train, Pause and Step can do anything now. */
  ReadOnlyBooleanProperty trainableProperty() {
    return trainable.getReadOnlyProperty();
  }

  /** Whether there is something to stop. */
  ReadOnlyBooleanProperty stoppableProperty() {
    return stoppable.getReadOnlyProperty();
  }

  // Commands

  void trainOrPause() {
    workbench.trainOrPause();
  }

  void step() {
    workbench.step();
  }

  void stop() {
    workbench.stop();
  }

  private void update() {
    Gauges gauges = workbench.gaugesProperty().get();
    boolean runs = gauges.state() == State.RUNNING;
    boolean more =
        gauges.iteration() < gauges.iterations() || !workbench.staleProperty().get().isEmpty();
    bound.set(Readable.fixed(gauges.bound(), Math.abs(gauges.bound()) < 20 ? 2 : 1));
    progress.set((double) gauges.iteration() / gauges.iterations());
    text.set(describe(gauges));
    running.set(runs);
    trainable.set(
        workbench.architectureProperty().get() != null
            && (runs || (more && !workbench.busyProperty().get())));
    stoppable.set(runs || gauges.state() == State.PAUSED);
  }

  private static String describe(Gauges gauges) {
    String total = Readable.count(gauges.iterations());
    if (gauges.state() == State.READY) {
      return MESSAGES.format("transport.fresh", total);
    }
    String done = Readable.count(gauges.iteration());
    if (gauges.state() != State.RUNNING) {
      return MESSAGES.format("transport.text", done, total);
    }
    double rate = gauges.iterationsPerSecond();
    return MESSAGES.format(
        "transport.text.running",
        done,
        total,
        Readable.fixed(rate, rate < 10 ? 1 : 0),
        Readable.duration(gauges.secondsLeft()));
  }
}
