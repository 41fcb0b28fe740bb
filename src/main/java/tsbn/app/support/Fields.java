package tsbn.app.support;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Ties text fields to what is typed in them. */
public final class Fields {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private Fields() {}

  /** The box offers the choice's titles, and chooses. */
  public static void bind(ComboBox<String> box, Choice<?> choice) {
    box.setItems(choice.titles());
    box.valueProperty().bindBidirectional(choice.chosenProperty());
  }

  /**
   * One of some buttons is always pressed.
   *
   * @param buttons of the group, in the order of the numbers they stand for
   * @param first the number that the first of them stands for
   */
  public static void choose(
      ToggleGroup group, List<ToggleButton> buttons, IntegerProperty number, int first) {
    group
        .selectedToggleProperty()
        .addListener(
            (observable, before, chosen) -> {
              if (chosen == null) {
                group.selectToggle(before);
              } else {
                number.set(first + buttons.indexOf(chosen));
              }
            });
    number.subscribe(now -> group.selectToggle(buttons.get(now.intValue() - first)));
  }

  /**
   * Enter or leaving the field takes the value over, Escape brings the last one back; what cannot
   * be used is marked, with its sentence below.
   *
   * @param problem takes space only while there is a problem
   */
  public static void bind(TextField field, Label problem, Entry<?> entry) {
    field.textProperty().bindBidirectional(entry.textProperty());
    problem.textProperty().bind(entry.problemProperty());
    problem.visibleProperty().bind(entry.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    problem.setLabelFor(field);
    entry
        .problemProperty()
        .subscribe(sentence -> field.pseudoClassStateChanged(DANGER, !sentence.isEmpty()));
    field.setOnAction(entered -> entry.commit());
    field
        .focusedProperty()
        .addListener(
            (observable, was, is) -> {
              if (!is) {
                entry.commit();
              }
            });
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            entry.revert();
            event.consume();
          }
        });
  }
}
