package tsbn.app.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import tsbn.app.support.Clip;
import tsbn.app.support.DataText;
import tsbn.app.support.Entry;
import tsbn.app.support.Exports;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.SequenceChoice;
import tsbn.app.support.Sound;
import tsbn.app.support.Theme;
import tsbn.app.support.Workbench;
import tsbn.app.support.YearNames;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.data.source.SourceOptions;
import tsbn.picture.Camera;
import tsbn.picture.Palette;
import tsbn.picture.Png;

/** The open data: where else to get some, what it is, and one of its sequences to play. */
public final class DataViewModel {
  private static final Messages MESSAGES = Messages.of(DataViewModel.class);

  /** What a sentence adds for the command line; here a panel has it. */
  private static final Pattern OPTION = Pattern.compile(" \\(\\?[^)]*\\)");

  private final AppContext context;
  private final Workbench workbench;
  private final Sound sound;
  private final Exports exports;
  private final Latest rendering;
  private final ObservableList<GalleryItem> gallery = FXCollections.observableArrayList();
  private final ObservableList<Facts.Fact> facts = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper warnings = new ReadOnlyStringWrapper("");
  private final SequenceChoice choice = new SequenceChoice(this::play, this::play);
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Clip> shown = new ReadOnlyObjectWrapper<>();
  private final TreatmentViewModel treatment;
  private final WordsViewModel words;
  private final ScoreViewModel score;
  private final CurvesViewModel curves = new CurvesViewModel();
  private final ReadOnlyBooleanWrapper bodiless = new ReadOnlyBooleanWrapper();
  private String place = "";
  private int opened;

  /**
   * Data that one click opens.
   *
   * @param builtin whether it comes with the program; otherwise it is a recent file
   */
  public record GalleryItem(String source, String title, String description, boolean builtin) {}

  public DataViewModel(AppContext context) {
    this.context = context;
    this.workbench = context.workbench();
    this.sound = context.sound();
    this.exports = new Exports(context);
    this.rendering = new Latest(context.tasks());
    context.remembered().recentFiles().subscribe(this::listGallery);
    listGallery();
    this.treatment = new TreatmentViewModel(workbench);
    this.words = new WordsViewModel(context);
    this.score = new ScoreViewModel(workbench, context.remembered());
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
    return choice.splits();
  }

  /** The split whose sequences are played. */
  public ObjectProperty<Split> splitProperty() {
    return choice.splitProperty();
  }

  /** Which sequence of the split is played, counted from 1. */
  public Entry<Integer> number() {
    return choice.number();
  }

  /** {@code of 2,000}. */
  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** {@code video 12}; empty without data. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What the frames in the player are called; null where they have no names. */
  public IntFunction<String> frameNames() {
    return YearNames.of(choice.years());
  }

  /** The sequence in the player; null without data. */
  public ReadOnlyObjectProperty<Clip> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Whether the open data may be motions that lack their skeleton. */
  public ReadOnlyBooleanProperty bodilessProperty() {
    return bodiless.getReadOnlyProperty();
  }

  /** How often other data were opened; the same in another treatment are not other ones. */
  public int opened() {
    return opened;
  }

  /** What is done to motions before a model sees them. */
  public TreatmentViewModel treatment() {
    return treatment;
  }

  /** Which words of texts a model sees. */
  public WordsViewModel words() {
    return words;
  }

  /** How MIDI files become frames. */
  public ScoreViewModel score() {
    return score;
  }

  /** Which joint's curves stand below a motion. */
  public CurvesViewModel curves() {
    return curves;
  }

  /** What music is heard with. */
  public Sound sound() {
    return sound;
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

  /** Asks for the skeleton whose channels the open data are, and opens them as its motions. */
  public void chooseSkeleton() {
    context
        .dialogs()
        .open(MESSAGES.get("skeleton"), new FileType(MESSAGES.get("skeleton.type"), "asf"))
        .ifPresent(
            file ->
                workbench.open(
                    SourceOptions.of(choice.data().source())
                        .without(List.of("standardise"))
                        .with("skeleton", file.toAbsolutePath().toString())
                        .source()));
  }

  /** Real channels of a MATLAB file; other sources of motions bring their skeleton. */
  private static boolean lacksBody(SequenceSet data) {
    return data != null
        && data.kind() == DataKind.REAL
        && data.meaning() instanceof FrameMeaning.Channels
        && SourceOptions.of(data.source()).place().toLowerCase(Locale.ROOT).endsWith(".mat");
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
          (out, progress) -> Png.write(clip.film(camera, palette).still(), out));
    }
  }

  /** Goes on to another sequence of the split, around at its ends. */
  public void skip(int by) {
    if (choice.data() != null) {
      choice.number().show(Math.floorMod(choice.index() + by, choice.sequences().size()) + 1);
      play();
    }
  }

  // How

  private void listGallery() {
    List<GalleryItem> items = new ArrayList<>();
    DataSources.builtins()
        .forEach(
            set -> items.add(new GalleryItem(set.source(), set.title(), set.description(), true)));
    for (String recent : context.remembered().recentFiles()) {
      Path path = Path.of(SourceOptions.of(recent).place());
      String folder = path.getParent() == null ? "" : path.getParent().toString();
      items.add(new GalleryItem(recent, DataText.file(recent), folder, false));
    }
    gallery.setAll(items);
  }

  private void show(SequenceSet data) {
    bodiless.set(lacksBody(data));
    if (data == null) {
      place = "";
      choice.take(null);
      facts.clear();
      warnings.set("");
      title.set("");
      rendering.cancel();
      shown.set(null);
      return;
    }
    facts.setAll(Facts.of(data, workbench.factsProperty().get()));
    warnings.set(
        data.warnings().stream()
            .map(sentence -> OPTION.matcher(sentence).replaceAll(""))
            .collect(Collectors.joining("\n")));
    // The same motions treated in another way go on with the same sequence.
    String before = place;
    place = SourceOptions.of(data.source()).place();
    if (!place.equals(before)) {
      opened++;
      sayWhatIsOdd(data.warnings());
    }
    Split splitBefore = choice.splitProperty().get();
    int indexBefore = choice.index();
    boolean same =
        place.equals(before) && splitBefore != null && indexBefore < data.get(splitBefore).size();
    choice.take(data, same ? splitBefore : Split.TRAIN);
    if (same && indexBefore > 0) {
      choice.number().show(indexBefore + 1);
      play();
    }
  }

  /** What was left out of a folder may stand where nobody looks. */
  private void sayWhatIsOdd(List<String> remarks) {
    if (!remarks.isEmpty() && !place.startsWith("builtin:") && Files.isDirectory(Path.of(place))) {
      String first = OPTION.matcher(remarks.get(0)).replaceAll("");
      int more = remarks.size() - 1;
      context
          .notices()
          .hint(
              more == 0
                  ? first
                  : MESSAGES.format(
                      "remarks.more",
                      first,
                      Readable.count(
                          more, MESSAGES.get("remarks.one"), MESSAGES.get("remarks.many"))));
    }
  }

  /** Renders the chosen sequence. */
  private void play() {
    Sequence sequence = choice.sequence();
    if (sequence == null) {
      return;
    }
    count.set(MESSAGES.format("number.of", Readable.count(choice.sequences().size())));
    title.set(choice.title());
    SequenceSet data = choice.data();
    rendering.start(
        MESSAGES.get("rendering"),
        progress -> Clip.of(data, sequence),
        shown::set,
        context.notices()::error);
  }
}
