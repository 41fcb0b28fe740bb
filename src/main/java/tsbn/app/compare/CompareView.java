package tsbn.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import tsbn.app.compare.CompareExports.Form;
import tsbn.app.compare.CompareSheet.Heading;
import tsbn.app.compare.CompareSheet.Line;
import tsbn.app.compare.CompareSheet.SettingLine;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.support.Shown;
import tsbn.app.support.SplitTitles;
import tsbn.data.Split;

/** The page that sets runs side by side: the table of numbers, and what the runs differ in. */
public final class CompareView implements Page {
  private static final Messages MESSAGES = Messages.of(CompareView.class);
  private static final PseudoClass REFERENCE = PseudoClass.getPseudoClass("reference");
  private static final PseudoClass BASELINE = PseudoClass.getPseudoClass("baseline");
  private static final double NAME = 104;
  private static final double MODEL = 170;
  private static final double ITERATIONS = 92;
  private static final double TIME = 64;
  private static final double WIDEST_NAME = 240;
  private static final double REMOVE = 40;
  private static final double SETTING = 150;

  /** Room for a letter of a heading, for one of its unit, and around them. */
  private static final double LETTER = 7.9;

  private static final double SMALL_LETTER = 6.2;
  private static final double AROUND = 22;

  /** What the scroll bar and the borders of a table take. */
  private static final double FRAME = 16;

  private static final double SETTINGS_HEIGHT = 250;

  private static final double LEAST_SETTINGS_HEIGHT = 170;

  /** How much wider than its heading a column of numbers may become. */
  private static final double STRETCH = 1.3;

  private final CompareViewModel model;
  private final Parent root;
  private List<Heading> headings;
  private List<String> runs;
  private final List<TableColumn<Line, ?>> training = new ArrayList<>();
  private double wide;

  @FXML private VBox content;
  @FXML private Label status;
  @FXML private ComboBox<Split> split;
  @FXML private TextField samples;
  @FXML private Label samplesProblem;
  @FXML private ProgressBar progress;
  @FXML private Button evaluate;
  @FXML private Button cancel;
  @FXML private TableView<Line> table;
  @FXML private Label notes;
  @FXML private VBox settingsPanel;
  @FXML private ToggleSwitch all;
  @FXML private Label alike;
  @FXML private TableView<SettingLine> settings;
  @FXML private VBox empty;
  @FXML private Label emptyText;

  public CompareView(CompareViewModel model) {
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
  public void refresh() {
    model.refresh();
  }

  @FXML
  private void initialize() {
    Shown.when(model.anyProperty(), content);
    Shown.when(model.anyProperty().not(), empty);
    emptyText.textProperty().bind(model.emptyProperty());
    status.textProperty().bind(model.statusProperty());
    split.setConverter(new SplitTitles());
    split.setItems(model.splits());
    split.valueProperty().bindBidirectional(model.splitProperty());
    Fields.bind(samples, samplesProblem, model.samples());
    Shown.when(model.busyProperty(), progress);
    Shown.when(model.busyProperty(), cancel);
    Shown.when(model.busyProperty().not(), evaluate);
    progress.progressProperty().bind(model.progressProperty());
    evaluate.disableProperty().bind(model.possibleProperty().not());
    table.setRowFactory(view -> new KindRow());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    settings.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    settings.setSelectionModel(null);
    settings.setFocusTraversable(false);
    table.widthProperty().subscribe(this::fit);
    all.selectedProperty().subscribe(whole -> showSettings(model.sheetProperty().get()));
    model.sheetProperty().subscribe(this::show);
  }

  private void show(CompareSheet sheet) {
    if (!sheet.columns().equals(headings)) {
      headings = sheet.columns();
      table.getColumns().setAll(columns());
      fit();
    }
    table.getItems().setAll(sheet.rows());
    notes.setText(sheet.notes());
    showSettings(sheet);
  }

  private void showSettings(CompareSheet sheet) {
    if (!sheet.runs().equals(runs)) {
      runs = sheet.runs();
      List<TableColumn<SettingLine, ?>> columns = new ArrayList<>();
      columns.add(text(MESSAGES.get("setting"), SETTING, SettingLine::name, "", Pos.CENTER_LEFT));
      for (int i = 0; i < runs.size(); i++) {
        int run = i;
        TableColumn<SettingLine, SettingLine> column =
            column(runs.get(i), "", SETTING, line -> line);
        column.setCellFactory(view -> new SettingCell(run));
        columns.add(column);
      }
      settings.getColumns().setAll(columns);
    }
    List<SettingLine> lines =
        sheet.settings().stream().filter(line -> all.isSelected() || line.differs()).toList();
    settings.getItems().setAll(lines);
    boolean any = !lines.isEmpty();
    settingsPanel.setPrefHeight(any ? SETTINGS_HEIGHT : Region.USE_COMPUTED_SIZE);
    VBox.setVgrow(settingsPanel, any ? Priority.ALWAYS : Priority.NEVER);
    Shown.when(any, settings);
    Shown.when(!any, alike);
    settingsPanel.setMinHeight(any ? LEAST_SETTINGS_HEIGHT : Region.USE_PREF_SIZE);
    alike.setText(MESSAGES.get(runs.size() > 1 ? "alike" : "alone"));
  }

  private List<TableColumn<Line, ?>> columns() {
    List<TableColumn<Line, ?>> columns = new ArrayList<>();
    TableColumn<Line, String> name =
        text(MESSAGES.get("column.name"), NAME, Line::name, "", Pos.CENTER_LEFT);
    name.setMaxWidth(WIDEST_NAME);
    columns.add(name);
    columns.add(text(MESSAGES.get("column.model"), MODEL, Line::model, "", Pos.CENTER_LEFT));
    training.clear();
    training.add(number(text("column.iterations", ITERATIONS, Line::iterations)));
    training.add(number(text("column.time", TIME, Line::time)));
    training.forEach(column -> column.setMaxWidth(column.getMinWidth()));
    columns.addAll(training);
    for (int i = 0; i < headings.size(); i++) {
      int index = i;
      Heading heading = headings.get(i);
      TableColumn<Line, CompareSheet.Cell> column =
          column(heading.title(), heading.tip(), width(heading), line -> line.cells().get(index));
      column.setMaxWidth(STRETCH * column.getMinWidth());
      column.setGraphic(head(heading));
      column.setCellFactory(view -> new FigureCell());
      columns.add(number(column));
    }
    TableColumn<Line, Line> remove = column("", "", REMOVE, line -> line);
    remove.setCellFactory(view -> new RemoveCell(model::remove));
    remove.setMaxWidth(REMOVE);
    columns.add(remove);
    wide = columns.stream().mapToDouble(TableColumn::getMinWidth).sum() + FRAME;
    return columns;
  }

  /** Where there is too little room, iterations and time stand back behind the numbers. */
  private void fit() {
    boolean room = table.getWidth() >= wide;
    training.forEach(column -> column.setVisible(room));
  }

  private static double width(Heading heading) {
    double title = LETTER * heading.title().length();
    return AROUND + Math.max(title, SMALL_LETTER * heading.unit().length());
  }

  /** The metric over its unit. */
  private static VBox head(Heading heading) {
    Label title = new Label(heading.title());
    Label unit = new Label(heading.unit());
    unit.getStyleClass().addAll("muted", "small", "unit");
    VBox both = new VBox(title, unit);
    both.setAlignment(Pos.CENTER_RIGHT);
    Tooltip tip = new Tooltip(heading.tip());
    tip.setWrapText(true);
    tip.setMaxWidth(420);
    Tooltip.install(both, tip);
    return both;
  }

  private static TableColumn<Line, String> text(
      String key, double width, Function<Line, String> value) {
    return text(MESSAGES.get(key), width, value, MESSAGES.get(key + ".tip"), Pos.CENTER_RIGHT);
  }

  private static <R> TableColumn<R, String> text(
      String title, double width, Function<R, String> value, String tip, Pos alignment) {
    TableColumn<R, String> column = column(title, tip, width, value);
    column.setCellFactory(view -> new TippedCell<>(alignment));
    return column;
  }

  private static <R, T> TableColumn<R, T> column(
      String title, String tip, double width, Function<R, T> value) {
    TableColumn<R, T> column = new TableColumn<>();
    Label head = new Label(title);
    if (!tip.isEmpty()) {
      head.setTooltip(new Tooltip(tip));
    }
    column.setGraphic(head);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static <T> TableColumn<Line, T> number(TableColumn<Line, T> column) {
    column.getStyleClass().add("figure-column");
    return column;
  }

  /** A row that shows whose numbers it holds. */
  private static final class KindRow extends TableRow<Line> {
    @Override
    protected void updateItem(Line line, boolean nothing) {
      super.updateItem(line, nothing);
      String kind = nothing || line == null ? "" : line.kind();
      pseudoClassStateChanged(REFERENCE, kind.equals("reference"));
      pseudoClassStateChanged(BASELINE, kind.equals("baseline"));
      boolean told = !nothing && line != null && !line.origin().isEmpty();
      setTooltip(told ? new Tooltip(line.origin()) : null);
    }
  }

  // Commands

  @FXML
  private void evaluate() {
    model.evaluate();
  }

  @FXML
  private void cancel() {
    model.cancel();
  }

  @FXML
  private void addKept() {
    model.addKept();
  }

  @FXML
  private void add() {
    model.add();
  }

  @FXML
  private void copyMarkdown() {
    copy(Form.MARKDOWN);
  }

  @FXML
  private void copyLatex() {
    copy(Form.LATEX);
  }

  @FXML
  private void copyCsv() {
    copy(Form.CSV);
  }

  private void copy(Form form) {
    Clipboard.getSystemClipboard()
        .setContent(Map.of(DataFormat.PLAIN_TEXT, model.exports().text(form)));
    model.exports().copied(form);
  }

  @FXML
  private void save() {
    model.exports().save();
  }
}
