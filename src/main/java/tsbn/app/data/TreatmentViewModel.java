package tsbn.app.data;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tsbn.app.support.Entry;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Workbench;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.Notation;
import tsbn.data.motion.RootCoding;
import tsbn.data.source.SourceOptions;

/**
 * What is done to motions before a model sees them. Each step can be changed or left out, which
 * opens the data again with another option; nothing is ever lost.
 */
public final class TreatmentViewModel {
  private static final Messages MESSAGES = Messages.of(TreatmentViewModel.class);
  private static final List<String> OPTIONS =
      List.of("fps", "angles", "root", "constant", "standardise", "chunk", "recipe");
  private static final int MOST_FRAMES = 1_000_000;

  private final Workbench workbench;
  private final Entry<Double> rate =
      Entry.ofDouble(this::requireRate, typed -> reopen("fps", plain(typed)));
  private final Entry<Integer> chunk =
      Entry.ofInt(this::requireChunk, typed -> reopen("chunk", typed == 0 ? null : "" + typed));
  private final BooleanProperty continuous = new SimpleBooleanProperty();
  private final BooleanProperty relative = new SimpleBooleanProperty();
  private final BooleanProperty drop = new SimpleBooleanProperty();
  private final BooleanProperty standardise = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper recipe = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper free = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper turns = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper recorded = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper steps = new ReadOnlyStringWrapper("");
  private boolean showing;

  TreatmentViewModel(Workbench workbench) {
    this.workbench = workbench;
    reopenOn(continuous, "angles", "continuous", "recorded");
    reopenOn(relative, "root", "relative", "absolute");
    reopenOn(drop, "constant", "drop", "keep");
    reopenOn(standardise, "standardise", "true", "false");
    workbench.dataProperty().subscribe(this::show);
    // What could not be opened in that way is as it was.
    workbench.busyProperty().addListener((observable, was, is) -> show(openSet()));
  }

  // Properties

  /** Whether the open data are motions. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** Frames a second of what a model sees. */
  public Entry<Double> rate() {
    return rate;
  }

  /** {@code of 120 recorded}. */
  public ReadOnlyStringProperty recordedProperty() {
    return recorded.getReadOnlyProperty();
  }

  /** Whether full turns are taken out of angles that jump. */
  public BooleanProperty continuousProperty() {
    return continuous;
  }

  /** Whether there are angles that could jump. */
  public ReadOnlyBooleanProperty turnsProperty() {
    return turns.getReadOnlyProperty();
  }

  /** Whether the root is given by the body's own velocities rather than by where it is. */
  public BooleanProperty relativeProperty() {
    return relative;
  }

  /** Whether the root can be given so. */
  public ReadOnlyBooleanProperty freeProperty() {
    return free.getReadOnlyProperty();
  }

  /** Whether constant channels are left out. */
  public BooleanProperty dropProperty() {
    return drop;
  }

  /** {@code 59 of 62 kept}. */
  public ReadOnlyStringProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** Whether each channel is shifted and scaled. */
  public BooleanProperty standardiseProperty() {
    return standardise;
  }

  /** Frames of the pieces that sequences are cut in; 0 for whole ones. */
  public Entry<Integer> chunk() {
    return chunk;
  }

  /** All steps in words, a sentence a line. */
  public ReadOnlyStringProperty stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** Whether something is not as it is where nothing is said. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Whether the motions are of the kind that the MIT recipe is for, and are not treated so. */
  public ReadOnlyBooleanProperty recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  // Commands

  /**
   * Opens the data as the paper's authors treated theirs; the recipe allows no option beside it.
   */
  public void useRecipe() {
    workbench.open(SourceOptions.of(options().place()).with("recipe", "mit").source());
  }

  /** Opens the data as where nothing is said. */
  public void restore() {
    workbench.open(options().without(OPTIONS).source());
  }

  // How

  private SequenceSet openSet() {
    return workbench.dataProperty().get();
  }

  private SourceOptions options() {
    return SourceOptions.of(openSet().source());
  }

  private void reopenOn(BooleanProperty property, String option, String yes, String no) {
    property.addListener((observable, was, is) -> reopen(option, is ? yes : no));
  }

  /** A recipe says all at once, so it goes with the first step that is changed. */
  private void reopen(String option, String value) {
    if (!showing && any.get()) {
      SourceOptions now = options().without(List.of("recipe"));
      workbench.open(
          (value == null ? now.without(List.of(option)) : now.with(option, value)).source());
    }
  }

  private void show(SequenceSet data) {
    showing = true;
    any.set(data != null && data.meaning() instanceof FrameMeaning.Motion);
    if (any.get()) {
      show((FrameMeaning.Motion) data.meaning());
    }
    showing = false;
  }

  private void show(FrameMeaning.Motion motion) {
    MotionCoding coding = motion.coding();
    SourceOptions options = options();
    rate.show(coding.frameRate());
    recorded.set(
        MESSAGES.format("treatment.recorded", Readable.significant(coding.recordedRate())));
    continuous.set(coding.continuous());
    turns.set(motion.skeleton().notation() != Notation.EXPONENTIAL);
    relative.set(coding.root() != RootCoding.ABSOLUTE);
    free.set(MotionCodec.rootCanBeRelative(motion.skeleton()));
    drop.set(!"keep".equals(options.get("constant")));
    kept.set(
        MESSAGES.format(
            "treatment.kept",
            Readable.count(coding.units()),
            Readable.count(coding.columns().columns())));
    standardise.set(coding.columns().scales());
    chunk.show(coding.chunk());
    steps.set(String.join("\n", coding.steps()));
    recipe.set(
        motion.skeleton().notation() == Notation.EXPONENTIAL && options.get("recipe") == null);
    changed.set(OPTIONS.stream().anyMatch(option -> options.get(option) != null));
  }

  private void requireRate(double typed) {
    if (!(typed >= 1 && typed <= MotionCoding.MOST_FRAMES_PER_SECOND)) {
      throw new IllegalArgumentException(MESSAGES.get("treatment.rate.range"));
    }
  }

  private void requireChunk(int typed) {
    if (typed != 0 && (typed < 2 || typed > MOST_FRAMES)) {
      throw new IllegalArgumentException(
          MESSAGES.format("treatment.chunk.range", Readable.count(MOST_FRAMES)));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
