package tsbn.app.support;

import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
