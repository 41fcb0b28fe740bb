package tsbn.app.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tsbn.app.support.DataText;
import tsbn.app.support.Entry;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.SequenceChoice;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.experiment.Generation;
import tsbn.experiment.StyleChange;

/**
 * A second primer on the way, and perhaps a way back to the first sequence: walking that becomes
 * running and walking again.
 */
public final class SecondPrimer {
  private static final Messages MESSAGES = Messages.of(SecondPrimer.class);

  private final BooleanProperty on = new SimpleBooleanProperty();
  private final Entry<Integer> number =
      Entry.ofInt(
          value -> SequenceChoice.requireNumber(value, data(), split()),
          value -> showName(value - 1));
  private final Entry<Integer> at = Entry.ofInt(SecondPrimer::requireFrame, value -> {});
  private final Entry<Integer> back = Entry.ofInt(SecondPrimer::requireFrame, value -> {});
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private SequenceSet data;
  private Split split;
  private int proposed;

  SecondPrimer() {
    at.show(100);
    back.show(0);
  }

  // Properties

  /** Whether there is one. */
  public BooleanProperty onProperty() {
    return on;
  }

  /** Which sequence of the split, counted from 1. */
  public Entry<Integer> number() {
    return number;
  }

  /** The name of that sequence. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** The frame of the sample, primer included and counted from 1, at which it begins. */
  public Entry<Integer> at() {
    return at;
  }

  /** The frame at which the first sequence comes back; 0 for never. */
  public Entry<Integer> back() {
    return back;
  }

  /** The fields, for whoever commits them. */
  List<Entry<?>> entries() {
    return on.get() ? List.of(number, at, back) : List.of();
  }

  /** Takes a split, and proposes one of its sequences. */
  void take(SequenceSet other, Split ofIt) {
    data = other;
    split = ofIt;
    on.set(on.get() && other != null);
    propose(0);
  }

  /**
   * The first primer is from another sequence: proposes anew unless the user has chosen.
   *
   * @param first which of the split, from 0
   */
  void besides(int first) {
    if (number.value() != null && number.value() - 1 == proposed) {
      propose(first);
    }
  }

  /** Proposes the next sequence of another style than that one, or the next where all are alike. */
  private void propose(int first) {
    proposed = 0;
    if (data != null && split != null) {
      int count = data.get(split).size();
      String style = data.label(split, first).style();
      proposed =
          IntStream.range(1, count)
              .map(step -> (first + step) % count)
              .filter(other -> !data.label(split, other).style().equals(style))
              .findFirst()
              .orElse((first + 1) % count);
      number.show(proposed + 1);
    }
    showName(proposed);
  }

  private void showName(int index) {
    name.set(
        data == null || split == null || index >= data.get(split).size()
            ? ""
            : DataText.sequence(data, split, index));
  }

  /**
   * The changes on the way.
   *
   * @param first the sequence that the first primer is from
   * @param given frames of the first primer
   * @param made frames that are made behind it
   * @throws IllegalArgumentException with a sentence if they cannot follow one another so
   */
  List<StyleChange> changes(Sequence first, int given, int made) {
    if (!on.get() || data == null) {
      return List.of();
    }
    Sequence second = data.get(split).get(number.value() - 1);
    if (at.value() <= given) {
      throw new IllegalArgumentException(MESSAGES.format("second.early", Readable.count(given)));
    }
    requireWithin(at.value(), given + made);
    List<StyleChange> changes = new ArrayList<>();
    changes.add(change(second, at.value() - 1 - given));
    if (back.value() > 0) {
      requireWithin(back.value(), given + made);
      int end = given + changes.get(0).end();
      if (back.value() <= end) {
        throw new IllegalArgumentException(MESSAGES.format("second.back", Readable.count(end)));
      }
      changes.add(change(first, back.value() - 1 - given));
    }
    return changes;
  }

  private static void requireWithin(int frame, int length) {
    if (frame >= length) {
      throw new IllegalArgumentException(
          MESSAGES.format("second.late", Readable.count(frame), Readable.count(length)));
    }
  }

  private StyleChange change(Sequence source, int from) {
    return StyleChange.ofASecond(from, source, data.framesPerSecond());
  }

  private SequenceSet data() {
    return data;
  }

  private Split split() {
    return split;
  }

  private static void requireFrame(int value) {
    if (value < 0 || value > Generation.MAX_FRAMES) {
      throw new IllegalArgumentException(
          MESSAGES.format("second.range", Readable.count(Generation.MAX_FRAMES)));
    }
  }
}
