package tsbn.app.generate;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ObservableList;
import tsbn.app.support.AppContext;
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
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.text.Years;
import tsbn.experiment.Generation;
import tsbn.experiment.StyleChange;
import tsbn.model.Feedback;

/** What the model is to make up, and what it made. */
public final class GenerateViewModel {
  private static final Messages MESSAGES = Messages.of(GenerateViewModel.class);
  private static final int FRAMES = 200;
  private static final int YEARS = 30;
  private static final long SEED = 42;

  private final Workbench workbench;
  private final Sound sound;
  private final Notices notices;
  private final DreamExports exports;
  private final Latest making;
  private final Entry<Integer> frames = Entry.ofInt(this::requireFrames, value -> {});
  private final SequenceChoice choice = new SequenceChoice(this::splitChosen, this::numberChosen);
  private final PrimerLength primer = new PrimerLength();
  private final Tempo tempo = new Tempo();
  private final Takes takes = new Takes();
  private final SecondPrimer second = new SecondPrimer();
  private final Entry<Long> seed = Entry.ofLong(value -> {}, value -> {});
  private final Entry<Double> temperature =
      Entry.ofDouble(GenerateViewModel::requireTemperature, value -> {});
  private final IntegerProperty samples = new SimpleIntegerProperty(1);
  private final IntegerProperty statesOf = new SimpleIntegerProperty();
  private final BooleanProperty feedMeans = new SimpleBooleanProperty();
  private final BooleanProperty outline = new SimpleBooleanProperty(true);
  private final BooleanProperty withinRange = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper realValued = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper grey = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Dream> dream = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private SequenceSet data;
  private boolean awaitsSnapshot;
  private boolean asked;
  private int madeAt;

  public GenerateViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.sound = context.sound();
    this.notices = context.notices();
    this.exports = new DreamExports(context, this::playing);
    this.making = new Latest(context.tasks());
    frames.show(FRAMES);
    seed.show(SEED);
    temperature.show(1.0);
    workbench.snapshotProperty().addListener((observable, before, after) -> snapshotArrived());
    workbench.runProperty().subscribe(this::runChanged);
  }

  // Properties

  /** How many frames to make. */
  public Entry<Integer> frames() {
    return frames;
  }

  /** How many sequences to make: 1 or 2. */
  public IntegerProperty samplesProperty() {
    return samples;
  }

  /** The sample whose hidden states are shown, from 0; a new dream shows the first one's. */
  public IntegerProperty statesOfProperty() {
    return statesOf;
  }

  /** The splits of the data the model learned from. */
  public ObservableList<Split> splits() {
    return choice.splits();
  }

  /** The split of the sequence that samples stand beside; null without a run. */
  public ObjectProperty<Split> splitProperty() {
    return choice.splitProperty();
  }

  /** Which sequence of the split, counted from 1. */
  public Entry<Integer> number() {
    return choice.number();
  }

  /** How much of its beginning the samples go on from. */
  public PrimerLength primer() {
    return primer;
  }

  /** Another primer on the way. */
  public SecondPrimer second() {
    return second;
  }

  public Entry<Long> seed() {
    return seed;
  }

  /** How fast what is made plays. */
  public Tempo tempo() {
    return tempo;
  }

  /** What was made before. */
  public Takes takes() {
    return takes;
  }

  /** At which temperature frames are drawn; see {@link Feedback}. */
  public Entry<Double> temperature() {
    return temperature;
  }

  /** Whether later frames see the expectation of a frame instead of a sample; for grey data. */
  public BooleanProperty feedMeansProperty() {
    return feedMeans;
  }

  /** Whether it is outlined over samples of music how the data goes on. */
  public BooleanProperty outlineProperty() {
    return outline;
  }

  /** Whether real values stay within the range of the data. */
  public BooleanProperty withinRangeProperty() {
    return withinRange;
  }

  /** Whether the data is there, and real-valued. */
  public ReadOnlyBooleanProperty realProperty() {
    return realValued.getReadOnlyProperty();
  }

  /** Whether the data is grey. */
  public ReadOnlyBooleanProperty greyProperty() {
    return grey.getReadOnlyProperty();
  }

  /** Whether there is data to stand beside and to be primed with. */
  public ReadOnlyBooleanProperty besideProperty() {
    return beside.getReadOnlyProperty();
  }

  /** Whether there is a model to make something up. */
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  /** What was made last; null before the first time. */
  public ReadOnlyObjectProperty<Dream> dreamProperty() {
    return dream.getReadOnlyProperty();
  }

  /** What stands here while nothing has been made. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** What music is heard with. */
  public Sound sound() {
    return sound;
  }

  /** What takes away as files what was made. */
  public DreamExports exports() {
    return exports;
  }

  // Commands

  /**
   * The page is on the screen. Where there is a model it shows something at once, and something new
   * whenever the model has learned more; but what the user asked for stays.
   */
  public void shown() {
    boolean outdated = madeAt != workbench.gaugesProperty().get().iteration();
    if (possible.get() && !asked && (dream.get() == null || outdated)) {
      request();
    }
  }

  /** Makes sequences with the model as it is now. */
  public void generate() {
    asked = true;
    request();
  }

  private void request() {
    List<Entry<?>> entries =
        new ArrayList<>(List.of(frames, choice.number(), temperature, tempo.perMinute(), seed));
    entries.addAll(primer.entries());
    entries.addAll(second.entries());
    for (Entry<?> entry : entries) {
      entry.commit();
      if (!entry.problemProperty().get().isEmpty()) {
        notices.error(entry.problemProperty().get());
        return;
      }
    }
    awaitsSnapshot = possible.get();
    workbench.requestSnapshot();
  }

  /** Shows again what was made before. */
  public void show(Takes.Take take) {
    if (take.dream() != dream.get()) {
      statesOf.set(0);
      dream.set(take.dream());
    }
  }

  /** The same with the next seed. */
  public void again() {
    seed.show(seed.value() + 1);
    generate();
  }

  // How

  /** What is shown, as fast as it plays; null where nothing is. */
  private Dream playing() {
    return dream.get() == null ? null : dream.get().at(tempo.framesPerSecondProperty().get());
  }

  private void runChanged(Run run) {
    awaitsSnapshot = false;
    asked = false;
    making.cancel();
    dream.set(null);
    possible.set(run != null);
    empty.set(MESSAGES.get(run == null ? "empty" : "empty.ready"));
    if (run == null || (data != null && run.data() == data)) {
      return;
    }
    int gone = takes.letGo(run.about().meaning());
    if (gone > 0) {
      notices.hint(
          MESSAGES.format(
              "takes.gone",
              Readable.count(
                  gone, MESSAGES.get("takes.gone.one"), MESSAGES.get("takes.gone.many"))));
    }
    tempo.take(run.about().meaning(), run.about().framesPerSecond());
    boolean before = data != null && data.meaning() instanceof FrameMeaning.Words;
    data = run.data();
    grey.set(run.about().kind() == DataKind.GREY);
    beside.set(data != null);
    realValued.set(data != null && data.kind() == DataKind.REAL);
    // Of words one wants to see the years to come; the test split has but the tokens held out.
    boolean words = run.about().meaning() instanceof FrameMeaning.Words;
    choice.take(data, words ? Split.TRAIN : null);
    if (words != before) {
      frames.show(words ? YEARS : FRAMES);
    }
    primer.take(run.about().meaning(), choice.sequence());
  }

  private void splitChosen() {
    second.take(choice.data(), choice.splitProperty().get());
  }

  private void numberChosen() {
    second.besides(choice.index());
  }

  private void snapshotArrived() {
    Snapshot latest = workbench.snapshotProperty().get();
    if (!awaitsSnapshot || latest == null) {
      return;
    }
    awaitsSnapshot = false;
    madeAt = latest.iteration();
    Sequence real = choice.sequence();
    int given = real == null ? 0 : primer.of(real.frames());
    if (primer.shortened()) {
      notices.hint(MESSAGES.format("primer.short", primer.text(given)));
    }
    String title = choice.title();
    Years years = choice.years();
    String status =
        MESSAGES.format("status", Readable.count(latest.iteration()), Long.toString(seed.value()));
    List<StyleChange> changes;
    try {
      changes = real == null ? List.of() : second.changes(real, given, frames.value());
    } catch (IllegalArgumentException e) {
      notices.error(e.getMessage());
      return;
    }
    DreamRequest request =
        new DreamRequest(
            latest,
            frames.value(),
            samples.get(),
            given,
            grey.get() && feedMeans.get(),
            temperature.value(),
            realValued.get() && withinRange.get(),
            changes,
            seed.value());
    String how = TakeText.of(request, primer.text(given), tempo.text());
    making.start(
        MESSAGES.get("making"),
        progress -> request.run(real, title, years, status, progress),
        made -> {
          statesOf.set(0);
          takes.add(made, how);
          dream.set(made);
        },
        notices::error);
  }

  private void requireFrames(int value) {
    if (value < 1 || value > Generation.MAX_FRAMES) {
      throw new IllegalArgumentException(
          MESSAGES.format("frames.range", Readable.count(Generation.MAX_FRAMES)));
    }
  }

  private static void requireTemperature(double value) {
    if (!(value >= Feedback.COLDEST && value <= Feedback.HOTTEST)) {
      throw new IllegalArgumentException(MESSAGES.get("temperature.range"));
    }
  }
}
