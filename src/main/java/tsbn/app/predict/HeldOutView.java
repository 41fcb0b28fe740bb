package tsbn.app.predict;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.support.Readable;
import tsbn.app.support.Shown;
import tsbn.app.widget.NumberCell;
import tsbn.app.widget.Swatch;
import tsbn.app.widget.TrajectoriesCanvas;

/** The page of held-out words: how many of the most frequent ones are foretold, and which. */
public final class HeldOutView implements Page {
  private static final Messages MESSAGES = Messages.of(HeldOutView.class);
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
  private static final double SHORT = 70;
  private static final double LONG = 118;

  private final HeldOutViewModel model;
  private final Parent root;
  @FXML private VBox content;
  @FXML private Label status;
  @FXML private TrajectoriesCanvas curves;
  @FXML private Label title;
  @FXML private Label foretoldTitle;
  @FXML private FlowPane foretold;
  @FXML private Label truthTitle;
  @FXML private FlowPane truth;
  @FXML private TableView<WordScoreRow> table;
  @FXML private Label empty;

  public HeldOutView(HeldOutViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public boolean showsRun() {
    return true;
  }

  @Override
  public boolean hasPicture() {
    return false;
  }

  @Override
  public void shown() {
    model.shown();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @FXML
  private void initialize() {
    Shown.when(model.anyProperty(), content);
    Shown.when(model.anyProperty().not(), empty);
    empty.textProperty().bind(model.emptyProperty());
    status.textProperty().bind(model.statusProperty());
    title.textProperty().bind(model.titleProperty());
    truthTitle.textProperty().bind(model.truthTitleProperty());
    curves.trajectoriesProperty().bind(model.overlapsProperty());
    curves.yearProperty().bindBidirectional(model.yearProperty());
    curves.setNames(guess -> guess < model.scores().size() ? model.scores().get(guess).name() : "");
    model.scores().subscribe(this::scored);
    model.foretold().subscribe(() -> list(foretold, model.foretold()));
    model.truth().subscribe(() -> list(truth, model.truth()));
    table.setItems(model.scores());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            List.of(
                names(),
                number("words.mp", row -> row.meanPrecision(), 3, SHORT),
                number("words.perplexity", row -> row.perplexity(), 0, LONG),
                number("words.pp", row -> row.predictivePrecision(), 3, SHORT),
                number("words.future", row -> row.futurePerplexity(), 0, LONG)));
    table
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(chosen -> model.guessProperty().set(Math.max(0, chosen.intValue())));
    model.guessProperty().subscribe(this::named);
  }

  private void scored() {
    curves.chosen().setAll(model.scores().stream().map(WordScoreRow::colour).toList());
    named();
  }

  private void named() {
    int guess = model.guessProperty().get();
    foretoldTitle.setText(
        guess < model.scores().size()
            ? MESSAGES.format("words.foretold", model.scores().get(guess).name())
            : "");
  }

  /** Lists words with the labels that are there, since the years go by as fast as a hand moves. */
  private static void list(FlowPane pane, ObservableList<ListedWord> words) {
    ObservableList<Node> labels = pane.getChildren();
    while (labels.size() < words.size()) {
      Label label = new Label();
      label.getStyleClass().add("listed-word");
      labels.add(label);
    }
    for (int i = 0; i < labels.size(); i++) {
      Label label = (Label) labels.get(i);
      boolean used = i < words.size();
      label.setVisible(used);
      label.setManaged(used);
      if (used) {
        label.setText(words.get(i).word());
        label.pseudoClassStateChanged(HIT, words.get(i).hit());
      }
    }
  }

  private static TableColumn<WordScoreRow, WordScoreRow> names() {
    TableColumn<WordScoreRow, WordScoreRow> column = new TableColumn<>(MESSAGES.get("words.who"));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(one -> new NameCell());
    column.setSortable(false);
    column.setMinWidth(150);
    return column;
  }

  private static TableColumn<WordScoreRow, Number> number(
      String key, ToDoubleFunction<WordScoreRow> value, int decimals, double width) {
    TableColumn<WordScoreRow, Number> column = new TableColumn<>();
    Label head = new Label(MESSAGES.get(key));
    head.setTooltip(new Tooltip(MESSAGES.get(key + ".tip")));
    column.setGraphic(head);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setMinWidth(width);
    column.setMaxWidth(width);
    column.setSortable(false);
    column.getStyleClass().add("number-column");
    column.setCellFactory(one -> new NumberCell<>(number -> Readable.fixed(number, decimals)));
    return column;
  }

  @FXML
  private void again() {
    model.again();
  }

  /** A name behind a patch of its colour. */
  private static final class NameCell extends TableCell<WordScoreRow, WordScoreRow> {
    private final Swatch swatch = new Swatch();

    @Override
    protected void updateItem(WordScoreRow row, boolean nothing) {
      super.updateItem(row, nothing);
      setText(nothing || row == null ? "" : row.name());
      setGraphic(nothing || row == null ? null : swatch);
      if (!nothing && row != null) {
        swatch.setColour(row.colour());
        setTooltip(new Tooltip(row.name()));
      }
    }
  }
}
