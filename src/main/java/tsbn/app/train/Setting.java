package tsbn.app.train;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import tsbn.app.support.Choice;
import tsbn.app.support.Entry;

/** One training setting: it is typed or chosen, and has a meaning beside some of the others. */
public final class Setting {
  private final Entry<?> entry;
  private final Choice<?> choice;
  private final ReadOnlyBooleanWrapper applies = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** A setting that is typed. */
  Setting(Entry<?> entry) {
    this.entry = entry;
    this.choice = null;
    problem.bind(entry.problemProperty());
  }

  /** A setting that is chosen. */
  Setting(Choice<?> choice) {
    this.entry = null;
    this.choice = choice;
  }

  /** How it is typed; null for one that is chosen. */
  public Entry<?> entry() {
    return entry;
  }

  /** How it is chosen; null for one that is typed. */
  public Choice<?> choice() {
    return choice;
  }

  /** Whether it changes anything, the other settings and the model being what they are. */
  public ReadOnlyBooleanProperty appliesProperty() {
    return applies.getReadOnlyProperty();
  }

  /** Why it cannot be used, as a sentence; empty if it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /**
   * Ties it to a control.
   *
   * @param typed takes an entry, with its problem
   * @param chosen takes a choice
   * @param sentence shows the problem of a choice
   */
  public void bind(Consumer<Entry<?>> typed, Consumer<Choice<?>> chosen, StringProperty sentence) {
    if (entry != null) {
      typed.accept(entry);
    } else {
      chosen.accept(choice);
      sentence.bind(problem);
    }
  }

  void setApplies(boolean value) {
    applies.set(value);
  }

  /** Says why the present choice cannot be used; empty if it can. */
  void refuse(String sentence) {
    problem.set(sentence);
  }
}
