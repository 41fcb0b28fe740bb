package tsbn.app.generate;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tsbn.app.support.Entry;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.experiment.Generation;

/** How much of a sequence is given to the model: frames, or bars of music. */
public final class PrimerLength {
  private static final Messages MESSAGES = Messages.of(PrimerLength.class);
  private static final int OF_A_VIDEO = 10;
  private static final int OF_OTHERS = 16;
  private static final int BARS = 4;

  /** Frames of a bar where nothing is known: as many quarter notes are the commonest bar. */
  private static final int USUAL_BAR = 4;

  private final Entry<Integer> frames = count(0, "primer.range");
  private final Entry<Integer> bars = count(0, "bars.range");
  private final Entry<Integer> framesPerBar = count(1, "bar.range");
  private final ReadOnlyBooleanWrapper inBars = new ReadOnlyBooleanWrapper();
  private boolean shortened;

  PrimerLength() {
    frames.show(OF_A_VIDEO);
    bars.show(BARS);
    framesPerBar.show(USUAL_BAR);
  }

  /** The first frames of a sequence; 0 for none. Holds for everything but music. */
  public Entry<Integer> frames() {
    return frames;
  }

  /** The first bars of a piece; 0 for none. */
  public Entry<Integer> bars() {
    return bars;
  }

  /** How many frames make a bar. */
  public Entry<Integer> framesPerBar() {
    return framesPerBar;
  }

  /** Whether it is counted in bars, which it is for music. */
  public ReadOnlyBooleanProperty inBarsProperty() {
    return inBars.getReadOnlyProperty();
  }

  /** The fields that hold, for whoever commits them. */
  List<Entry<?>> entries() {
    return inBars.get() ? List.of(bars, framesPerBar) : List.of(frames);
  }

  /**
   * Begins with what suits some frames.
   *
   * @param sequence what there is to begin with; null for nothing
   */
  void take(FrameMeaning meaning, Sequence sequence) {
    frames.show(sequence == null ? 0 : usual(meaning, sequence));
    bars.show(sequence == null ? 0 : BARS);
    inBars.set(meaning instanceof FrameMeaning.PianoRoll);
    if (meaning instanceof FrameMeaning.PianoRoll keys) {
      framesPerBar.show(keys.framesPerBar() == 0 ? USUAL_BAR : keys.framesPerBar());
    }
  }

  private static int usual(FrameMeaning meaning, Sequence sequence) {
    if (meaning instanceof FrameMeaning.Words) {
      return sequence.frames(); // the years that follow are what one wants to see
    }
    return meaning instanceof FrameMeaning.Image ? OF_A_VIDEO : OF_OTHERS;
  }

  /** The frames to give of a sequence that has so many; shows it where it has fewer than wanted. */
  int of(int available) {
    int bar = framesPerBar.value();
    long wanted = inBars.get() ? (long) bars.value() * bar : frames.value();
    shortened = wanted > available;
    if (!shortened) {
      return (int) wanted;
    }
    bars.show((available + bar - 1) / bar);
    frames.show(available);
    return available;
  }

  /** Whether more was wanted last than there was. */
  boolean shortened() {
    return shortened;
  }

  /** {@code 4 bars}, {@code 10 frames}, {@code no primer}. */
  String text(int given) {
    int bar = framesPerBar.value();
    boolean whole = inBars.get() && given % bar == 0;
    String what = whole ? "take.bars" : "take.frames";
    return given == 0
        ? MESSAGES.get("take.free")
        : Readable.count(
            whole ? given / bar : given, MESSAGES.get(what), MESSAGES.get(what + ".many"));
  }

  private static Entry<Integer> count(int least, String sentence) {
    IntConsumer check =
        value -> {
          if (value < least || value > Generation.MAX_FRAMES) {
            throw new IllegalArgumentException(
                MESSAGES.format(sentence, Readable.count(Generation.MAX_FRAMES)));
          }
        };
    return Entry.ofInt(check::accept, value -> {});
  }
}
