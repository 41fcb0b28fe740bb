package tsbn.app.model;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tsbn.app.support.AppContext;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Workbench;
import tsbn.data.SequenceSet;
import tsbn.experiment.Experiment;
import tsbn.model.sbn.Architecture;

/**
 * How long a training step of the design takes: what the run in progress says if it is of this
 * design; otherwise some steps are taken in the background, a moment after the last change.
 */
public final class CostViewModel {
  private static final Messages MESSAGES = Messages.of(CostViewModel.class);

  /** Refreshes without a change after which a measurement begins: more than half a second. */
  private static final int PAUSE = 10;

  private final Workbench workbench;
  private final DesignEditor editor;
  private final Latest measuring;
  private final ReadOnlyStringWrapper stepTime = new ReadOnlyStringWrapper("");
  private boolean known;
  private int quiet;

  CostViewModel(AppContext context, DesignEditor editor) {
    this.workbench = context.workbench();
    this.editor = editor;
    this.measuring = new Latest(context.tasks());
    workbench.architectureProperty().addListener((observable, was, is) -> changed());
    workbench.settingsProperty().addListener((observable, was, is) -> changed());
    workbench.dataProperty().addListener((observable, was, is) -> changed());
    changed();
  }

  /** {@code about 28 ms}; what is missing for it where it cannot be said. */
  public ReadOnlyStringProperty stepTimeProperty() {
    return stepTime.getReadOnlyProperty();
  }

  /** Called some fifteen times a second while the page is shown. */
  void refresh() {
    quiet++;
    if (workbench.running() && workbench.staleProperty().get().isEmpty()) {
      showRate(workbench.gaugesProperty().get().iterationsPerSecond());
    } else if (!known && quiet >= PAUSE && !measuring.activeProperty().get()) {
      measure();
    }
  }

  /** The page is off the screen. */
  void hidden() {
    measuring.cancel();
    quiet = 0;
  }

  private void changed() {
    measuring.cancel();
    known = false;
    quiet = 0;
    stepTime.set(
        workbench.dataProperty().get() == null ? Readable.NONE : MESSAGES.get("step.wait"));
  }

  private void showRate(double perSecond) {
    if (perSecond > 0) {
      stepTime.set(about(1 / perSecond));
      known = true;
    }
  }

  private void measure() {
    SequenceSet data = workbench.dataProperty().get();
    Architecture architecture = workbench.architectureProperty().get();
    if (data == null || architecture == null || workbench.busyProperty().get()) {
      return;
    }
    known = true; // or known not to be knowable
    if (workbench.running()) {
      known = false; // two trainings at once would tell of neither
      stepTime.set(MESSAGES.get("step.running"));
    } else if (editor.tight()
        || workbench.settingsProperty().get().estimator().refusal(architecture).isPresent()) {
      stepTime.set(Readable.NONE);
    } else {
      Experiment experiment =
          new Experiment(data.source(), architecture, workbench.settingsProperty().get());
      measuring.start(
          MESSAGES.get("step.measuring"),
          progress -> StepTime.measure(experiment, data, progress),
          seconds -> stepTime.set(about(seconds)),
          failed -> stepTime.set(Readable.NONE));
    }
  }

  private static String about(double seconds) {
    return seconds < 1
        ? MESSAGES.format("step.millis", twoDigits(1000 * seconds))
        : MESSAGES.format("step.seconds", twoDigits(seconds));
  }

  /** No more digits than an estimate has. */
  private static String twoDigits(double value) {
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
    return Readable.significant(Math.round(value / unit) * unit);
  }
}
