package tsbn.app.train;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tsbn.app.support.AppContext;
import tsbn.app.support.Exports;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Run;
import tsbn.app.support.Workbench;
import tsbn.data.Split;
import tsbn.experiment.CurveCsv;
import tsbn.learn.CurvePoint;
import tsbn.picture.Curve;
import tsbn.picture.Png;
import tsbn.picture.Raster;

/** Settings and curves of the run. */
public final class TrainViewModel {
  private static final Messages MESSAGES = Messages.of(TrainViewModel.class);

  /** Points taken in per refresh, so that no refresh takes longer than a few milliseconds. */
  private static final int MOST_PER_REFRESH = 20_000;

  private final Workbench workbench;
  private final Exports exports;
  private final SettingsForm settings;
  private final RunsViewModel runs;
  private final Measured trainBound = new Measured("curve.train", CurvePoint::trainBound);
  private final Measured validBound = new Measured("curve.valid", CurvePoint::validBound);
  private final Measured predictionError = new Measured("curve.error", CurvePoint::predictionError);
  private final Measured gradientNorm = new Measured("curve.gradient", CurvePoint::gradientNorm);
  private final Measured signalVariance = new Measured("curve.signal", CurvePoint::signalVariance);
  private final Measured unitsOn = new Measured("curve.units", CurvePoint::unitsOn);
  private final List<Measured> all =
      List.of(trainBound, validBound, predictionError, gradientNorm, signalVariance, unitsOn);
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper validated = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper restartable = new ReadOnlyBooleanWrapper();
  private Run shown;
  private int edition;
  private int taken;

  /** Something that is measured while training: its curve and its latest value. */
  public static final class Measured {
    private final Curve curve;
    private final ToDoubleFunction<CurvePoint> value;
    private final ReadOnlyStringWrapper latest =
        new ReadOnlyStringWrapper(Readable.fixed(Double.NaN, 0));

    private Measured(String nameKey, ToDoubleFunction<CurvePoint> value) {
      this.curve = new Curve(MESSAGES.get(nameKey));
      this.value = value;
    }

    /** All points so far, x in iterations. */
    public Curve curve() {
      return curve;
    }

    /** The last value that was measured; a dash before. */
    public ReadOnlyStringProperty latestProperty() {
      return latest.getReadOnlyProperty();
    }
  }

  public TrainViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.exports = new Exports(context);
    this.settings = new SettingsForm(workbench);
    this.runs = new RunsViewModel(context);
    restartable.bind(workbench.runProperty().isNotNull());
    workbench
        .dataProperty()
        .subscribe(set -> validated.set(set == null || !set.get(Split.VALID).isEmpty()));
  }

  // Properties

  public SettingsForm settings() {
    return settings;
  }

  /** The bound on the sequences of each step, nats per time step. */
  public Measured trainBound() {
    return trainBound;
  }

  /** The bound on the validation sequences, nats per time step. */
  public Measured validBound() {
    return validBound;
  }

  /** Squared distance between a validation frame and its one-sample prediction. */
  public Measured predictionError() {
    return predictionError;
  }

  public Measured gradientNorm() {
    return gradientNorm;
  }

  /** The running variance of the learning signal. */
  public Measured signalVariance() {
    return signalVariance;
  }

  /** Share of the hidden units that are on. */
  public Measured unitsOn() {
    return unitsOn;
  }

  /** The runs that are kept. */
  public RunsViewModel runs() {
    return runs;
  }

  /** Changes whenever a curve has changed. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Whether there are sequences to validate on, as far as is known. */
  public ReadOnlyBooleanProperty validatedProperty() {
    return validated.getReadOnlyProperty();
  }

  /** Whether there is a run to start over. */
  public ReadOnlyBooleanProperty restartableProperty() {
    return restartable.getReadOnlyProperty();
  }

  /** Which data the run needs to go on, as a sentence; empty where it has them. */
  public ReadOnlyStringProperty needsProperty() {
    return workbench.needsProperty();
  }

  /** What stands below the title of the saved plot: what was trained on what. */
  public String pictureSubtitle() {
    return shown == null
        ? MESSAGES.get("bound.unit")
        : MESSAGES.format("bound.of", shown.about().name(), shown.architecture().variant());
  }

  // Commands

  /** Takes in what the run has measured since the last time. */
  public void refresh() {
    Run run = workbench.runProperty().get();
    if (run != shown || (run != null && run.curve().edition() != edition)) {
      startOver(run);
    }
    if (run == null || taken == run.curve().points().size()) {
      return;
    }
    int until = Math.min(run.curve().points().size(), taken + MOST_PER_REFRESH);
    for (CurvePoint point : run.curve().points().subList(taken, until)) {
      for (Measured measured : all) {
        measured.curve.add(point.iteration(), measured.value.applyAsDouble(point));
      }
    }
    taken = until;
    showLatest();
    revision.set(revision.get() + 1);
  }

  /** Begins from the start: at the next Train, or at once where that is what Train would do. */
  public void newRun() {
    workbench.newRun();
  }

  /** Saves the plot as a picture. */
  public void savePicture(Raster picture) {
    exports.save(
        MESSAGES.get("export.png"),
        fileName("png"),
        Exports.PNG,
        (out, progress) -> Png.write(picture, out));
  }

  /** Saves every point of the run as a table. */
  public void saveCsv() {
    if (shown == null) {
      return;
    }
    List<CurvePoint> points = List.copyOf(shown.curve().points());
    exports.save(
        MESSAGES.get("export.csv"),
        fileName("csv"),
        Exports.CSV,
        (out, progress) -> {
          Writer table = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CurveCsv.write(points, table);
          table.flush();
        });
  }

  private void startOver(Run run) {
    shown = run;
    taken = 0;
    edition = run == null ? 0 : run.curve().edition();
    all.forEach(
        measured -> {
          measured.curve.clear();
          measured.latest.set(Readable.fixed(Double.NaN, 0));
        });
    revision.set(revision.get() + 1);
  }

  private void showLatest() {
    for (Measured measured : all) {
      Curve curve = measured.curve;
      if (curve.size() > 0) {
        double last = curve.y(curve.size() - 1);
        measured.latest.set(
            measured == unitsOn ? Readable.percent(last) : Readable.significant(last));
      }
    }
  }

  private String fileName(String extension) {
    String name = shown == null ? "curve" : shown.about().name();
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-bound." + extension;
  }
}
