package tsbn.app.widget;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tsbn.app.support.Choice;
import tsbn.app.support.Entry;
import tsbn.app.support.Fields;

/**
 * A line of a form: a name, a control at the right, and below them a caption and the sentence that
 * says why what was entered cannot be used, each only while there is one. In FXML the control is
 * what stands inside; the tip is its tooltip and its accessible name.
 */
@DefaultProperty("control")
public final class FieldRow extends VBox {
  private static final double GAP = 8;
  private static final double BELOW = 4;

  private final Label name = new Label();
  private final Label caption = new Label();
  private final Label problem = new Label();
  private final Region between = new Region();
  private final HBox line = new HBox(GAP, name, between);
  private final ObjectProperty<Control> control = new SimpleObjectProperty<>(this, "control");
  private final Tooltip tooltip = new Tooltip();

  public FieldRow() {
    setSpacing(BELOW);
    getStyleClass().add("field-row");
    line.getStyleClass().add("form-row");
    line.setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(between, Priority.ALWAYS);
    caption.getStyleClass().addAll("muted", "small");
    problem.getStyleClass().add("field-problem");
    for (Label below : new Label[] {caption, problem}) {
      below.setWrapText(true);
      below.setMinHeight(USE_PREF_SIZE);
      below.visibleProperty().bind(below.textProperty().isNotEmpty());
      below.managedProperty().bind(below.visibleProperty());
    }
    managedProperty().bind(visibleProperty());
    getChildren().setAll(line, caption, problem);
    control.addListener((observable, before, after) -> controlChanged());
  }

  /** What the value is called. */
  public StringProperty textProperty() {
    return name.textProperty();
  }

  public String getText() {
    return name.getText();
  }

  public void setText(String value) {
    name.setText(value);
  }

  /** What the value means, in one sentence. */
  public StringProperty tipProperty() {
    return tooltip.textProperty();
  }

  public String getTip() {
    return tooltip.getText();
  }

  public void setTip(String value) {
    tooltip.setText(value);
  }

  /** What is worth knowing at this line without pointing at it; may be empty. */
  public StringProperty captionProperty() {
    return caption.textProperty();
  }

  public String getCaption() {
    return caption.getText();
  }

  public void setCaption(String value) {
    caption.setText(value);
  }

  /** What the value is entered with. */
  public ObjectProperty<Control> controlProperty() {
    return control;
  }

  public Control getControl() {
    return control.get();
  }

  public void setControl(Control value) {
    control.set(value);
  }

  /** Where the sentence about what cannot be used stands. */
  public StringProperty problemProperty() {
    return problem.textProperty();
  }

  /** The control, a text field, takes the value; see {@link Fields#bind}. */
  public void bind(Entry<?> entry) {
    Fields.bind((TextField) control.get(), problem, entry);
  }

  /** The control, a combo box of titles, chooses. */
  @SuppressWarnings("unchecked") // FXML knows no type of what is in a box
  public void bind(Choice<?> choice) {
    Fields.bind((ComboBox<String>) control.get(), choice);
  }

  private void controlChanged() {
    Control now = control.get();
    line.getChildren().setAll(name, between, now);
    now.setTooltip(tooltip);
    now.accessibleTextProperty().bind(tooltip.textProperty());
    problem.setLabelFor(now);
    problem.setId(now.getId() == null ? null : now.getId() + "-problem");
  }
}
