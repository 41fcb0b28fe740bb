package tsbn.app.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tsbn.app.support.AppContext;
import tsbn.app.support.DataText;
import tsbn.app.support.Entry;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Notices;
import tsbn.app.support.Readable;
import tsbn.app.support.Run;
import tsbn.app.support.SequenceChoice;
import tsbn.app.support.Snapshot;
import tsbn.app.support.Sound;
import tsbn.app.support.Workbench;
import tsbn.data.Split;
import tsbn.evaluate.UnitScores;
import tsbn.model.baseline.Rival;
import tsbn.picture.Camera;

/** Which sequence is predicted and with how many samples, and what comes of it. */
public final class PredictViewModel {
  private static final Messages MESSAGES = Messages.of(PredictViewModel.class);
  private static final int MOST_SAMPLES = 1000;

  /** Sequences of a split that the table lists at most. */
  static final int MOST_ROWS = 50;

  private final Workbench workbench;
  private final Sound sound;
  private final Notices notices;
  private final PredictExports exports;
  private final Latest predicting;
  private final Latest tabulating;
  private final SequenceChoice choice = new SequenceChoice(this::predictAll, this::predict);
  private final Entry<Integer> samples = Entry.ofInt(this::requireSamples, value -> predictAll());
  private final Entry<Long> seed = Entry.ofLong(value -> {}, value -> predictAll());
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Prediction> prediction = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ErrorRow> rows = FXCollections.observableArrayList();
  private final ObservableList<String> columns = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper scores = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private Snapshot model;
  private boolean awaitsSnapshot;

  public PredictViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.sound = context.sound();
    this.notices = context.notices();
    this.exports = new PredictExports(context);
    this.predicting = new Latest(context.tasks());
    this.tabulating = new Latest(context.tasks());
    samples.show(1);
    seed.show(1L);
    workbench.snapshotProperty().addListener((observable, before, after) -> snapshotArrived());
    workbench.runProperty().subscribe(this::runChanged);
  }

  // Properties

  /** The splits of the data the model learned from. */
  public ObservableList<Split> splits() {
    return choice.splits();
  }

  /** The split of the sequence; null without a run. */
  public ObjectProperty<Split> splitProperty() {
    return choice.splitProperty();
  }

  /** Which sequence of the split, counted from 1. */
  public Entry<Integer> number() {
    return choice.number();
  }

  /** How many samples of the hidden states are averaged; 1 is the paper's protocol. */
  public Entry<Integer> samples() {
    return samples;
  }

  public Entry<Long> seed() {
    return seed;
  }

  /** Whether there is a model, and data to predict. */
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  /** What is shown; null before the first time. */
  public ReadOnlyObjectProperty<Prediction> predictionProperty() {
    return prediction.getReadOnlyProperty();
  }

  /** The errors by sequence; empty until they are known. */
  public ObservableList<ErrorRow> rows() {
    return rows;
  }

  /** Whose errors the table has: the model, then its rivals. */
  public ObservableList<String> columns() {
    return columns;
  }

  /** The means over the table's sequences in words; empty until they are known. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** How well it is foretold which units are on, in words; empty where they are not binary. */
  public ReadOnlyStringProperty scoresProperty() {
    return scores.getReadOnlyProperty();
  }

  /** What stands here while there is nothing to show. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** What music is heard with. */
  public Sound sound() {
    return sound;
  }

  // Commands

  /** The page is on the screen: where the model has learned more, it predicts anew. */
  public void shown() {
    int iteration = workbench.gaugesProperty().get().iteration();
    if (possible.get() && (model == null || model.iteration() != iteration)) {
      renew();
    }
  }

  /** Predicts with the model as it is now. */
  public void renew() {
    if (possible.get() && valid()) {
      awaitsSnapshot = true;
      workbench.requestSnapshot();
    }
  }

  /** Shows another sequence of the split, counted from 0. */
  public void choose(int index) {
    if (choice.index() != index) {
      choice.number().show(index + 1);
      predict();
    }
  }

  /**
   * Saves truth, expectation and difference as an animation.
   *
   * @param camera from where bodies are looked at
   */
  public void saveGif(Camera camera, boolean dark) {
    exports.gif(prediction.get(), camera, dark);
  }

  /**
   * Saves all frames of the three as one picture.
   *
   * @param camera from where bodies are looked at
   */
  public void savePicture(Camera camera, boolean dark) {
    exports.picture(prediction.get(), camera, dark);
  }

  /** Saves the errors by frame of the sequence shown as a table. */
  public void saveFrames() {
    exports.frames(prediction.get());
  }

  /** Saves the errors by sequence as a table. */
  public void saveTable() {
    exports.table(List.copyOf(columns), List.copyOf(rows));
  }

  // How

  private void runChanged(Run run) {
    awaitsSnapshot = false;
    model = null;
    predicting.cancel();
    tabulating.cancel();
    prediction.set(null);
    clearTable();
    boolean any = run != null && run.data() != null;
    possible.set(any);
    String state = run == null ? "empty" : any ? "empty.ready" : "empty.without";
    empty.set(MESSAGES.get(state));
    if (any && run.data() != choice.data()) {
      choice.take(run.data());
    }
  }

  private void clearTable() {
    rows.clear();
    summary.set("");
    scores.set("");
  }

  private boolean valid() {
    for (Entry<?> entry : List.of(choice.number(), samples, seed)) {
      if (!entry.problemProperty().get().isEmpty()) {
        notices.error(entry.problemProperty().get());
        return false;
      }
    }
    return true;
  }

  private void snapshotArrived() {
    Snapshot latest = workbench.snapshotProperty().get();
    if (awaitsSnapshot && latest != null) {
      awaitsSnapshot = false;
      model = latest;
      predictAll();
    }
  }

  private void predictAll() {
    predict();
    tabulate();
  }

  private PredictRequest request() {
    return new PredictRequest(model, choice.splitProperty().get(), samples.value(), seed.value());
  }

  private boolean ready() {
    return model != null && model.data() == choice.data();
  }

  private void predict() {
    if (ready()) {
      PredictRequest request = request();
      int index = choice.index();
      predicting.start(
          MESSAGES.get("predicting"),
          progress -> request.one(index),
          prediction::set,
          notices::error);
    }
  }

  private void tabulate() {
    clearTable();
    if (!ready()) {
      return;
    }
    columns.setAll(MESSAGES.get("model"));
    for (Rival rival : PredictRequest.rivals(choice.data().meaning())) {
      columns.add(MESSAGES.get("rival." + rival.label()));
    }
    PredictRequest request = request();
    tabulating.start(
        MESSAGES.get("tabulating"),
        progress -> request.table(MOST_ROWS, progress),
        this::showTable,
        notices::error);
  }

  private void showTable(List<ErrorRow> found) {
    rows.setAll(found);
    List<String> means = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      double mean =
          found.stream()
              .mapToDouble(row -> row.errors().get(column))
              .filter(Double::isFinite)
              .average()
              .orElse(Double.NaN);
      means.add(columns.get(i) + " " + Readable.significant(mean));
    }
    boolean all = found.size() == choice.sequences().size();
    summary.set(
        MESSAGES.format(
            all ? "summary" : "summary.first",
            DataText.sequences(choice.data().meaning(), found.size()),
            String.join(", ", means)));
    scores.set(
        ScoresText.ofAll(
            choice.data().meaning(),
            found.stream()
                .map(ErrorRow::scores)
                .filter(Objects::nonNull)
                .reduce(UnitScores::plus)
                .orElse(null)));
  }

  private void requireSamples(int value) {
    if (value < 1 || value > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          MESSAGES.format("samples.range", Readable.count(MOST_SAMPLES)));
    }
  }
}
