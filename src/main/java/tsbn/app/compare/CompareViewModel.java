package tsbn.app.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import tsbn.app.support.AppContext;
import tsbn.app.support.Entry;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Run;
import tsbn.app.support.RunItem;
import tsbn.app.support.Workbench;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.evaluate.Protocol;
import tsbn.experiment.Comparison;
import tsbn.experiment.ComparisonRow;
import tsbn.experiment.PaperFigures;

/** The runs that are compared on the open data: the present one and those that were added. */
public final class CompareViewModel {
  private static final Messages MESSAGES = Messages.of(CompareViewModel.class);

  private static final int SAMPLES = 100;
  private static final int MOST_SAMPLES = 10_000;

  /** The present run's iterations are shown anew at every fifteenth refresh: once a second. */
  private static final int REFRESHES_PER_LOOK = 15;

  private final AppContext context;
  private final Workbench workbench;
  private final Measurements measurements;
  private final Latest reading;
  private final CompareExports exports;
  private final ObservableList<RunEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<Split> splits = FXCollections.observableArrayList();
  private final ObjectProperty<Split> split = new SimpleObjectProperty<>();
  private final Entry<Integer> samples =
      Entry.ofInt(CompareViewModel::requireSamples, number -> protocolChanged());
  private final ReadOnlyObjectWrapper<CompareSheet> sheet =
      new ReadOnlyObjectWrapper<>(CompareSheet.EMPTY);
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private int refreshes;
  private int shownIteration;

  public CompareViewModel(AppContext context) {
    this.context = context;
    this.workbench = context.workbench();
    this.measurements = new Measurements(context, this::show);
    this.reading = new Latest(context.tasks());
    this.exports = new CompareExports(context);
    samples.show(SAMPLES);
    entries.addListener((ListChangeListener<RunEntry>) change -> show());
    split.addListener((observable, before, after) -> protocolChanged());
    workbench.runProperty().addListener((observable, before, after) -> runChanged());
    workbench.dataProperty().subscribe(this::dataChanged);
  }

  // Properties

  /** The runs beside the present one, in the order of their rows. */
  public ObservableList<RunEntry> entries() {
    return entries;
  }

  /** The table in words. */
  public ReadOnlyObjectProperty<CompareSheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** Whether there is anything to show. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** What stands here while there is nothing. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** {@code 3 runs, 1 to measure}, or what is being measured. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The splits that have sequences. */
  public ObservableList<Split> splits() {
    return splits;
  }

  /** What is measured on; null without data. */
  public ObjectProperty<Split> splitProperty() {
    return split;
  }

  /** How many samples of the hidden states are averaged. */
  public Entry<Integer> samples() {
    return samples;
  }

  /** Whether there is something that is not measured yet. */
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  /** Whether something is being measured. */
  public ReadOnlyBooleanProperty busyProperty() {
    return measurements.busyProperty();
  }

  /** How much of the present row is measured, in [0, 1]; -1 while unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return measurements.progressProperty();
  }

  /** What takes the table away. */
  public CompareExports exports() {
    return exports;
  }

  // Commands

  /** Asks for the folder of a run, or one that holds runs, and adds what is there. */
  public void add() {
    context.dialogs().openFolder(MESSAGES.get("add.title")).ifPresent(this::add);
  }

  /** Adds the runs of the open data that are kept, as the Train page lists them. */
  public void addKept() {
    List<RunItem> kept =
        workbench.library().items().stream()
            .filter(item -> item.learnedFrom(data()) && item.iteration() > 0)
            .toList();
    List<Path> folders = kept.stream().map(RunItem::folder).toList();
    List<String> names = kept.stream().map(item -> item.titleProperty().get()).toList();
    if (kept.isEmpty()) {
      context.notices().info(MESSAGES.get("kept.none"));
      return;
    }
    reading.start(
        MESSAGES.get("kept.adding"),
        progress -> RunEntry.read(folders, names, progress),
        this::add,
        context.notices()::error);
  }

  /** Takes an added run out of the table. */
  public void remove(int entry) {
    entries.remove(entry);
  }

  /** Measures what is not measured yet, one row after the other. */
  public void evaluate() {
    samples.commit();
    if (!samples.problemProperty().get().isEmpty()) {
      context.notices().error(samples.problemProperty().get());
    } else if (any.get()) {
      measurements.start(data(), protocol(), workbench.runProperty().get(), entries);
    }
  }

  /** Stops measuring; what is measured stays. */
  public void cancel() {
    measurements.cancel();
    show();
  }

  /** Called some fifteen times a second while shown. */
  public void refresh() {
    int iteration = workbench.gaugesProperty().get().iteration();
    if (++refreshes % REFRESHES_PER_LOOK == 0 && iteration != shownIteration) {
      show();
    }
  }

  // How

  private SequenceSet data() {
    return workbench.dataProperty().get();
  }

  private Protocol protocol() {
    return Protocol.of(split.get(), samples.value());
  }

  private static void requireSamples(int number) {
    if (number < 1 || number > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          MESSAGES.format("samples.range", Readable.count(MOST_SAMPLES)));
    }
  }

  private void add(Path folder) {
    reading.start(
        MESSAGES.format("adding", folder.getFileName()),
        progress -> RunEntry.read(folder, progress),
        this::add,
        context.notices()::error);
  }

  private void add(RunEntry.Found found) {
    found.problems().forEach(context.notices()::error);
    Run present = workbench.runProperty().get();
    found.entries().stream()
        .filter(entry -> present == null || !present.isIn(Path.of(entry.place())))
        .filter(entry -> entries.stream().noneMatch(old -> old.place().equals(entry.place())))
        .forEach(entries::add);
    if (data() == null && !found.entries().isEmpty()) {
      String source = found.entries().get(0).run().experiment().data();
      if (!source.isBlank()) {
        workbench.open(source);
      }
    }
  }

  private void runChanged() {
    measurements.forgetPresent();
    show();
  }

  private void dataChanged(SequenceSet set) {
    measurements.forget();
    Split last = split.get();
    List<Split> filled =
        set == null
            ? List.of()
            : Arrays.stream(Split.values()).filter(each -> !set.get(each).isEmpty()).toList();
    splits.setAll(filled);
    split.set(
        filled.isEmpty() ? null : filled.contains(last) ? last : filled.get(filled.size() - 1));
    show();
  }

  private void protocolChanged() {
    measurements.forget();
    show();
  }

  /** Puts the rows together as far as they are known. */
  private void show() {
    shownIteration = workbench.gaugesProperty().get().iteration();
    Run run = workbench.runProperty().get();
    boolean rows = data() != null && split.get() != null && !(run == null && entries.isEmpty());
    any.set(rows);
    empty.set(MESSAGES.get(data() == null ? "empty" : "empty.runs"));
    int left = rows ? measurements.left(run, entries) : 0;
    possible.set(left > 0);
    if (!rows) {
      sheet.set(CompareSheet.EMPTY);
      exports.show(null);
      return;
    }
    List<ComparisonRow> all = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    if (run != null) {
      all.add(measurements.present(run));
      origins.add(MESSAGES.get("present.tip"));
      numbers.add(-1);
    }
    for (RunEntry entry : entries) {
      all.add(measurements.row(entry));
      origins.add(entry.place());
      numbers.add(numbers.size() - (run == null ? 0 : 1));
    }
    all.addAll(measurements.baselines());
    all.addAll(PaperFigures.of(data(), split.get()));
    while (origins.size() < all.size()) {
      origins.add("");
      numbers.add(-1);
    }
    Comparison table = Comparison.of(data(), protocol(), all);
    exports.show(table);
    CompareSheet words = CompareSheet.of(table, origins, numbers);
    if (!words.equals(sheet.get())) {
      sheet.set(words);
    }
    sayStatus(run, left);
  }

  private void sayStatus(Run run, int left) {
    int runs = entries.size() + (run == null ? 0 : 1);
    String count = Readable.count(runs, MESSAGES.get("run"), MESSAGES.get("runs"));
    if (busyProperty().get()) {
      status.set(MESSAGES.format("status.busy", measurements.current()));
    } else if (left == 0) {
      status.set(count);
    } else if (run != null && measurements.outdated(run)) {
      status.set(MESSAGES.get("status.outdated"));
    } else {
      status.set(MESSAGES.format("status.left", count, Readable.count(left)));
    }
  }
}
