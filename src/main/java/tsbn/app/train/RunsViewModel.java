package tsbn.app.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import tsbn.app.support.AppContext;
import tsbn.app.support.Choice;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Remembered;
import tsbn.app.support.RunFiles;
import tsbn.app.support.RunItem;
import tsbn.app.support.RunLibrary;
import tsbn.app.support.Workbench;
import tsbn.experiment.RunArchive;
import tsbn.learn.Trainer.Gauges;
import tsbn.picture.Curve;
import tsbn.picture.CurveBand;
import tsbn.picture.CurveSeries;

/** The runs that are kept, those of the open data or all, and the one that is chosen. */
public final class RunsViewModel {
  private static final Messages MESSAGES = Messages.of(RunsViewModel.class);

  /** How many runs a repetition comes to. */
  private static final int REPEATS = 5;

  /** Times between two checkpoints to choose from. */
  private static final List<Duration> INTERVALS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15));

  private final Workbench workbench;
  private final RunFiles files;
  private final Choice<Duration> saveEvery;
  private final RunLibrary library;
  private final FilteredList<RunItem> items;
  private final BooleanProperty allData = new SimpleBooleanProperty();
  private final ObjectProperty<RunItem> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
  private final BooleanProperty mean = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper repeated = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper restorable = new ReadOnlyBooleanWrapper();
  private final ObservableList<CurveSeries> curves = FXCollections.observableArrayList();

  private final Set<RunItem> watched = Collections.newSetFromMap(new WeakHashMap<>());

  /** Whose name and note are being edited. */
  private RunItem edited;

  RunsViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.library = workbench.library();
    this.files = new RunFiles(context);
    Remembered remembered = context.remembered();
    this.saveEvery =
        new Choice<>(
            INTERVALS,
            RunsViewModel::text,
            chosen -> {
              remembered.saveEveryProperty().set(chosen);
              remembered.save();
            });
    remembered.saveEveryProperty().subscribe(is -> saveEvery.show(is));
    this.items = new FilteredList<>(library.items());
    restorable.bind(library.discardedProperty().isNotNull());
    chosen.addListener((observable, was, is) -> choose(is));
    mean.addListener((observable, was, is) -> draw());
    allData.addListener((observable, was, is) -> filter());
    workbench.dataProperty().subscribe(this::filter);
    items.addListener((ListChangeListener<RunItem>) change -> watch(change));
    items.forEach(this::watch);
    workbench.gaugesProperty().map(Gauges::state).subscribe(state -> draw());
  }

  // Properties

  /** Those that are listed. */
  public FilteredList<RunItem> items() {
    return items;
  }

  /** Whether runs of other data than the open ones are listed, too. */
  public BooleanProperty allDataProperty() {
    return allData;
  }

  /** The one that is chosen; null for none. */
  public ObjectProperty<RunItem> chosenProperty() {
    return chosen;
  }

  /** Whether that is the one that the window shows. */
  public ReadOnlyBooleanProperty presentProperty() {
    return present.getReadOnlyProperty();
  }

  /** Whether a run that was thrown away can be taken back. */
  public ReadOnlyBooleanProperty restorableProperty() {
    return restorable.getReadOnlyProperty();
  }

  /** What is being repeated; empty for nothing. */
  public ReadOnlyStringProperty repeatingProperty() {
    return library.repeats().statusProperty();
  }

  /** Whether runs that differ in their seed alone are drawn as their mean and range. */
  public BooleanProperty meanProperty() {
    return mean;
  }

  /** Whether there are such runs among those that are drawn. */
  public ReadOnlyBooleanProperty repeatedProperty() {
    return repeated.getReadOnlyProperty();
  }

  /** How many runs there are, and what they take of the disk. */
  public ReadOnlyStringProperty sizeProperty() {
    return library.sizeProperty();
  }

  /** Whether there is anything in the trash. */
  public ReadOnlyBooleanProperty trashProperty() {
    return library.trashProperty();
  }

  /** Time between two checkpoints of a run in training. */
  public Choice<Duration> saveEvery() {
    return saveEvery;
  }

  private static String text(Duration interval) {
    return interval.toSeconds() < 60
        ? MESSAGES.format("runs.seconds", interval.toSeconds() + "")
        : MESSAGES.format("runs.minutes", interval.toMinutes() + "");
  }

  /** The curves to draw beside the present run's. */
  public ObservableList<CurveSeries> curves() {
    return curves;
  }

  // Commands

  /** Notes whose name and note are typed from now on; null for nobody's. */
  void edit(RunItem item) {
    edited = item;
  }

  /** Takes over what was typed. */
  public void say(String name, String note) {
    if (edited != null) {
      if (!edited.labelProperty().get().name().equals(name.strip())) {
        library.rename(edited, name);
        draw();
      }
      if (!edited.labelProperty().get().note().equals(note.strip())) {
        library.note(edited, note);
      }
    }
  }

  /** Draws the curve of a run, or no longer. */
  public void toggle(RunItem item) {
    library.toggle(item);
  }

  /** Gives a run a star, or takes it. */
  public void star(RunItem item) {
    library.star(item);
  }

  /** Opens the chosen run. */
  public void open() {
    library.open(chosen.get());
  }

  /** Takes over data, model and settings of the chosen run. */
  public void beginLike() {
    library.beginLike(chosen.get());
  }

  /** Trains the chosen run with other seeds. */
  public void repeat() {
    library.repeats().start(chosen.get(), REPEATS);
  }

  /**
   * Asks where to and writes the chosen run as one file.
   *
   * @param data with the files that it learned from
   * @param checkpoints with the models of earlier moments
   */
  public void share(boolean data, boolean checkpoints) {
    Set<RunArchive.Extra> extras = EnumSet.noneOf(RunArchive.Extra.class);
    if (data) {
      extras.add(RunArchive.Extra.DATA);
    }
    if (checkpoints) {
      extras.add(RunArchive.Extra.REWIND);
    }
    files.share(chosen.get(), extras);
  }

  /** Deletes for good what is in the trash. */
  public void emptyTrash() {
    library.emptyTrash();
  }

  /** Throws the chosen run away. */
  public void discard() {
    edited = null;
    library.discard(chosen.get());
  }

  /** Takes back what was thrown away last. */
  public void restore() {
    library.restore();
  }

  // How

  private void choose(RunItem item) {
    present.unbind();
    if (item == null) {
      present.set(false);
    } else {
      present.bind(item.presentProperty());
    }
  }

  private void filter() {
    items.setPredicate(item -> allData.get() || item.learnedFrom(workbench.dataProperty().get()));
  }

  private void watch(ListChangeListener.Change<? extends RunItem> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::watch);
    }
    draw();
  }

  private void watch(RunItem item) {
    if (watched.add(item)) {
      item.curveProperty().addListener((observable, was, is) -> draw());
      item.presentProperty().addListener((observable, was, is) -> draw());
    }
  }

  private void draw() {
    List<RunItem> drawn =
        items.stream().filter(item -> item.curveProperty().get() != null || stands(item)).toList();
    List<List<RunItem>> groups = new ArrayList<>();
    for (RunItem item : drawn) {
      groups.stream()
          .filter(group -> group.get(0).repeats(item))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(item), () -> groups.add(new ArrayList<>(List.of(item))));
    }
    repeated.set(groups.stream().anyMatch(group -> group.size() > 1));
    List<CurveSeries> series = new ArrayList<>();
    for (List<RunItem> group : groups) {
      if (mean.get() && group.size() > 1) {
        series.add(band(group));
      } else {
        group.stream()
            .filter(item -> !item.presentProperty().get()) // it is drawn in any case
            .forEach(item -> series.add(line(item)));
      }
    }
    curves.setAll(series);
  }

  /** Whether it is the present run, and not being trained: then its curve can be averaged. */
  private boolean stands(RunItem item) {
    return item.presentProperty().get() && !workbench.running();
  }

  private Curve curve(RunItem item) {
    return stands(item)
        ? RunLibrary.bound(workbench.runProperty().get().curve().points(), "")
        : item.curveProperty().get();
  }

  private static CurveSeries line(RunItem item) {
    int colour = item.labelProperty().get().colour();
    return new CurveSeries(item.curveProperty().get(), colour, false, true);
  }

  private CurveSeries band(List<RunItem> group) {
    List<Curve> runs = group.stream().map(this::curve).filter(each -> each.size() > 0).toList();
    RunItem first =
        group.stream().filter(item -> !item.presentProperty().get()).findFirst().orElseThrow();
    String name = MESSAGES.format("runs.mean.of", first.modelText(), Readable.count(runs.size()));
    int colour = first.labelProperty().get().colour();
    return runs.isEmpty() ? line(first) : CurveSeries.of(CurveBand.of(name, runs), colour);
  }
}
