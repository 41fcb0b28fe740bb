package tsbn.app.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import tsbn.app.support.AppContext;
import tsbn.app.support.Job;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Run;
import tsbn.app.support.Work;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.evaluate.Protocol;
import tsbn.experiment.BaselineRows;
import tsbn.experiment.ComparisonRow;
import tsbn.experiment.FittingData;
import tsbn.experiment.SavedRun;

/**
 * The measured rows of a comparison. They are measured one after the other, each by a job of its
 * own, so that a row is there as soon as it is known and stays when the others are cancelled. On
 * the FX thread.
 */
final class Measurements {
  private static final Messages MESSAGES = Messages.of(Measurements.class);

  private final AppContext context;
  private final Runnable changed;
  private final Latest measuring;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final Map<RunEntry, ComparisonRow> rows = new HashMap<>();
  private ComparisonRow present;
  private SavedRun presentCopy;
  private int presentIteration;
  private List<ComparisonRow> baselines;
  private FrameMeaning basis;
  private String current = "";

  /**
   * None yet.
   *
   * @param changed called when a row has come or work has begun or ended
   */
  Measurements(AppContext context, Runnable changed) {
    this.context = context;
    this.changed = changed;
    this.measuring = new Latest(context.tasks());
  }

  ReadOnlyBooleanProperty busyProperty() {
    return measuring.activeProperty();
  }

  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What is being measured. */
  String current() {
    return current;
  }

  // What is known

  /** The row of the present run. */
  ComparisonRow present(Run run) {
    int done = run.gaugesProperty().get().iteration();
    double seconds = run.gaugesProperty().get().seconds();
    return present == null
        ? ComparisonRow.of(MESSAGES.get("present"), run.experiment(), done, seconds)
        : present;
  }

  /** The row of an added run. */
  ComparisonRow row(RunEntry entry) {
    ComparisonRow row = rows.get(entry);
    return row == null ? ComparisonRow.of(entry.name(), entry.run()) : row;
  }

  /** Those of the baselines; none before they are measured. */
  List<ComparisonRow> baselines() {
    return baselines == null ? List.of() : baselines;
  }

  /** Whether the present run has trained on since it was measured. */
  boolean outdated(Run run) {
    return present != null && presentIteration != run.gaugesProperty().get().iteration();
  }

  /** How many runs are to be measured, or 1 if only the baselines are. */
  int left(Run run, List<RunEntry> entries) {
    boolean own = run != null && (present == null || outdated(run));
    int left = (own ? 1 : 0) + (int) entries.stream().filter(e -> !rows.containsKey(e)).count();
    return left == 0 && baselines == null ? 1 : left;
  }

  // Commands

  /** Forgets everything: the numbers are to be of other data, or by another protocol. */
  void forget() {
    measuring.cancel();
    rows.clear();
    baselines = null;
    basis = null;
    forgetPresent();
  }

  /** Forgets the present run: there is another. */
  void forgetPresent() {
    measuring.cancel();
    present = null;
    presentCopy = null;
  }

  /** Drops what is being measured. */
  void cancel() {
    measuring.cancel();
  }

  /**
   * Measures what is not known yet.
   *
   * @param run the present one; null for none
   */
  void start(SequenceSet set, Protocol protocol, Run run, List<RunEntry> entries) {
    if (run == null || (present != null && !outdated(run))) {
      next(set, protocol, entries);
      return;
    }
    String name = MESSAGES.get("present");
    int iteration = run.gaugesProperty().get().iteration();
    current = name;
    run.keep(
        measuring,
        MESSAGES.format("measuring", name),
        saved -> {
          presentCopy = saved;
          measure(
              name,
              saved,
              new Task(set, protocol, entries),
              row -> {
                present = row;
                presentIteration = iteration;
              });
        },
        this::failed);
    changed.run();
  }

  // How

  /** What all measurements of a series have in common. */
  private record Task(SequenceSet set, Protocol protocol, List<RunEntry> entries) {}

  /** A row, and what the frames stood for when it was measured. */
  private record Outcome(ComparisonRow row, FrameMeaning basis) {}

  private void next(SequenceSet set, Protocol protocol, List<RunEntry> entries) {
    Task task = new Task(set, protocol, entries);
    for (RunEntry entry : entries) {
      if (!rows.containsKey(entry)) {
        measure(entry.name(), entry.run(), task, row -> rows.put(entry, row));
        return;
      }
    }
    if (baselines == null) {
      measureBaselines(task);
    } else {
      changed.run();
    }
  }

  private List<SavedRun> runs(Task task) {
    List<SavedRun> runs = new ArrayList<>();
    if (presentCopy != null) {
      runs.add(presentCopy);
    }
    task.entries().forEach(entry -> runs.add(entry.run()));
    return runs;
  }

  private void measure(String name, SavedRun run, Task task, Consumer<ComparisonRow> keep) {
    List<SavedRun> all = runs(task);
    start(
        name,
        work -> {
          try {
            SequenceSet common = FittingData.common(task.set(), all);
            SavedRun own =
                new SavedRun(run.experiment(), run.data(), run.curve(), run.model().copy());
            ComparisonRow row = ComparisonRow.measured(name, own, common, task.protocol(), work);
            return new Outcome(row, common.meaning());
          } catch (DataFormatException refused) {
            return new Outcome(ComparisonRow.of(name, run).noted(refused.getMessage()), null);
          }
        },
        outcome -> {
          rebase(outcome.basis());
          keep.accept(outcome.row());
          next(task.set(), task.protocol(), task.entries());
        });
  }

  /** Numbers of motions in other units are no longer comparable. */
  private void rebase(FrameMeaning meaning) {
    if (meaning != null && basis != null && !meaning.equals(basis)) {
      rows.clear();
      baselines = null;
    }
    basis = meaning == null ? basis : meaning;
  }

  private void measureBaselines(Task task) {
    List<SavedRun> all = runs(task);
    start(
        MESSAGES.get("baselines"),
        work -> {
          try {
            SequenceSet seen = all.isEmpty() ? task.set() : FittingData.common(task.set(), all);
            return BaselineRows.of(seen, task.protocol().split(), work);
          } catch (DataFormatException refused) {
            return BaselineRows.of(task.set(), task.protocol().split(), work);
          }
        },
        found -> {
          baselines = found;
          changed.run();
        });
  }

  private <T> void start(String name, Work<T> work, Consumer<T> done) {
    current = name;
    Job job = measuring.start(MESSAGES.format("measuring", name), work, done, this::failed);
    if (job.activeProperty().get()) {
      progress.bind(job.progressProperty());
    }
    changed.run();
  }

  private void failed(String sentence) {
    context.notices().error(sentence);
    changed.run();
  }
}
