package tsbn.app.topics;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.DefaultStringConverter;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.support.Readable;
import tsbn.app.support.Shown;
import tsbn.app.widget.NumberCell;
import tsbn.app.widget.Swatch;
import tsbn.app.widget.TopicMapCanvas;
import tsbn.app.widget.TrajectoriesCanvas;

/** The page of topics: curves over the years, the table of topics, and what a year was about. */
public final class TopicsView implements Page {
  private static final Messages MESSAGES = Messages.of(TopicsView.class);
  private static final double NARROW = 84;
  private static final double DOT = 26;
  private static final double NAME = 150;
  private static final double WORDS = 100;
  private static final int MOST_NAMED = 4;

  private final TopicsViewModel model;
  private final Parent root;
  private final List<BarList> lists;
  @FXML private VBox content;
  @FXML private Label status;
  @FXML private ComboBox<String> layer;
  @FXML private HBox legend;
  @FXML private Slider smooth;
  @FXML private TrajectoriesCanvas curves;
  @FXML private TopicMapCanvas map;
  @FXML private TextField search;
  @FXML private ComboBox<String> order;
  @FXML private Label found;
  @FXML private TableView<TopicRow> table;
  @FXML private Label digestTitle;
  @FXML private HBox firstLists;
  @FXML private HBox secondLists;
  @FXML private Label empty;

  public TopicsView(TopicsViewModel model) {
    this.model = model;
    this.lists = Stream.generate(() -> new BarList(model::toggle)).limit(4).toList();
    this.root = Fxml.load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public boolean looksBack() {
    return true;
  }

  @Override
  public boolean showsRun() {
    return true;
  }

  @Override
  public void shown() {
    model.shown();
  }

  @Override
  public void refresh() {
    model.refresh();
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
    Fields.bind(layer, model.layer());
    Shown.when(model.deepProperty(), layer);
    Fields.bind(order, model.order());
    smooth.valueProperty().bindBidirectional(model.smoothingProperty());
    search.textProperty().bindBidirectional(model.search().textProperty());
    found.textProperty().bind(model.search().foundProperty());
    Shown.when(model.search().foundProperty().isNotEmpty(), found);
    bindYears();
    fillTable();
    firstLists.getChildren().setAll(lists.subList(0, 2));
    secondLists.getChildren().setAll(lists.subList(2, 4));
    lists.forEach(list -> HBox.setHgrow(list, Priority.ALWAYS));
    lists.forEach(list -> list.setPrefWidth(1)); // both of a row get the same
    model.digestProperty().subscribe(this::show);
  }

  private void bindYears() {
    curves.trajectoriesProperty().bind(model.trajectoriesProperty());
    map.trajectoriesProperty().bind(model.trajectoriesProperty());
    curves.yearProperty().bindBidirectional(model.yearProperty());
    map.yearProperty().bindBidirectional(model.yearProperty());
    curves.brushProperty().bindBidirectional(model.spanProperty());
    curves.setNames(model::name);
    map.setNames(model::name);
    map.setOnChosen(model::toggle);
    model.chosen().addListener((ListChangeListener<Integer>) change -> showChosen());
    showChosen();
  }

  private void showChosen() {
    curves.chosen().setAll(model.chosen());
    map.chosen().setAll(model.chosen());
    showLegend();
  }

  private void showLegend() {
    legend.getChildren().clear();
    for (int i = 0; i < Math.min(MOST_NAMED, model.chosen().size()); i++) {
      Swatch swatch = new Swatch();
      swatch.setColour(i);
      Label name = new Label(model.name(model.chosen().get(i)), swatch);
      name.getStyleClass().add("small");
      name.setMaxWidth(NAME);
      legend.getChildren().add(name);
    }
    int others = model.chosen().size() - MOST_NAMED;
    if (others > 0) {
      Label more = new Label(MESSAGES.format("legend.more", Readable.count(others)));
      more.getStyleClass().addAll("muted", "small");
      legend.getChildren().add(more);
    }
  }

  // The table

  private void fillTable() {
    TableColumn<TopicRow, Number> colour =
        column("column.colour", "colour.tip", row -> row.colourProperty(), DOT);
    colour.setCellFactory(column -> new ColourCell(model::toggle));
    colour.setMaxWidth(DOT);
    TableColumn<TopicRow, String> name =
        column("column.name", "column.name.tip", TopicRow::nameProperty, NAME);
    name.setEditable(true);
    name.setCellFactory(column -> new TextFieldTableCell<>(new DefaultStringConverter()));
    name.setMaxWidth(2 * NAME);
    name.setOnEditCommit(edit -> model.rename(edit.getRowValue().topic(), edit.getNewValue()));
    TableColumn<TopicRow, String> words = column("column.words", "", TopicRow::wordsProperty, NAME);
    words.setCellFactory(column -> new TippedCell(TopicRow::numbersProperty));
    words.setSortable(false);
    TableColumn<TopicRow, String> parts =
        column("column.parts", "column.parts.tip", TopicRow::partsProperty, NAME);
    parts.setCellFactory(column -> new TippedCell(TopicRow::partsInNumbersProperty));
    parts.setSortable(false);
    parts.visibleProperty().bind(model.upperProperty());
    TableColumn<TopicRow, Number> share =
        number("column.share", "column.share.tip", TopicRow::shareProperty, Readable::percent);
    share.visibleProperty().bind(model.search().knownProperty());
    table
        .getColumns()
        .setAll(
            List.of(
                colour,
                name,
                share,
                words,
                parts,
                number(
                    "column.weight",
                    "column.weight.tip",
                    TopicRow::weightProperty,
                    value -> Readable.fixed(value, 2)),
                number(
                    "column.peak",
                    "column.peak.tip",
                    TopicRow::peakProperty,
                    value -> String.valueOf((int) value)),
                number(
                    "column.scale", "column.scale.tip", TopicRow::timeScaleProperty, this::years)));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setItems(model.rows().sorted());
    bindOrder();
    model
        .search()
        .knownProperty()
        .subscribe(
            is -> {
              if (is) {
                share.setSortType(TableColumn.SortType.DESCENDING);
                table.getSortOrder().setAll(List.of(share));
              }
            });
  }

  /** The overview has the table's order. */
  private void bindOrder() {
    SortedList<TopicRow> sorted = (SortedList<TopicRow>) table.getItems();
    sorted.comparatorProperty().bind(table.comparatorProperty());
    sorted.addListener((ListChangeListener<TopicRow>) change -> showOrder());
    showOrder();
  }

  private void showOrder() {
    map.orderProperty().set(table.getItems().stream().map(TopicRow::topic).toList());
  }

  private static <T> TableColumn<TopicRow, T> column(
      String title, String tip, Function<TopicRow, ObservableValue<T>> value, double width) {
    TableColumn<TopicRow, T> column = new TableColumn<>();
    Label head = new Label(MESSAGES.get(title));
    if (!tip.isEmpty()) {
      head.setTooltip(new Tooltip(MESSAGES.get(tip)));
    }
    column.setGraphic(head);
    column.setCellValueFactory(row -> value.apply(row.getValue()));
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setEditable(false);
    return column;
  }

  private static TableColumn<TopicRow, Number> number(
      String title,
      String tip,
      Function<TopicRow, ObservableValue<Number>> value,
      DoubleFunction<String> text) {
    TableColumn<TopicRow, Number> column = column(title, tip, value, NARROW);
    column.setMaxWidth(NARROW);
    column.getStyleClass().add("number-column");
    column.setCellFactory(one -> new NumberCell<>(text));
    return column;
  }

  private String years(double value) {
    return Double.isFinite(value)
        ? MESSAGES.format("scale.years", Readable.fixed(value, value < 10 ? 1 : 0))
        : Readable.NONE;
  }

  // What a year was about

  private void show(Digest now) {
    if (now == null) {
      return;
    }
    digestTitle.setText(now.title());
    showLegend(); // names may have changed
    for (int i = 0; i < lists.size(); i++) {
      boolean there = i < now.titles().size();
      Shown.when(there, lists.get(i));
      if (there) {
        lists.get(i).show(now.titles().get(i), now.lists().get(i));
      }
    }
  }

  @FXML
  private void saveTable() {
    model.exports().table();
  }

  @FXML
  private void saveTrajectories() {
    model.exports().trajectories();
  }

  @FXML
  private void saveMarkdown() {
    model.exports().markdown();
  }

  @FXML
  @Override
  public void exportPicture() {
    List<Integer> rows = table.getItems().stream().map(TopicRow::topic).toList();
    model.exports().picture(rows, curves.darkProperty().get());
  }
}
