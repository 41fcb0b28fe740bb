package tsbn.app.topics;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import tsbn.app.support.AppContext;
import tsbn.app.support.Choice;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Run;
import tsbn.app.support.Snapshot;
import tsbn.app.support.Workbench;
import tsbn.app.widget.TrajectoriesCanvas.Span;
import tsbn.data.DataKind;
import tsbn.evaluate.Topics;
import tsbn.model.sbn.TemporalSbn;
import tsbn.picture.Trajectories;

/**
 * The topics of the run, live while the page is shown, and what is chosen of them: topics in
 * colour, a year, a span of years, a word.
 */
public final class TopicsViewModel {
  private static final Messages MESSAGES = Messages.of(TopicsViewModel.class);

  /** A snapshot at every fifteenth of the window's refreshes: about one a second. */
  private static final int REFRESHES_PER_SNAPSHOT = 15;

  private static final int WORDS = 12;
  private static final int CHOSEN_FIRST = 3;
  private static final double SMOOTHING = 2;

  private final Workbench workbench;
  private final Latest reading;
  private final Latest digesting;
  private final TopicExports exports;
  private final Choice<Integer> layer = new Choice<>(this::layerTitle, this::showLayer);
  private final Choice<Topics.Order> order =
      new Choice<>(
          List.of(Topics.Order.values()), each -> MESSAGES.get("order." + each), this::orderBy);
  private final DoubleProperty smoothing = new SimpleDoubleProperty(SMOOTHING);
  private final ObservableList<TopicRow> rows =
      FXCollections.observableArrayList(row -> new Observable[] {row.shareProperty()});
  private final ObservableList<Integer> chosen = FXCollections.observableArrayList();
  private final IntegerProperty year = new SimpleIntegerProperty();
  private final ObjectProperty<Span> span = new SimpleObjectProperty<>();
  private final WordSearch search = new WordSearch();
  private final ReadOnlyObjectWrapper<Trajectories> trajectories = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Digest> digest = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper deep = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper upper = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private final TopicNames names;
  private Topics.Order words = Topics.Order.LIFT;
  private TopicSheet sheet;
  private Snapshot snapshot;
  private int shownLayer = 1;
  private boolean shown;
  private int refreshes;

  public TopicsViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.reading = new Latest(context.tasks());
    this.digesting = new Latest(context.tasks());
    this.names = new TopicNames(context);
    this.exports = new TopicExports(context, this);
    order.show(words);
    any.bind(trajectories.isNotNull());
    smoothing.addListener((observable, before, after) -> smooth());
    chosen.addListener((ListChangeListener<Integer>) change -> colour());
    year.addListener((observable, before, after) -> digest());
    span.addListener((observable, before, after) -> digest());
    search.textProperty().addListener((observable, before, after) -> search.look(sheet, rows));
    workbench.snapshotProperty().addListener((observable, before, after) -> take());
    workbench.runProperty().addListener((observable, before, after) -> runChanged());
    runChanged();
  }

  // Properties

  /** Whether there is anything to show. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** What stands here while there is nothing. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** {@code 25 topics after iteration 1,200}. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The hidden layer whose units are the topics. */
  public Choice<?> layer() {
    return layer;
  }

  /** Whether there is more than one hidden layer to choose from. */
  public ReadOnlyBooleanProperty deepProperty() {
    return deep.getReadOnlyProperty();
  }

  /** By what the words of a topic are ordered. */
  public Choice<?> order() {
    return order;
  }

  /** How smooth the curves are: the deviation of a normal window, in years. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** The topics. */
  public ObservableList<TopicRow> rows() {
    return rows;
  }

  /** The topics in colour, from 0; the i-th has the i-th colour. */
  public ObservableList<Integer> chosen() {
    return chosen;
  }

  /** How strong they were, smoothed; null without any. */
  public ReadOnlyObjectProperty<Trajectories> trajectoriesProperty() {
    return trajectories.getReadOnlyProperty();
  }

  /** The year that is looked at. */
  public IntegerProperty yearProperty() {
    return year;
  }

  /** The span of years that is looked at instead; null for none. */
  public ObjectProperty<Span> spanProperty() {
    return span;
  }

  /** What that year or span was about; null without topics. */
  public ReadOnlyObjectProperty<Digest> digestProperty() {
    return digest.getReadOnlyProperty();
  }

  /** Whether the shown topics are made of others, of the layer below. */
  public ReadOnlyBooleanProperty upperProperty() {
    return upper.getReadOnlyProperty();
  }

  /** Which topics have a word. */
  public WordSearch search() {
    return search;
  }

  /** What takes topics away as files. */
  public TopicExports exports() {
    return exports;
  }

  // Commands

  /** The page is on the screen. */
  public void shown() {
    shown = true;
    refreshes = 0;
    workbench.requestSnapshot();
    take();
  }

  /** The page is off the screen. */
  public void hidden() {
    shown = false;
  }

  /** Called some fifteen times a second while shown. */
  public void refresh() {
    refreshes++;
    sayWhyEmpty();
    boolean outdated =
        snapshot == null || snapshot.iteration() != workbench.gaugesProperty().get().iteration();
    if (refreshes % REFRESHES_PER_SNAPSHOT == 0 && outdated) {
      workbench.requestSnapshot();
    }
  }

  /** What a topic is called. */
  public String name(int topic) {
    return sheet == null ? "" : names.of(sheet, topic);
  }

  /** Calls a topic something else; an empty name gives it its usual one back. */
  public void rename(int topic, String name) {
    names.rename(sheet, topic, name);
    rows.get(topic).nameProperty().set(name(topic));
    digest();
  }

  /** Gives a topic a colour, or takes it away. */
  public void toggle(int topic) {
    if (!chosen.remove((Integer) topic)) {
      chosen.add(topic);
    }
  }

  // How

  /** What is shown; null for nothing. */
  TopicSheet sheet() {
    return sheet;
  }

  /** What all topics are called. */
  List<String> names() {
    return names.of(sheet);
  }

  /** What the topics of the layer below are called. */
  List<String> namesBelow() {
    return names.below(sheet);
  }

  /** By what the words of the table are ordered. */
  Topics.Order wordOrder() {
    return words;
  }

  private void runChanged() {
    reading.cancel();
    digesting.cancel();
    snapshot = null;
    Run run = workbench.runProperty().get();
    names.show(run, this::called);
    show(null);
    if (run != null) {
      int depth = run.architecture().depth();
      shownLayer = 1;
      deep.set(depth > 1);
      layer.show(IntStream.rangeClosed(1, depth).boxed().toList(), 1);
    }
    sayWhyEmpty();
    if (shown) {
      workbench.requestSnapshot();
    }
  }

  private void sayWhyEmpty() {
    Run run = workbench.runProperty().get();
    if (run == null) {
      boolean texts = workbench.aboutProperty().get() != null;
      empty.set(MESSAGES.get(texts ? "empty.train" : "empty"));
    } else if (run.about().kind() != DataKind.COUNTS) {
      empty.set(MESSAGES.get("empty.other"));
    } else if (run.data() == null) {
      empty.set(MESSAGES.get("empty.data"));
    } else {
      boolean fresh = workbench.gaugesProperty().get().iteration() == 0 && !run.broughtModel();
      empty.set(MESSAGES.get(fresh ? "empty.wait" : "empty.reading"));
    }
  }

  private String layerTitle(int number) {
    return MESSAGES.format("layer", number);
  }

  private void showLayer(int number) {
    shownLayer = number;
    chosen.clear();
    reading.cancel(); // what is being read is of the other layer
    read();
  }

  private void orderBy(Topics.Order by) {
    words = by;
    fill();
  }

  private void take() {
    Snapshot latest = workbench.snapshotProperty().get();
    boolean counts = latest != null && latest.about().kind() == DataKind.COUNTS;
    boolean known = snapshot != null && sheet != null && isOf(latest);
    if (shown && counts && latest.data() != null && !known) {
      snapshot = latest;
      read();
    }
  }

  /** Whether the topics that are shown are those of a copy of the model. */
  private boolean isOf(Snapshot latest) {
    return latest.iteration() == sheet.iteration() && latest.data() == snapshot.data();
  }

  private void read() {
    Snapshot from = snapshot;
    int ofLayer = shownLayer;
    if (from == null || reading.activeProperty().get() && workbench.running()) {
      return; // the next one comes in a second
    }
    TemporalSbn model = from.model();
    reading.start(
        MESSAGES.get("reading"),
        progress -> TopicSheet.of(model.copy(), from.data(), ofLayer, from.iteration(), progress),
        this::show,
        status::set);
  }

  private void show(TopicSheet made) {
    sheet = made;
    if (made == null) {
      chosen.clear();
      rows.clear();
      span.set(null);
      trajectories.set(null);
      digest.set(null);
      status.set("");
      return;
    }
    int count = made.topics().count();
    upper.set(made.topics().layer() > 1);
    if (rows.size() != count) {
      rows.setAll(IntStream.range(0, count).mapToObj(TopicRow::new).toList());
    }
    status.set(MESSAGES.format("status", Readable.count(count), Readable.count(made.iteration())));
    if (made.raw().row(year.get()) < 0) {
      year.set(made.raw().years().get(made.raw().years().size() / 2));
    }
    fill();
    smooth();
    if (chosen.isEmpty()) {
      chosen.setAll(made.mostMoving(2 * SMOOTHING, CHOSEN_FIRST));
    }
    colour();
    digest();
    search.look(made, rows);
  }

  private void fill() {
    if (sheet == null) {
      return;
    }
    List<String> below = names.below(sheet);
    for (TopicRow row : rows) {
      TopicSheet.Facts facts = sheet.facts().get(row.topic());
      row.nameProperty().set(name(row.topic()));
      row.numbersProperty().set(sheet.wordsInNumbers(row.topic(), words, WORDS));
      row.wordsProperty().set(sheet.words(row.topic(), words, WORDS));
      row.partsInNumbersProperty().set(sheet.partsInNumbers(row.topic(), below));
      row.partsProperty().set(sheet.parts(row.topic(), below));
      row.weightProperty().set(facts.weight());
      row.peakProperty().set(facts.peak());
      row.timeScaleProperty().set(facts.timeScale());
    }
  }

  /** Topics are called something else. */
  private void called() {
    fill();
    digest();
  }

  private void smooth() {
    trajectories.set(sheet == null ? null : sheet.raw().smoothed(smoothing.get()));
  }

  private void colour() {
    for (TopicRow row : rows) {
      row.colourProperty().set(chosen.indexOf(row.topic()));
    }
  }

  private void digest() {
    TopicSheet of = sheet;
    if (of == null) {
      return;
    }
    Span years = span.get();
    int one = year.get();
    List<String> called = names.of(of);
    digesting.start(
        MESSAGES.get("digesting"),
        progress ->
            years == null
                ? Digest.ofYear(of, one, called)
                : Digest.ofSpan(of, years.from(), years.to(), called),
        digest::set,
        status::set);
  }
}
