package tsbn.app.dictionary;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.AppContext;
import tsbn.app.support.Exports;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Run;
import tsbn.app.support.Snapshot;
import tsbn.app.support.Symbols;
import tsbn.app.support.Workbench;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.Split;
import tsbn.evaluate.UnitUse;
import tsbn.math.RandomStream;
import tsbn.model.sbn.TemporalSbn;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.KeyRange;
import tsbn.picture.Palette;
import tsbn.picture.Png;

/** What each hidden unit draws, live while the page is shown, and one unit looked at closely. */
public final class DictionaryViewModel {
  private static final Messages MESSAGES = Messages.of(DictionaryViewModel.class);

  /** A snapshot at every fifth of the window's refreshes: about three a second. */
  private static final int REFRESHES_PER_SNAPSHOT = 5;

  /** While training, the use of units is measured again every ninetieth: every six seconds. */
  private static final int REFRESHES_PER_USE = 90;

  private static final int MEASURED_SEQUENCES = 10;
  private static final int PICTURE_TILE = 90;

  /**
   * The tiles.
   *
   * @param weights J x M; not to be modified
   * @param order tile to unit; not to be modified
   * @param limit the size of weight that gets the full colour
   */
  public record Tiles(FrameMeaning meaning, FMatrixRMaj weights, int[] order, float limit) {}

  private final Workbench workbench;
  private final Exports exports;
  private final Latest measuring;
  private final Latest searching;
  private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.INDEX);
  private final ReadOnlyObjectWrapper<Tiles> tiles = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Unit> unit = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper selectedTile = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private Snapshot snapshot;
  private Dictionary dictionary;
  private UnitUse use;
  private KeyRange keys;
  private int selectedUnit;
  private boolean shown;
  private int refreshes;

  public DictionaryViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.exports = new Exports(context);
    this.measuring = new Latest(context.tasks());
    this.searching = new Latest(context.tasks());
    sort.addListener((observable, before, after) -> resort());
    workbench.snapshotProperty().addListener((observable, before, after) -> take());
    workbench.runProperty().addListener((observable, before, after) -> runChanged());
    any.bind(tiles.isNotNull());
    runChanged();
  }

  // Properties

  /** The tiles; null before training. */
  public ReadOnlyObjectProperty<Tiles> tilesProperty() {
    return tiles.getReadOnlyProperty();
  }

  /** Whether there is a dictionary. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** What order the tiles are in. While training it stays; choosing it again sorts anew. */
  public ObjectProperty<Sort> sortProperty() {
    return sort;
  }

  /** The tile of the chosen unit; -1 without tiles. */
  public ReadOnlyIntegerProperty selectedTileProperty() {
    return selectedTile.getReadOnlyProperty();
  }

  /** The chosen unit; null without tiles. */
  public ReadOnlyObjectProperty<Unit> unitProperty() {
    return unit.getReadOnlyProperty();
  }

  /** {@code columns of W₂, layer 1 → visible}. */
  public ReadOnlyStringProperty subtitleProperty() {
    return subtitle.getReadOnlyProperty();
  }

  /** {@code 100 units after iteration 14,400}. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** What stands here while there are no tiles. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  // Commands

  /** The page is on the screen. */
  public void shown() {
    shown = true;
    refreshes = 0;
    workbench.requestSnapshot();
    take();
    if (use == null) {
      measureUse();
    }
  }

  /** The page is off the screen. */
  public void hidden() {
    shown = false;
    measuring.cancel();
  }

  /** Called some fifteen times a second while shown. */
  public void refresh() {
    refreshes++;
    if (refreshes % REFRESHES_PER_SNAPSHOT == 0 && (workbench.running() || outdated())) {
      workbench.requestSnapshot();
    }
    if (refreshes % REFRESHES_PER_USE == 0 && workbench.running()) {
      measureUse();
    }
  }

  /** Chooses the unit of a tile. */
  public void select(int tile) {
    if (tiles.get() != null && tile >= 0 && tile < tiles.get().order().length) {
      selectedUnit = tiles.get().order()[tile];
      selectedTile.set(tile);
      showUnit();
    }
  }

  /** Sorts by what is known now. */
  public void resort() {
    if (dictionary != null) {
      showTiles(dictionary.order(sort.get(), use));
    }
  }

  /** {@code Unit 17, norm 3.1}: what a tile is. */
  public String describe(int tile) {
    if (tiles.get() == null || tile < 0 || tile >= tiles.get().order().length) {
      return "";
    }
    int described = tiles.get().order()[tile];
    return MESSAGES.format("tile", described + 1, Readable.significant(dictionary.norm(described)));
  }

  /** Saves all tiles as a picture. */
  public void savePicture(boolean dark) {
    Tiles pictured = tiles.get();
    if (pictured == null) {
      return;
    }
    DictionaryPicture picture = new DictionaryPicture(pictured.meaning(), Palette.of(dark));
    exports.save(
        MESSAGES.get("save"),
        MESSAGES.get("save.name"),
        Exports.PNG,
        (out, progress) ->
            Png.write(picture.sheet(pictured.weights(), pictured.order(), PICTURE_TILE), out));
  }

  // How

  /** Whether the model has moved on since the last snapshot. */
  private boolean outdated() {
    return snapshot == null || snapshot.iteration() != workbench.gaugesProperty().get().iteration();
  }

  private void runChanged() {
    measuring.cancel();
    snapshot = null;
    dictionary = null;
    use = null;
    keys = null;
    selectedUnit = 0;
    tiles.set(null);
    unit.set(null);
    selectedTile.set(-1);
    status.set("");
    boolean none = workbench.runProperty().get() == null;
    empty.set(MESSAGES.get(none ? "empty" : "empty.wait"));
    findKeys();
    if (shown) {
      workbench.requestSnapshot();
    }
  }

  /** Of a piano only the keys in use are shown; to find them takes a moment in a large set. */
  private void findKeys() {
    searching.cancel();
    Run run = workbench.runProperty().get();
    if (run != null && run.data().meaning() instanceof FrameMeaning.PianoRoll) {
      searching.start(
          MESSAGES.get("keys"),
          progress -> KeyRange.of(run.data().all(), progress),
          found -> {
            keys = found;
            if (dictionary != null) {
              dictionary = Dictionary.of(snapshot, keys);
              showTiles(tiles.get().order());
            }
          },
          sentence -> status.set(sentence));
    }
  }

  private void take() {
    Snapshot latest = workbench.snapshotProperty().get();
    if (!shown || latest == null || latest == snapshot) {
      return;
    }
    boolean first = dictionary == null;
    snapshot = latest;
    dictionary = Dictionary.of(latest, keys);
    subtitle.set(MESSAGES.format("subtitle", Symbols.written(dictionary.symbol())));
    status.set(
        MESSAGES.format(
            "status", Readable.count(dictionary.units()), Readable.count(dictionary.iteration())));
    boolean keep = !first && workbench.running();
    showTiles(keep ? tiles.get().order() : dictionary.order(sort.get(), use));
    if (first || !workbench.running()) {
      measureUse();
    }
  }

  private void showTiles(int[] order) {
    tiles.set(new Tiles(dictionary.meaning(), dictionary.weights(), order, dictionary.limit()));
    selectedTile.set(
        IntStream.range(0, order.length)
            .filter(i -> order[i] == selectedUnit)
            .findFirst()
            .orElse(-1));
    showUnit();
  }

  private void showUnit() {
    unit.set(Unit.of(dictionary, use, selectedUnit));
  }

  /** Lets q loose on some sequences; the tiles are sorted again if they wait for it. */
  private void measureUse() {
    if (snapshot == null || measuring.activeProperty().get()) {
      return;
    }
    TemporalSbn model = snapshot.model();
    List<Sequence> sequences = snapshot.data().get(Split.VALID);
    List<Sequence> all = sequences.isEmpty() ? snapshot.data().get(Split.TRAIN) : sequences;
    List<Sequence> some = all.subList(0, Math.min(MEASURED_SEQUENCES, all.size()));
    measuring.start(
        MESSAGES.get("measure"),
        progress -> UnitUse.of(model.copy(), some, new RandomStream(1), progress),
        this::used,
        sentence -> status.set(sentence));
  }

  private void used(UnitUse measured) {
    boolean first = use == null;
    use = measured;
    if (dictionary != null && measured.shareOn().length == dictionary.units()) {
      boolean waited = sort.get() == Sort.USE && (first || !workbench.running());
      showTiles(waited ? dictionary.order(Sort.USE, use) : tiles.get().order());
    }
  }
}
