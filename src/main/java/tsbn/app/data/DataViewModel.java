package tsbn.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tsbn.app.support.AppContext;
import tsbn.app.support.Clip;
import tsbn.app.support.DataText;
import tsbn.app.support.Entry;
import tsbn.app.support.Exports;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Theme;
import tsbn.app.support.Workbench;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.data.source.SourceOptions;
import tsbn.picture.Camera;
import tsbn.picture.Film;
import tsbn.picture.Palette;
import tsbn.picture.Png;

/** The open data: where else to get some, what it is, and one of its sequences to play. */
public final class DataViewModel {
  private static final Messages MESSAGES = Messages.of(DataViewModel.class);

  private final AppContext context;
  private final Workbench workbench;
  private final Exports exports;
  private final Latest rendering;
  private final ObservableList<GalleryItem> gallery = FXCollections.observableArrayList();
  private final ObservableList<Facts.Fact> facts = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper warnings = new ReadOnlyStringWrapper("");
  private final ObservableList<Split> splits = FXCollections.observableArrayList();
  private final ObjectProperty<Split> split = new SimpleObjectProperty<>();
  private final Entry<Integer> number;
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Clip> shown = new ReadOnlyObjectWrapper<>();
  private final TreatmentViewModel treatment;
  private final CurvesViewModel curves = new CurvesViewModel();
  private String place = "";
  private int index;

  /**
   * Data that one click opens.
   *
   * @param builtin whether it comes with the program; otherwise it is a recent file
   */
  public record GalleryItem(String source, String title, String description, boolean builtin) {}

  public DataViewModel(AppContext context) {
    this.context = context;
    this.workbench = context.workbench();
    this.exports = new Exports(context);
    this.rendering = new Latest(context.tasks());
    this.number = Entry.ofInt(this::requireNumber, typed -> choose(typed - 1));
    split.addListener((observable, was, is) -> choose(0));
    context.remembered().recentFiles().subscribe(this::listGallery);
    listGallery();
    this.treatment = new TreatmentViewModel(workbench);
    shown.addListener((observable, was, is) -> curves.show(is));
    workbench.dataProperty().subscribe(this::show);
  }

  // Properties

  /** Built-in sets, then recent files. */
  public ObservableList<GalleryItem> gallery() {
    return gallery;
  }

  /** What was found on opening; empty without data. */
  public ObservableList<Facts.Fact> facts() {
    return facts;
  }

  /** What is odd but usable, one sentence a line; empty if nothing is. */
  public ReadOnlyStringProperty warningsProperty() {
    return warnings.getReadOnlyProperty();
  }

  /** The splits that have sequences. */
  public ObservableList<Split> splits() {
    return splits;
  }

  /** The split whose sequences are played. */
  public ObjectProperty<Split> splitProperty() {
    return split;
  }

  /** Which sequence of the split is played, counted from 1. */
  public Entry<Integer> number() {
    return number;
  }

  /** {@code of 2,000}. */
  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** {@code video 12}; empty without data. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** The sequence in the player; null without data. */
  public ReadOnlyObjectProperty<Clip> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What is done to motions before a model sees them. */
  public TreatmentViewModel treatment() {
    return treatment;
  }

  /** Which joint's curves stand below a motion. */
  public CurvesViewModel curves() {
    return curves;
  }

  // Commands

  /** Opens an item of the gallery. */
  public void open(GalleryItem item) {
    workbench.open(item.source());
  }

  /** Asks for a file and opens it. */
  public void openFile() {
    context.openFile();
  }

  /**
   * Saves every frame of the sequence in the player, or the poses of a body, as one picture.
   *
   * @param camera from where a body is looked at
   */
  public void savePicture(Camera camera) {
    Clip clip = shown.get();
    if (clip != null) {
      Palette palette = Palette.of(context.remembered().themeProperty().get() == Theme.DARK);
      exports.save(
          MESSAGES.get("export"),
          title.get().replaceAll("[^\\p{Alnum}_]+", "-") + ".png",
          Exports.PNG,
          (out, progress) -> Png.write(film(clip, camera, palette).still(), out));
    }
  }

  /** Goes on to another sequence of the split, around at its ends. */
  public void skip(int by) {
    if (split.get() != null) {
      choose(Math.floorMod(index + by, sequences().size()));
    }
  }

  // How

  private static Film film(Clip clip, Camera camera, Palette palette) {
    return clip.meaning() instanceof FrameMeaning.Motion motion
        ? new Film(motion, clip.frames(), clip.figure(), 0, camera, palette)
        : new Film(clip.meaning(), clip.frames(), 0, null, clip.range(), palette);
  }

  private void listGallery() {
    List<GalleryItem> items = new ArrayList<>();
    DataSources.builtins()
        .forEach(
            set -> items.add(new GalleryItem(set.source(), set.title(), set.description(), true)));
    for (String recent : context.remembered().recentFiles()) {
      Path path = Path.of(SourceOptions.of(recent).place());
      String folder = path.getParent() == null ? "" : path.getParent().toString();
      items.add(new GalleryItem(recent, path.getFileName().toString(), folder, false));
    }
    gallery.setAll(items);
  }

  private void show(SequenceSet data) {
    if (data == null) {
      place = "";
      split.set(null);
      splits.clear();
      facts.clear();
      warnings.set("");
      title.set("");
      rendering.cancel();
      shown.set(null);
      return;
    }
    facts.setAll(Facts.of(data, workbench.factsProperty().get()));
    warnings.set(String.join("\n", data.warnings()));
    List<Split> present = new ArrayList<>(List.of(Split.values()));
    present.removeIf(each -> data.get(each).isEmpty());
    String before = place;
    Split splitBefore = split.get();
    int indexBefore = index;
    place = SourceOptions.of(data.source()).place();
    // The same motions treated in another way go on with the same sequence.
    boolean same = place.equals(before) && present.contains(splitBefore);
    splits.setAll(present);
    split.set(null);
    split.set(same ? splitBefore : Split.TRAIN);
    if (same && indexBefore < sequences().size()) {
      choose(indexBefore);
    }
  }

  private List<Sequence> sequences() {
    return workbench.dataProperty().get().get(split.get());
  }

  private void requireNumber(int typed) {
    int last = split.get() == null ? 1 : sequences().size();
    if (typed < 1 || typed > last) {
      throw new IllegalArgumentException(MESSAGES.format("number.range", Readable.count(last)));
    }
  }

  private void choose(int other) {
    if (split.get() == null) {
      return;
    }
    SequenceSet data = workbench.dataProperty().get();
    Sequence sequence = sequences().get(other);
    index = other;
    number.show(other + 1);
    count.set(MESSAGES.format("number.of", Readable.count(sequences().size())));
    title.set(DataText.sequence(data, split.get(), other));
    rendering.start(
        MESSAGES.get("rendering"),
        progress -> Clip.of(data, sequence),
        shown::set,
        context.notices()::error);
  }
}
