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
  private final Runnable begins;
  private final ReadOnlyStringWrapper bound = new ReadOnlyStringWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper pace = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper trainable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper stoppable = new ReadOnlyBooleanWrapper();

  /**
   * @param begins called when the user lets it train or take a step
   */
  TransportViewModel(Workbench workbench, Runnable begins) {
    this.workbench = workbench;
    this.begins = begins;
    ChangeListener<Object> update = (observable, was, is) -> update();
    workbench.gaugesProperty().addListener(update);
    workbench.architectureProperty().addListener(update);
    workbench.staleProperty().addListener(update);
    workbench.settingsProperty().addListener(update);
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

  /** {@code 15,120 / 20,000}. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** {@code 36 it/s · 2:15 left}; empty unless it trains. */
  ReadOnlyStringProperty paceProperty() {
    return pace.getReadOnlyProperty();
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
    announce();
    workbench.trainOrPause();
  }

  void step() {
    announce();
    workbench.step();
  }

  void stop() {
    workbench.stop();
  }

  private void announce() {
    if (trainable.get() && !running.get()) {
      begins.run();
    }
  }

  private void update() {
    Gauges gauges = workbench.gaugesProperty().get();
    boolean runs = gauges.state() == State.RUNNING;
    boolean next = !workbench.staleProperty().get().isEmpty();
    boolean more = gauges.iteration() < gauges.iterations() || next;
    running.set(runs);
    trainable.set(
        workbench.architectureProperty().get() != null
            && (runs || (more && !workbench.busyProperty().get())));
    stoppable.set(runs || gauges.state() == State.PAUSED);
    if (next && !runs) {
      showNext();
    } else {
      show(gauges);
    }
  }

  /** The run that Train would begin: the last one's figures are none of it. */
  private void showNext() {
    bound.set(Readable.fixed(Double.NaN, 0));
    progress.set(0);
    String iterations = Readable.count(workbench.settingsProperty().get().iterations());
    text.set(MESSAGES.format("transport.next", iterations));
    pace.set("");
  }

  private void show(Gauges gauges) {
    bound.set(Readable.fixed(gauges.bound(), Math.abs(gauges.bound()) < 20 ? 2 : 1));
    progress.set((double) gauges.iteration() / gauges.iterations());
    String done = Readable.count(gauges.iteration());
    String total = Readable.count(gauges.iterations());
    boolean fresh = gauges.state() == State.READY;
    text.set(
        fresh
            ? MESSAGES.format("transport.fresh", total)
            : MESSAGES.format("transport.text", done, total));
    double rate = gauges.iterationsPerSecond();
    pace.set(
        gauges.state() == State.RUNNING
            ? MESSAGES.format(
                "transport.pace",
                Readable.fixed(rate, rate < 10 ? 1 : 0),
                Readable.duration(gauges.secondsLeft()))
            : "");
  }
}
