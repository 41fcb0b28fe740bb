package tsbn.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tsbn.app.support.AppContext;
import tsbn.app.support.Entry;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Workbench;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.data.source.TextData;
import tsbn.data.text.WordSelection;

/**
 * Which words of texts a model sees, and what is held out. What a change does to the vocabulary is
 * shown at once, without reading anything again; the data are opened anew when the user wants so.
 */
public final class WordsViewModel {
  private static final Messages MESSAGES = Messages.of(WordsViewModel.class);
  private static final int MOST = 1_000_000_000;
  private static final double MOST_HELD_OUT = 90;

  private final Workbench workbench;
  private final Latest reading;
  private final Latest selecting;
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper usual = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObservableList<Step> steps = FXCollections.observableArrayList();
  private final BooleanProperty lowerCase = new SimpleBooleanProperty();
  private final BooleanProperty numbers = new SimpleBooleanProperty();
  private final StopWordsViewModel stopWords;
  private final Entry<Integer> minLength = whole("min-length", 1, 64);
  private final Entry<Integer> minTotal = whole("min-total", 0, MOST);
  private final Entry<Integer> minYear = whole("min-year", 0, MOST);
  private final Entry<OptionalInt> from = ofYear("from");
  private final Entry<OptionalInt> to = ofYear("to");
  private final Entry<Integer> future = whole("future", 0, 10_000);
  private final Entry<Double> heldOut =
      Entry.ofDouble(
          WordsViewModel::requireShare, percent -> say("held-out", plain(percent / 100)));
  private final Entry<Long> seed =
      Entry.ofLong(
          value -> require(value >= 0, "words.seed.range"),
          value -> say("seed", String.valueOf(value)));
  private WordDraft draft = WordDraft.of("");
  private TextData texts;
  private boolean showing;

  /**
   * What is left after a setting.
   *
   * @param title the setting
   * @param words different words
   * @param tokens occurrences of them
   */
  public record Step(String title, String words, String tokens) {}

  WordsViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.reading = new Latest(context.tasks());
    this.selecting = new Latest(context.tasks());
    this.stopWords = new StopWordsViewModel(context, this::draft);
    lowerCase.addListener((observable, was, is) -> say("lower-case", "" + is));
    numbers.addListener((observable, was, is) -> say("numbers", is ? "keep" : "drop"));
    workbench.dataProperty().subscribe(this::show);
  }

  // Properties

  /** Whether the open data are texts. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** Whether something is not as the open data have it. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Whether all is as where nothing is said. */
  public ReadOnlyBooleanProperty usualProperty() {
    return usual.getReadOnlyProperty();
  }

  /** Why nothing can be opened with these settings; empty if it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What each setting leaves of the words, from what is written to the vocabulary. */
  public ObservableList<Step> steps() {
    return steps;
  }

  /** Whether capitals are made small. */
  public BooleanProperty lowerCaseProperty() {
    return lowerCase;
  }

  /** Whether numbers are words. */
  public BooleanProperty numbersProperty() {
    return numbers;
  }

  /** Which words are left out whatever they are counted. */
  public StopWordsViewModel stopWords() {
    return stopWords;
  }

  /** Characters that a word has at least. */
  public Entry<Integer> minLength() {
    return minLength;
  }

  /** Occurrences in all years that a word has at least. */
  public Entry<Integer> minTotal() {
    return minTotal;
  }

  /** Occurrences in its best year that a word has at least. */
  public Entry<Integer> minYear() {
    return minYear;
  }

  /** The first year that is read; empty for all. */
  public Entry<OptionalInt> from() {
    return from;
  }

  /** The last year that is read; empty for all. */
  public Entry<OptionalInt> to() {
    return to;
  }

  /** Per cent of the tokens of every year that are held out. */
  public Entry<Double> heldOut() {
    return heldOut;
  }

  /** How many of the last years are held out as a whole. */
  public Entry<Integer> future() {
    return future;
  }

  /** Which tokens are held out. */
  public Entry<Long> seed() {
    return seed;
  }

  // Commands

  /** Opens the data with these settings. */
  public void apply() {
    if (changed.get() && problem.get().isEmpty()) {
      workbench.open(draft.source());
    }
  }

  /** Goes back to what the open data have. */
  public void revert() {
    show(workbench.dataProperty().get());
  }

  /** Goes to the settings where nothing is said. */
  public void restore() {
    draft = draft.usual();
    fill();
    select();
  }

  // How

  private Entry<Integer> whole(String option, int least, int most) {
    return Entry.ofInt(
        value -> {
          if (value < least || value > most) {
            throw new IllegalArgumentException(
                MESSAGES.format("words.range", Readable.count(least), Readable.count(most)));
          }
        },
        value -> say(option, String.valueOf(value)));
  }

  private Entry<OptionalInt> ofYear(String option) {
    return new Entry<>(
        typed -> {
          String digits = typed.strip();
          require(digits.matches("-?\\d{0,6}") && !digits.equals("-"), "words.year.range");
          return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
        },
        value -> value.isPresent() ? String.valueOf(value.getAsInt()) : "",
        value -> {},
        value -> say(option, value.isPresent() ? String.valueOf(value.getAsInt()) : ""));
  }

  private static void requireShare(double percent) {
    require(percent >= 0 && percent <= MOST_HELD_OUT, "words.held.range");
  }

  private static void require(boolean possible, String sentence) {
    if (!possible) {
      throw new IllegalArgumentException(MESSAGES.get(sentence));
    }
  }

  private void show(SequenceSet data) {
    boolean texts = data != null && data.meaning() instanceof FrameMeaning.Words;
    any.set(texts);
    if (!texts) {
      this.texts = null;
      reading.cancel();
      selecting.cancel();
      return;
    }
    WordDraft open = WordDraft.of(data.source());
    boolean same = this.texts != null && open.place().equals(draft.place());
    draft = open;
    fill();
    if (same) {
      select();
    } else {
      this.texts = null;
      steps.clear();
      reading.start(
          MESSAGES.get("words.reading"),
          progress -> TextData.open(open.source(), progress),
          read -> {
            this.texts = read;
            select();
          },
          problem::set);
    }
  }

  /** Shows what the draft says. */
  private void fill() {
    showing = true;
    lowerCase.set(draft.get("lower-case").equals("true"));
    numbers.set(draft.get("numbers").equals("keep"));
    stopWords.show(draft);
    from.show(year("from"));
    to.show(year("to"));
    minLength.show(Integer.parseInt(draft.get("min-length")));
    minTotal.show(Integer.parseInt(draft.get("min-total")));
    minYear.show(Integer.parseInt(draft.get("min-year")));
    future.show(Integer.parseInt(draft.get("future")));
    heldOut.show(100 * Double.parseDouble(draft.get("held-out")));
    seed.show(Long.parseLong(draft.get("seed")));
    showing = false;
  }

  private OptionalInt year(String option) {
    String said = draft.get(option);
    return said == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(said));
  }

  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  /** Takes a setting over. */
  private void say(String option, String value) {
    if (!showing && any.get()) {
      draft = draft.with(option, value);
      select();
    }
  }

  private void draft(WordDraft other) {
    if (any.get()) {
      draft = other;
      select();
    }
  }

  /** Finds out what the draft leaves of the words. */
  private void select() {
    SequenceSet open = workbench.dataProperty().get();
    changed.set(open != null && !draft.same(WordDraft.of(open.source())));
    usual.set(draft.isUsual());
    if (texts == null) {
      return;
    }
    TextData from = texts;
    String source = draft.source();
    selecting.start(
        MESSAGES.get("words.selecting"),
        progress -> from.selection(source),
        this::show,
        sentence -> {
          steps.clear();
          problem.set(sentence);
        });
  }

  private void show(WordSelection selection) {
    List<Step> found = new ArrayList<>();
    WordSelection.Step before = null;
    for (WordSelection.Step step : selection.steps()) {
      if (before == null || step.words() != before.words()) {
        found.add(
            new Step(
                MESSAGES.get("words.step." + step.cause()),
                Readable.count(step.words()),
                Readable.count(step.tokens())));
      }
      before = step;
    }
    steps.setAll(found);
    boolean enough = before != null && before.words() >= 2;
    problem.set(enough ? "" : MESSAGES.get("words.few"));
  }
}
