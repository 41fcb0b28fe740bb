package tsbn.app.support;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import tsbn.experiment.ModelDesign;
import tsbn.learn.TrainingSettings;

/**
 * Takes back what the user chose of model and settings, and does it again. What changes between two
 * calls of {@link #settle} is one step, such as a preset, which sets both. Nothing but the
 * workbench's two properties is set: a run takes that as if the user had typed it.
 */
public final class SettingsHistory {
  /** Steps that can be taken back. */
  static final int MOST_STEPS = 100;

  private record Choice(ModelDesign design, TrainingSettings settings) {
    String titleOf(Choice next) {
      return SettingsChange.title(design, next.design, settings, next.settings);
    }
  }

  private final Workbench workbench;
  private final Deque<Choice> past = new ArrayDeque<>();
  private final Deque<Choice> future = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper undoTitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper redoTitle = new ReadOnlyStringWrapper("");
  private Choice present;

  /** A history that begins with what is chosen now. */
  public SettingsHistory(Workbench workbench) {
    this.workbench = workbench;
    this.present = chosen();
    ChangeListener<Object> changed = (observable, was, is) -> update();
    workbench.designProperty().addListener(changed);
    workbench.settingsProperty().addListener(changed);
  }

  // Properties

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** The step that undo takes back, {@code Step size 0.001 to 0.01}; empty if there is none. */
  public ReadOnlyStringProperty undoTitleProperty() {
    return undoTitle.getReadOnlyProperty();
  }

  /** The step that redo does again; empty if there is none. */
  public ReadOnlyStringProperty redoTitleProperty() {
    return redoTitle.getReadOnlyProperty();
  }

  // Commands

  /** Ends the step that has begun, if one has; the window does so at every beat. */
  public void settle() {
    Choice now = chosen();
    if (!now.equals(present)) {
      past.push(present);
      if (past.size() > MOST_STEPS) {
        past.removeLast();
      }
      future.clear();
      present = now;
      update();
    }
  }

  /** Takes the last step back, if there is one. */
  public void undo() {
    settle();
    move(past, future);
  }

  /** Does the step again that was taken back last, if there is one. */
  public void redo() {
    settle();
    move(future, past);
  }

  private void move(Deque<Choice> from, Deque<Choice> to) {
    if (!from.isEmpty()) {
      to.push(present);
      present = from.pop();
      Choice wanted = present;
      workbench.designProperty().set(wanted.design());
      workbench.settingsProperty().set(wanted.settings());
      present = chosen(); // the data that is open may not take every model
      update();
    }
  }

  private Choice chosen() {
    return new Choice(workbench.designProperty().get(), workbench.settingsProperty().get());
  }

  private void update() {
    Choice now = chosen();
    boolean begun = !now.equals(present);
    canUndo.set(begun || !past.isEmpty());
    canRedo.set(!begun && !future.isEmpty());
    undoTitle.set(
        begun ? present.titleOf(now) : past.isEmpty() ? "" : past.peek().titleOf(present));
    redoTitle.set(begun || future.isEmpty() ? "" : present.titleOf(future.peek()));
  }
}
