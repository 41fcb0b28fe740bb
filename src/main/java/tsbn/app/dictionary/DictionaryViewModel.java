package tsbn.app.dictionary;

import java.util.stream.Collectors;
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
import tsbn.app.support.AppContext;
import tsbn.app.support.Choice;
import tsbn.app.support.Exports;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Run;
import tsbn.app.support.Snapshot;
import tsbn.app.support.Symbols;
import tsbn.app.support.Workbench;
import tsbn.data.FrameMeaning;
import tsbn.evaluate.UnitUse;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.Png;

/** What each hidden unit draws, live while the page is shown, and one unit looked at closely. */
public final class DictionaryViewModel {
  private static final Messages MESSAGES = Messages.of(DictionaryViewModel.class);

  /** A snapshot at every fifth of the window's refreshes: about three a second. */
  private static final int REFRESHES_PER_SNAPSHOT = 5;

  /** While training, the use of units is measured again every ninetieth: every six seconds. */
  private static final int REFRESHES_PER_USE = 90;

  private final Workbench workbench;
  private final Exports exports;
  private final Findings findings;
  private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.INDEX);
  private final Choice<Integer> layer = new Choice<>(this::layerTitle, this::showLayer);
  private final ReadOnlyBooleanWrapper deep = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(Scale.ALL);
  private final ReadOnlyObjectWrapper<Tiles> tiles = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Unit> unit = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper selectedTile = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private Snapshot snapshot;
  private Dictionary dictionary;
  private FrameMeaning meaning;
  private int selectedUnit;
  private int shownLayer = 1;
  private boolean shown;
  private int refreshes;

  public DictionaryViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.exports = new Exports(context);
    this.findings = new Findings(context.tasks());
    sort.addListener((observable, before, after) -> resort());
    scale.addListener((observable, before, after) -> showAgain());
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

  /** The hidden layer whose units are shown. */
  public Choice<?> layer() {
    return layer;
  }

  /** Whether there is more than one hidden layer to choose from. */
  public ReadOnlyBooleanProperty deepProperty() {
    return deep.getReadOnlyProperty();
  }

  /** Whether there is a dictionary. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** What order the tiles are in. While training it stays; choosing it again sorts anew. */
  public ObjectProperty<Sort> sortProperty() {
    return sort;
  }

  /**
   * Which weight gets the full colour: for music each unit's strongest to begin with, since few
   * strong units would leave the others blank; otherwise one for all.
   */
  public ObjectProperty<Scale> scaleProperty() {
    return scale;
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
    if (findings.use() == null) {
      measureUse();
    }
  }

  /** The page is off the screen. */
  public void hidden() {
    shown = false;
    findings.cancelMeasuring();
  }

  /** Called some fifteen times a second while shown. */
  public void refresh() {
    refreshes++;
    sayWhyEmpty();
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
      showTiles(dictionary.order(sort.get(), findings.use()));
    }
  }

  /** {@code Unit 17, norm 3.1}: what a tile is. */
  public String describe(int tile) {
    if (tiles.get() == null || tile < 0 || tile >= tiles.get().order().length) {
      return "";
    }
    int described = tiles.get().order()[tile];
    String text =
        MESSAGES.format("tile", described + 1, Readable.significant(dictionary.norm(described)));
    float[] weights = DictionaryPicture.row(dictionary.weights(), described);
    return Unit.chord(dictionary.meaning(), weights)
        .map(chord -> MESSAGES.format("tile.chord", text, chord))
        .orElse(text);
  }

  /** Saves all tiles as a picture. */
  public void savePicture(boolean dark) {
    Tiles pictured = tiles.get();
    if (pictured == null) {
      return;
    }
    exports.save(
        MESSAGES.get("save"),
        MESSAGES.get("save.name"),
        Exports.PNG,
        (out, progress) -> Png.write(pictured.sheet(dark), out));
  }

  // How

  /** Whether the model has moved on since the last snapshot. */
  private boolean outdated() {
    return snapshot == null || snapshot.iteration() != workbench.gaugesProperty().get().iteration();
  }

  private void runChanged() {
    findings.forget();
    snapshot = null;
    dictionary = null;
    selectedUnit = 0;
    tiles.set(null);
    unit.set(null);
    selectedTile.set(-1);
    status.set("");
    sayWhyEmpty();
    Run run = workbench.runProperty().get();
    if (run != null) {
      int depth = run.architecture().depth();
      shownLayer = 1;
      deep.set(depth > 1);
      layer.show(IntStream.rangeClosed(1, depth).boxed().toList(), 1);
      if (!run.about().meaning().equals(meaning)) {
        meaning = run.about().meaning();
        scale.set(meaning instanceof FrameMeaning.PianoRoll ? Scale.UNIT : Scale.ALL);
      }
      findings.findKeys(run, this::keysFound, status::set);
    }
    if (shown) {
      workbench.requestSnapshot();
    }
  }

  /** Where there is a trained run its tiles come in a moment, and nothing need be said. */
  private void sayWhyEmpty() {
    boolean none = workbench.runProperty().get() == null;
    boolean fresh =
        workbench.gaugesProperty().get().iteration() == 0
            && (none || !workbench.runProperty().get().broughtModel());
    empty.set(none ? MESSAGES.get("empty") : fresh ? MESSAGES.get("empty.wait") : "");
  }

  private String layerTitle(int number) {
    return MESSAGES.format("layer", number);
  }

  /** The units of another layer. */
  private void showLayer(int number) {
    shownLayer = number;
    selectedUnit = 0;
    findings.forgetUse();
    if (snapshot != null) {
      dictionary = Dictionary.of(snapshot, shownLayer, findings.keys());
      describeLayer();
      showTiles(dictionary.order(sort.get(), null));
      measureUse();
    }
  }

  private void describeLayer() {
    String symbols =
        dictionary.symbols().stream().map(Symbols::written).collect(Collectors.joining(" \u00b7 "));
    subtitle.set(
        MESSAGES.format(
            shownLayer == 1 ? "subtitle" : "subtitle.upper",
            dictionary.meaning() instanceof FrameMeaning.PianoRoll
                ? MESSAGES.format("subtitle.centred", symbols)
                : symbols,
            shownLayer));
    status.set(
        MESSAGES.format(
            "status", Readable.count(dictionary.units()), Readable.count(dictionary.iteration())));
  }

  private void keysFound() {
    if (dictionary != null) {
      dictionary = Dictionary.of(snapshot, shownLayer, findings.keys());
      showAgain();
    }
  }

  private void showAgain() {
    if (dictionary != null) {
      showTiles(tiles.get().order());
    }
  }

  private void take() {
    Snapshot latest = workbench.snapshotProperty().get();
    if (!shown || latest == null || latest == snapshot) {
      return;
    }
    boolean first = dictionary == null;
    snapshot = latest;
    dictionary = Dictionary.of(latest, shownLayer, findings.keys());
    describeLayer();
    boolean keep = !first && workbench.running();
    showTiles(keep ? tiles.get().order() : dictionary.order(sort.get(), findings.use()));
    if (first || !workbench.running()) {
      measureUse();
    }
  }

  private void showTiles(int[] order) {
    tiles.set(
        new Tiles(
            dictionary.meaning(),
            dictionary.weights(),
            order,
            dictionary.limits(scale.get()),
            scale.get()));
    selectedTile.set(tiles.get().tileOf(selectedUnit));
    showUnit();
  }

  private void showUnit() {
    unit.set(Unit.of(dictionary, findings.use(), selectedUnit, tiles.get().limits()[selectedUnit]));
  }

  private void measureUse() {
    if (snapshot != null) {
      boolean first = findings.use() == null;
      findings.measureUse(snapshot, shownLayer, () -> used(first), status::set);
    }
  }

  /** The tiles are sorted again if they waited for it. */
  private void used(boolean first) {
    UnitUse use = findings.use();
    if (dictionary != null && use.shareOn().length == dictionary.units()) {
      boolean waited = sort.get() == Sort.USE && (first || !workbench.running());
      showTiles(waited ? dictionary.order(Sort.USE, use) : tiles.get().order());
    }
  }
}
