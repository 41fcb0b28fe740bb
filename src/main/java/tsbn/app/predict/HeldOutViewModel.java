package tsbn.app.predict;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tsbn.app.support.AppContext;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Run;
import tsbn.app.support.Snapshot;
import tsbn.app.support.Workbench;
import tsbn.evaluate.HeldOutWords;
import tsbn.model.sbn.TemporalSbn;
import tsbn.picture.Trajectories;

/** How many of the most frequent words of a year the model foretells, beside counting alone. */
public final class HeldOutViewModel {
  private static final Messages MESSAGES = Messages.of(HeldOutViewModel.class);
  private static final int SAMPLES = 100;

  private final Workbench workbench;
  private final Latest foretelling;
  private final ReadOnlyObjectWrapper<Trajectories> overlaps = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper truthTitle = new ReadOnlyStringWrapper("");
  private final ObservableList<WordScoreRow> scores = FXCollections.observableArrayList();
  private final ObservableList<ListedWord> foretold = FXCollections.observableArrayList();
  private final ObservableList<ListedWord> truth = FXCollections.observableArrayList();
  private final IntegerProperty year = new SimpleIntegerProperty();
  private final IntegerProperty guess = new SimpleIntegerProperty();
  private WordForecast forecast;
  private Snapshot snapshot;
  private boolean shown;

  public HeldOutViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.foretelling = new Latest(context.tasks());
    any.bind(overlaps.isNotNull());
    year.addListener((observable, before, after) -> list());
    guess.addListener((observable, before, after) -> list());
    workbench.snapshotProperty().addListener((observable, before, after) -> take());
    workbench.runProperty().addListener((observable, before, after) -> runChanged());
    runChanged();
  }

  // Properties

  /** The share of the top words foretold, by year and guess; null without any. */
  public ReadOnlyObjectProperty<Trajectories> overlapsProperty() {
    return overlaps.getReadOnlyProperty();
  }

  /** Whether there is anything to show. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** What stands here while there is nothing. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** {@code after iteration 1,200, 100 samples}. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** {@code 2014: 31 of 50 foretold}. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What the true words were counted in. */
  public ReadOnlyStringProperty truthTitleProperty() {
    return truthTitle.getReadOnlyProperty();
  }

  /** The model's scores, then those of counting. */
  public ObservableList<WordScoreRow> scores() {
    return scores;
  }

  /** The words that the chosen guess puts on top in the year. */
  public ObservableList<ListedWord> foretold() {
    return foretold;
  }

  /** The words that were on top in the year. */
  public ObservableList<ListedWord> truth() {
    return truth;
  }

  /** The year that is looked at. */
  public IntegerProperty yearProperty() {
    return year;
  }

  /** Whose words are listed: 0 for the model, then counting. */
  public IntegerProperty guessProperty() {
    return guess;
  }

  // Commands

  /** The page is on the screen. */
  public void shown() {
    shown = true;
    workbench.requestSnapshot();
    take();
  }

  /** The page is off the screen. */
  public void hidden() {
    shown = false;
  }

  /** Foretells again with what the model has learned since. */
  public void again() {
    workbench.requestSnapshot();
  }

  // How

  private void runChanged() {
    foretelling.cancel();
    snapshot = null;
    show(null);
    Run run = workbench.runProperty().get();
    boolean held = run != null && run.data() != null && HeldOutWords.of(run.data()).isPresent();
    empty.set(
        held ? MESSAGES.get("words.wait") : MESSAGES.get(run == null ? "empty" : "words.empty"));
    if (shown) {
      workbench.requestSnapshot();
    }
  }

  private void take() {
    Snapshot latest = workbench.snapshotProperty().get();
    if (!shown || latest == null || latest == snapshot || latest.data() == null) {
      return;
    }
    Optional<HeldOutWords> words = HeldOutWords.of(latest.data());
    boolean busy = foretelling.activeProperty().get() && workbench.running();
    boolean known =
        forecast != null
            && latest.iteration() == snapshot.iteration()
            && latest.data() == snapshot.data();
    if (words.isEmpty() || busy || known) {
      return;
    }
    snapshot = latest;
    TemporalSbn model = latest.model();
    foretelling.start(
        MESSAGES.get("words.foretelling"),
        progress ->
            WordForecast.of(
                words.get(),
                latest.about().meaning(),
                model.copy(),
                MESSAGES.get("model"),
                SAMPLES,
                progress),
        this::show,
        status::set);
  }

  private void show(WordForecast made) {
    forecast = made;
    overlaps.set(made == null ? null : made.overlaps());
    if (made == null) {
      scores.clear();
      foretold.clear();
      truth.clear();
      return;
    }
    status.set(
        MESSAGES.format(
            "words.status", Readable.count(snapshot.iteration()), Readable.count(made.samples())));
    scores.setAll(
        IntStream.range(0, made.guesses().size())
            .mapToObj(k -> row(made.guesses().get(k), k))
            .toList());
    if (made.overlaps().row(year.get()) < 0) {
      List<Integer> years = made.overlaps().years();
      year.set(years.get(years.size() - 1));
    }
    list();
  }

  private static WordScoreRow row(WordForecast.Guess guess, int colour) {
    return new WordScoreRow(guess.name(), colour, guess.scores());
  }

  private void list() {
    if (forecast == null) {
      return;
    }
    int row = forecast.overlaps().row(year.get());
    if (row < 0) {
      return;
    }
    List<ListedWord> said = forecast.foretold(guess.get(), row);
    foretold.setAll(said);
    truth.setAll(forecast.truth(guess.get(), row));
    long hits = said.stream().filter(ListedWord::hit).count();
    title.set(
        MESSAGES.format(
            "words.title", String.valueOf(year.get()), Readable.count(hits), said.size() + ""));
    boolean future = forecast.words().isFuture(row);
    truthTitle.set(MESSAGES.get(future ? "words.truth.future" : "words.truth"));
  }
}
