package tsbn.app.support;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.text.Years;

/** Which sequence of a data set is looked at: a split, and a number in it. */
public final class SequenceChoice {
  private static final Messages MESSAGES = Messages.of(SequenceChoice.class);

  private final ObservableList<Split> splits = FXCollections.observableArrayList();
  private final ObjectProperty<Split> split = new SimpleObjectProperty<>();
  private final Entry<Integer> number;
  private SequenceSet data;

  /**
   * A choice from nothing yet.
   *
   * @param anotherSplit called when the split has changed, to null too; the number is 1 then
   * @param anotherNumber called when the user has chosen another number
   */
  public SequenceChoice(Runnable anotherSplit, Runnable anotherNumber) {
    number =
        Entry.ofInt(value -> requireNumber(value, data, split.get()), value -> anotherNumber.run());
    number.show(1);
    split.addListener(
        (observable, was, is) -> {
          number.show(1);
          anotherSplit.run();
        });
  }

  /**
   * Refuses a number that a split has no sequence of.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static void requireNumber(int value, SequenceSet data, Split split) {
    int last = data == null || split == null ? Math.max(1, value) : data.get(split).size();
    if (value < 1 || value > last) {
      throw new IllegalArgumentException(
          last == 1
              ? MESSAGES.get("choice.only")
              : MESSAGES.format("choice.range", Readable.count(last)));
    }
  }

  // Properties

  /** The splits that have sequences. */
  public ObservableList<Split> splits() {
    return splits;
  }

  /** The chosen split; null without data. */
  public ObjectProperty<Split> splitProperty() {
    return split;
  }

  /** Which sequence of the split, counted from 1. */
  public Entry<Integer> number() {
    return number;
  }

  /** The data that is chosen from; null without any. */
  public SequenceSet data() {
    return data;
  }

  /** The sequences of the split; only with data. */
  public List<Sequence> sequences() {
    return data.get(split.get());
  }

  /** Which sequence of the split, from 0. */
  public int index() {
    return number.value() - 1;
  }

  /** The chosen sequence; null without data. */
  public Sequence sequence() {
    return split.get() == null ? null : sequences().get(index());
  }

  /** Its name, such as {@code video 12}; empty without data. */
  public String title() {
    return split.get() == null ? "" : DataText.sequence(data, split.get(), index());
  }

  /** The years of its frames; none where frames are no years. */
  public Years years() {
    return split.get() == null ? Years.NONE : data.label(split.get(), index()).years();
  }

  // Commands

  /** Chooses from other data, at first from its last split; null for none. */
  public void take(SequenceSet other) {
    take(other, null);
  }

  /**
   * Chooses from other data.
   *
   * @param preferred the split to begin with; where there is none of it, the last one
   */
  public void take(SequenceSet other, Split preferred) {
    split.set(null); // also where the same split of other data follows
    data = other;
    List<Split> present = new ArrayList<>();
    for (Split each : Split.values()) {
      if (data != null && !data.get(each).isEmpty()) {
        present.add(each);
      }
    }
    splits.setAll(present);
    if (data != null) {
      boolean there = present.contains(preferred);
      split.set(there ? preferred : present.get(present.size() - 1));
    }
  }
}
