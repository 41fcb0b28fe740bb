package tsbn.app.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tsbn.app.support.Choice;
import tsbn.app.support.Entry;
import tsbn.app.support.Messages;
import tsbn.app.support.Remembered;
import tsbn.app.support.Workbench;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.data.music.Step;
import tsbn.data.source.DataSources;
import tsbn.data.source.SourceOptions;

/**
 * How MIDI files become frames. Each choice opens the same files again with another option; nothing
 * is ever lost. The length of a frame that was found automatically is found anew each time.
 */
public final class ScoreViewModel {
  private static final Messages MESSAGES = Messages.of(ScoreViewModel.class);
  private static final List<String> OPTIONS =
      List.of("step", "drums", "sustain", "valid", "test", "seed");
  private static final String FOUND = "";
  private static final String SECONDS = "s";
  private static final double SHORTEST = 0.001;
  private static final double LONGEST = 60;
  private static final int MOST_HELD_OUT = 90;

  /** What is held out where nothing is said, in per cent. */
  private static final int USUALLY_HELD_OUT = 10;

  private final Workbench workbench;
  private final Remembered remembered;
  private final Choice<String> step = new Choice<>(this::title, this::choose);
  private final Entry<Double> seconds =
      Entry.ofDouble(ScoreViewModel::requireSeconds, typed -> reopen("step", plain(typed) + "s"));
  private final BooleanProperty drums = new SimpleBooleanProperty();
  private final BooleanProperty pedal = new SimpleBooleanProperty();
  private final Entry<Integer> valid =
      Entry.ofInt(ScoreViewModel::requireShare, typed -> reopen("valid", share(typed)));
  private final Entry<Integer> test =
      Entry.ofInt(ScoreViewModel::requireShare, typed -> reopen("test", share(typed)));
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper inSeconds = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper divisible = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private String found = "";
  private boolean showing;

  ScoreViewModel(Workbench workbench, Remembered remembered) {
    this.workbench = workbench;
    this.remembered = remembered;
    drums.addListener((observable, was, is) -> reopen("drums", is ? "keep" : null));
    pedal.addListener((observable, was, is) -> reopen("sustain", is ? null : "false"));
    workbench.dataProperty().subscribe(data -> show());
    // How the files were asked for is remembered when they are open; and what could not be opened
    // in another way is as it was.
    remembered.recentFiles().addListener((Observable recent) -> show());
    workbench
        .busyProperty()
        .addListener(
            (observable, was, is) -> {
              if (!is) {
                show();
              }
            });
  }

  // Properties

  /** Whether the open data are MIDI files. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** How long a frame lasts: found automatically, a note value, or seconds. */
  public Choice<?> step() {
    return step;
  }

  /** Whether frames last seconds. */
  public ReadOnlyBooleanProperty inSecondsProperty() {
    return inSeconds.getReadOnlyProperty();
  }

  /** How many seconds. */
  public Entry<Double> seconds() {
    return seconds;
  }

  /** Whether drums are kept, as keys among the others. */
  public BooleanProperty drumsProperty() {
    return drums;
  }

  /** Whether the sustain pedal makes notes longer. */
  public BooleanProperty pedalProperty() {
    return pedal;
  }

  /** Whether a share of the pieces is held out, rather than those of a folder or of some names. */
  public ReadOnlyBooleanProperty divisibleProperty() {
    return divisible.getReadOnlyProperty();
  }

  /** What is held out to validate, in per cent. */
  public Entry<Integer> valid() {
    return valid;
  }

  /** What is held out to test, in per cent. */
  public Entry<Integer> test() {
    return test;
  }

  /** Whether something is not as it is where nothing is said. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  // Commands

  /** Opens the files as where nothing is said. */
  public void restore() {
    workbench.open(asked().without(OPTIONS).source());
  }

  // How

  private String title(String value) {
    if (value.equals(FOUND)) {
      return found.isEmpty()
          ? MESSAGES.get("score.step.find")
          : MESSAGES.format("score.step.found", found);
    }
    return value.equals(SECONDS)
        ? MESSAGES.get("score.step.seconds")
        : NoteNames.of(((Step.NoteValue) Step.parse(value)).parts());
  }

  private void choose(String value) {
    if (value.equals(SECONDS)) {
      double usual = 1 / workbench.dataProperty().get().framesPerSecond();
      double length = Math.rint(usual / SHORTEST) * SHORTEST;
      reopen("step", plain(Math.max(SHORTEST, Math.min(LONGEST, length))) + "s");
    } else {
      reopen("step", value.equals(FOUND) ? null : value);
    }
  }

  private void reopen(String option, String value) {
    if (!showing && any.get()) {
      SourceOptions now = asked();
      workbench.open(
          (value == null ? now.without(List.of(option)) : now.with(option, value)).source());
      if (!workbench.busyProperty().get()) {
        show();
      }
    }
  }

  /**
   * What the user asked for. The source of the open data also says what was found, so that it is
   * found again; what was asked for is remembered.
   */
  private SourceOptions asked() {
    SourceOptions open = SourceOptions.of(workbench.dataProperty().get().source());
    return remembered.recentFiles().stream()
        .map(SourceOptions::of)
        .filter(recent -> opened(recent, open))
        .findFirst()
        .orElse(open);
  }

  private static boolean opened(SourceOptions asked, SourceOptions open) {
    boolean same = path(asked).equals(path(open));
    for (String option : List.of("only", "drums", "sustain", "valid", "test", "seed")) {
      same &= Objects.equals(asked.get(option), open.get(option));
    }
    return same && (asked.get("step") == null || asked.get("step").equals(open.get("step")));
  }

  private static Path path(SourceOptions options) {
    return Path.of(options.place()).toAbsolutePath().normalize();
  }

  private void show() {
    SequenceSet data = workbench.dataProperty().get();
    boolean scores =
        data != null
            && data.meaning() instanceof FrameMeaning.PianoRoll
            && !data.source().startsWith("builtin:")
            && DataSources.isScore(path(SourceOptions.of(data.source())));
    showing = true;
    any.set(scores);
    if (scores) {
      show(asked(), (FrameMeaning.PianoRoll) data.meaning(), data);
    }
    showing = false;
  }

  private void show(SourceOptions asked, FrameMeaning.PianoRoll keys, SequenceSet data) {
    String given = asked.get("step");
    Step chosen = given == null ? null : Step.parse(given);
    found = given == null && keys.framesPerWhole() > 0 ? NoteNames.of(keys.framesPerWhole()) : "";
    List<String> offered = new ArrayList<>(List.of(FOUND));
    NoteNames.values().forEach(value -> offered.add(value.text()));
    offered.add(SECONDS);
    boolean time = chosen instanceof Step.Seconds;
    step.show(offered, chosen == null ? FOUND : time ? SECONDS : chosen.text());
    inSeconds.set(time);
    if (chosen instanceof Step.Seconds length) {
      seconds.show(length.length());
    }
    drums.set("keep".equals(asked.get("drums")));
    pedal.set(!"false".equals(asked.get("sustain")));
    Path place = path(asked);
    int validShare = shown(asked.get("valid"));
    int testShare = shown(asked.get("test"));
    divisible.set(
        Files.isDirectory(place)
            && !DataSources.dividesItself(place)
            && data.all().size() > 1
            && validShare >= 0
            && testShare >= 0);
    valid.show(Math.max(0, validShare));
    test.show(Math.max(0, testShare));
    changed.set(OPTIONS.stream().anyMatch(option -> asked.get(option) != null));
  }

  /** A share as an option says it, in per cent; -1 for names. */
  private static int shown(String option) {
    if (option == null) {
      return USUALLY_HELD_OUT;
    }
    return option.matches("0?\\.\\d{1,9}|0")
        ? (int) Math.round(100 * Double.parseDouble(option))
        : -1;
  }

  private static String share(int percent) {
    return percent == 0 ? "0" : plain(percent / 100.0);
  }

  private static void requireSeconds(double typed) {
    if (!(typed >= SHORTEST && typed <= LONGEST)) {
      throw new IllegalArgumentException(MESSAGES.get("score.seconds.range"));
    }
  }

  private static void requireShare(int typed) {
    if (typed < 0 || typed > MOST_HELD_OUT) {
      throw new IllegalArgumentException(MESSAGES.format("score.share.range", MOST_HELD_OUT));
    }
  }

  private static String plain(double value) {
    return java.math.BigDecimal.valueOf(value)
        .setScale(6, java.math.RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
