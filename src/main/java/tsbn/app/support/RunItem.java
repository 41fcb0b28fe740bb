package tsbn.app.support;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tsbn.data.SequenceSet;
import tsbn.experiment.RunArchive;
import tsbn.experiment.RunLabel;
import tsbn.experiment.RunState;
import tsbn.experiment.StoredRun;
import tsbn.learn.Trainer.Gauges;
import tsbn.picture.Curve;

/** A run that is kept, as lists show it. On the FX thread. */
public final class RunItem {
  private static final Messages MESSAGES = Messages.of(RunItem.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private final Path folder;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<RunLabel> label = new ReadOnlyObjectWrapper<>(RunLabel.NONE);
  private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Curve> curve = new ReadOnlyObjectWrapper<>();
  private final Object writing = new Object();
  private volatile RunLabel latest = RunLabel.NONE;
  private StoredRun run;
  private int iteration;

  RunItem(StoredRun run) {
    this.folder = run.folder();
    show(run);
  }

  /** What it is called: as the user says, otherwise after its model. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** {@code 12,000 iterations, -41.2, 23 Nov 10:31}. */
  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** What the user says of it. */
  public ReadOnlyObjectProperty<RunLabel> labelProperty() {
    return label.getReadOnlyProperty();
  }

  /** Whether it is the run that the window shows. */
  public ReadOnlyBooleanProperty presentProperty() {
    return present.getReadOnlyProperty();
  }

  /** Its bound over the iterations; null until it was read, or while it is not to be drawn. */
  public ReadOnlyObjectProperty<Curve> curveProperty() {
    return curve.getReadOnlyProperty();
  }

  public Path folder() {
    return folder;
  }

  /** The data that it learned from, for people. */
  public String dataName() {
    return run.data().name();
  }

  /** Whether it learned from those data, as far as their names and places say; null for none. */
  public boolean learnedFrom(SequenceSet data) {
    return data != null
        && (run.experiment().data().isBlank()
            ? run.data().name().equals(data.name())
            : run.experiment().data().equals(data.source()));
  }

  /** Whether its data are files, which can be taken along. */
  public boolean hasFiles() {
    return RunArchive.hasFiles(run.experiment().data());
  }

  /** Whether two runs differ in their seeds alone. */
  public boolean repeats(RunItem other) {
    return run.repeats(other.run);
  }

  /** {@code TSBN 100, order 1}. */
  public String modelText() {
    return ModelText.of(run.experiment().architecture());
  }

  /** Whether it was ended from outside while it was trained. */
  public boolean cutOff() {
    return run.cutOff();
  }

  /** Steps that it has taken, as far as that is known. */
  public int iteration() {
    return iteration;
  }

  StoredRun run() {
    return run;
  }

  void show(StoredRun now) {
    run = now;
    say(now.label());
    detail(now.iteration(), now.state().map(RunState::bound).orElse(Double.NaN));
  }

  /** Shows how far it is by now; the folder says so only at every checkpoint. */
  void show(Gauges gauges) {
    detail(gauges.iteration(), gauges.bound());
  }

  private void detail(int steps, double bound) {
    iteration = steps;
    detail.set(
        MESSAGES.format(
            "library.detail",
            Readable.count(steps),
            Readable.significant(bound),
            time(run.begun())));
  }

  private static String time(String begun) {
    try {
      return begun.isEmpty() ? Readable.NONE : TIME.format(Instant.parse(begun));
    } catch (DateTimeParseException strange) {
      return begun;
    }
  }

  /** Says something else of it. */
  void say(RunLabel other) {
    latest = other;
    label.set(other);
    title.set(
        other.name().isEmpty()
            ? MESSAGES.format(
                "library.title",
                ModelText.of(run.experiment().architecture()),
                String.valueOf(run.experiment().settings().seed()))
            : other.name());
  }

  /** Writes down what was last said; work for a worker. */
  void writeLabel() throws IOException {
    synchronized (writing) {
      latest.write(folder); // whoever comes last writes the last word
    }
  }

  void present(boolean is) {
    present.set(is);
  }

  void draw(Curve drawn) {
    curve.set(drawn);
  }
}
