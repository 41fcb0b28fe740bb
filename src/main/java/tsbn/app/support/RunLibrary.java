package tsbn.app.support;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tsbn.data.DataFormatException;
import tsbn.experiment.RunLabel;
import tsbn.experiment.RunStore;
import tsbn.experiment.StoredRun;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer.Gauges;
import tsbn.picture.Curve;

/** The runs that are kept, the latest first. On the FX thread; files are read by workers. */
public final class RunLibrary {
  private static final Messages MESSAGES = Messages.of(RunLibrary.class);

  /** From here on old runs let go of the models to look back at. */
  private static final long MOST_BYTES = 8L << 30;

  private static final Duration KEPT_IN_TRASH = Duration.ofDays(30);

  /** The present run's curves have the first two colours. */
  private static final int FIRST_COLOUR = 2;

  private static final int MOST_COLOURS = 10;

  /** Iterations after which the line of the present run is written anew. */
  private static final int LOOK_EVERY = 100;

  private final Workbench workbench;
  private final RunStore store;
  private final BackgroundTasks tasks;
  private final Notices notices;
  private final Latest listing;
  private final SeedRepeats repeats;
  private final ObservableList<RunItem> items = FXCollections.observableArrayList();
  private final ObservableList<RunItem> itemsView = FXCollections.unmodifiableObservableList(items);
  private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper trash = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Path> discarded = new ReadOnlyObjectWrapper<>();

  RunLibrary(Workbench workbench, RunStore store, BackgroundTasks tasks, Notices notices) {
    this.workbench = workbench;
    this.store = store;
    this.tasks = tasks;
    this.notices = notices;
    this.listing = new Latest(tasks);
    this.repeats = new SeedRepeats(workbench, notices);
    workbench.runProperty().addListener((observable, was, is) -> look());
    workbench
        .gaugesProperty()
        .addListener(
            (observable, was, is) -> {
              if (was == null || is.iteration() / LOOK_EVERY != was.iteration() / LOOK_EVERY) {
                showPresent(is);
              } else if (is.state() != was.state()) {
                showPresent(is);
              }
            });
  }

  // Properties

  /** All runs. */
  public ObservableList<RunItem> items() {
    return itemsView;
  }

  /** What was thrown away last and can be taken back; null for nothing. */
  public ReadOnlyObjectProperty<Path> discardedProperty() {
    return discarded.getReadOnlyProperty();
  }

  /** How many runs there are, and what they take of the disk; empty before that is known. */
  public ReadOnlyStringProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }

  /** Whether there is anything in the trash. */
  public ReadOnlyBooleanProperty trashProperty() {
    return trash.getReadOnlyProperty();
  }

  /** The latest run that was ended from outside while it was trained. */
  public Optional<RunItem> cutOff() {
    return items.stream()
        .filter(item -> item.cutOff() && !item.presentProperty().get())
        .findFirst();
  }

  /** What trains a run again with other seeds. */
  public SeedRepeats repeats() {
    return repeats;
  }

  // Commands

  /** Lets go of what was thrown away long ago, and lists what there is; once, at the start. */
  public void begin() {
    tasks.start(
        MESSAGES.get("library.listing"),
        progress -> {
          store.emptyTrash(Instant.now().minus(KEPT_IN_TRASH));
          store.thin(MOST_BYTES);
          return null;
        },
        done -> look(),
        sentence -> look());
  }

  /** Lists what there is now. */
  public void look() {
    listing.start(
        MESSAGES.get("library.listing"),
        progress -> new Found(store.list(), store.size()),
        found -> {
          show(found.runs());
          show(found.size());
        },
        sentence -> {}); // what was listed before stays
  }

  /** Deletes for good what is in the trash. */
  public void emptyTrash() {
    discarded.set(null);
    tasks.start(
        MESSAGES.get("library.emptying"),
        progress -> {
          store.emptyTrash(Instant.MAX);
          return null;
        },
        done -> look(),
        notices::error);
  }

  /** Opens a run in place of the present one. */
  public void open(RunItem item) {
    workbench.open(item.folder().toString());
  }

  /** Takes over data, model and settings of a run, to begin another. */
  public void beginLike(RunItem item) {
    StoredRun run = item.run();
    workbench.beginLike(run.experiment(), run.data().kind(), () -> {});
  }

  /** Calls a run something else; an empty name gives it its usual one back. */
  public void rename(RunItem item, String name) {
    say(item, item.labelProperty().get().withName(name));
  }

  /** Notes something about a run. */
  public void note(RunItem item, String note) {
    say(item, item.labelProperty().get().withNote(note));
  }

  /** Gives a run a star, or takes it. */
  public void star(RunItem item) {
    say(item, item.labelProperty().get().withStar(!item.labelProperty().get().starred()));
  }

  /** Draws the curve of a run beside the present one's, or no longer. */
  public void toggle(RunItem item) {
    RunLabel label = item.labelProperty().get();
    if (label.shown()) {
      item.draw(null);
      say(item, label.notShown());
    } else {
      say(item, label.shownIn(freeColour()));
      read(item);
    }
  }

  /** Throws a run away; it can be taken back. The present run is let go of first. */
  public void discard(RunItem item) {
    if (item.presentProperty().get()) {
      if (workbench.running()) {
        notices.error(MESSAGES.get("library.running"));
        return;
      }
      workbench.dropRun();
    }
    items.remove(item);
    tasks.start(
        MESSAGES.get("library.discarding"),
        progress -> {
          workbench.keeping().awaitClosed(item.folder());
          return store.discard(item.folder());
        },
        gone -> {
          discarded.set(gone);
          notices.info(MESSAGES.format("library.discarded", item.titleProperty().get()));
          look();
        },
        sentence -> {
          notices.error(sentence);
          look();
        });
  }

  /** Takes back what was thrown away last. */
  public void restore() {
    Path gone = discarded.get();
    if (gone != null) {
      discarded.set(null);
      tasks.start(
          MESSAGES.get("library.restoring"),
          progress -> store.restore(gone),
          back -> look(),
          notices::error);
    }
  }

  // How

  private record Found(List<StoredRun> runs, RunStore.Size size) {}

  private void show(RunStore.Size now) {
    trash.set(now.trash() > 0);
    String runs = Readable.count(items.size(), MESSAGES.get("run"), MESSAGES.get("run.many"));
    size.set(
        now.trash() > 0
            ? MESSAGES.format(
                "library.size.trash", runs, Readable.bytes(now.runs()), Readable.bytes(now.trash()))
            : MESSAGES.format("library.size", runs, Readable.bytes(now.runs())));
  }

  private void show(List<StoredRun> runs) {
    Run open = workbench.runProperty().get();
    Map<Path, RunItem> known = new HashMap<>();
    items.forEach(item -> known.put(item.folder(), item));
    List<RunItem> now = new ArrayList<>();
    for (StoredRun run : runs) {
      RunItem item = known.get(run.folder());
      if (item == null) {
        item = new RunItem(run);
        if (run.label().shown()) {
          read(item);
        }
      } else {
        item.show(run);
      }
      item.present(open != null && open.isIn(run.folder()));
      now.add(item);
    }
    items.stream().filter(item -> !now.contains(item)).forEach(item -> item.present(false));
    if (!now.equals(items)) {
      items.setAll(now);
    }
    showPresent(workbench.gaugesProperty().get());
  }

  private void showPresent(Gauges gauges) {
    items.stream().filter(item -> item.presentProperty().get()).forEach(item -> item.show(gauges));
  }

  private void say(RunItem item, RunLabel label) {
    item.say(label);
    tasks.start(
        MESSAGES.get("library.labelling"),
        progress -> {
          item.writeLabel();
          return null;
        },
        done -> {},
        notices::error);
  }

  private int freeColour() {
    List<Integer> taken =
        items.stream()
            .map(item -> item.labelProperty().get())
            .filter(RunLabel::shown)
            .map(RunLabel::colour)
            .toList();
    return IntStream.range(FIRST_COLOUR, MOST_COLOURS)
        .filter(colour -> !taken.contains(colour))
        .findFirst()
        .orElse(FIRST_COLOUR + taken.size() % (MOST_COLOURS - FIRST_COLOUR));
  }

  private void read(RunItem item) {
    Consumer<Curve> then =
        drawn -> {
          if (item.labelProperty().get().shown()) {
            item.draw(drawn);
          }
        };
    tasks.start(
        MESSAGES.format("library.reading", item.titleProperty().get()),
        progress -> curve(item.run(), item.titleProperty().get()),
        then,
        notices::error);
  }

  private static Curve curve(StoredRun run, String name) throws DataFormatException {
    return bound(run.curve(), name);
  }

  /**
   * The bound over the iterations: on validation where there is one, otherwise on what it learned
   * from.
   */
  public static Curve bound(List<CurvePoint> points, String name) {
    boolean validated = points.stream().anyMatch(CurvePoint::validated);
    Curve curve = new Curve(name);
    for (CurvePoint point : points) {
      curve.add(point.iteration(), validated ? point.validBound() : point.trainBound());
    }
    return curve;
  }
}
