package tsbn.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tsbn.app.support.AppContext;
import tsbn.app.support.Choice;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.data.source.TextData;
import tsbn.data.text.StopWords;

/**
 * Which words are left out of texts, however often they stand there: a list, without some words and
 * with some more. The whole list can be looked at and changed as a text.
 */
public final class StopWordsViewModel {
  private static final Messages MESSAGES = Messages.of(StopWordsViewModel.class);
  private static final String ENGLISH = "english";
  private static final String NONE = "none";
  private static final String LIST = "stop-words";
  private static final String STOP = "stop";
  private static final String KEEP = "keep";
  private static final FileType TEXT =
      new FileType(MESSAGES.get("stop.file"), List.of("txt", "csv", "lst"));

  private final AppContext context;
  private final Consumer<WordDraft> changed;
  private final Latest reading;
  private final Choice<String> list =
      new Choice<>(StopWordsViewModel::title, chosen -> say(LIST, chosen));
  private final StringProperty stop = new SimpleStringProperty("");
  private final StringProperty keep = new SimpleStringProperty("");
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty all = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private WordDraft draft = WordDraft.of("");
  private Set<String> listed = Set.of();
  private boolean showing;

  /**
   * Nothing yet.
   *
   * @param changed gets what the user has changed
   */
  StopWordsViewModel(AppContext context, Consumer<WordDraft> changed) {
    this.context = context;
    this.changed = changed;
    this.reading = new Latest(context.tasks());
    stop.addListener((observable, was, is) -> say(STOP, option(StopWords.parse(is))));
    keep.addListener((observable, was, is) -> say(KEEP, option(StopWords.parse(is))));
    open.addListener((observable, was, is) -> read());
  }

  // Properties

  /** Which list is used. */
  public Choice<?> list() {
    return list;
  }

  /** Words left out beside those of the list. */
  public StringProperty stopProperty() {
    return stop;
  }

  /** Words kept although they are in the list. */
  public StringProperty keepProperty() {
    return keep;
  }

  /** Whether all words that are left out are shown. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** All words that are left out; what is typed counts from {@link #commit} on. */
  public StringProperty allProperty() {
    return all;
  }

  /** {@code 312 words}. */
  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  // Commands

  /** Takes over the words as they stand in the text. */
  public void commit() {
    Set<String> wanted = StopWords.parse(all.get());
    Set<String> more = new TreeSet<>(wanted);
    more.removeAll(listed);
    Set<String> fewer = new TreeSet<>(listed);
    fewer.removeAll(wanted);
    boolean unlike = !listed.isEmpty() && fewer.size() == listed.size();
    WordDraft typed =
        unlike
            ? draft.with(LIST, NONE).with(STOP, option(wanted)).with(KEEP, "")
            : draft.with(STOP, option(more)).with(KEEP, option(fewer));
    if (!typed.same(draft)) {
      show(typed);
      changed.accept(typed);
    }
  }

  /** Asks for a file of stop words, which takes the place of the list. */
  public void openFile() {
    context
        .dialogs()
        .open(MESSAGES.get("stop.open"), TEXT)
        .ifPresent(
            file -> {
              WordDraft other = draft.with(LIST, file.toAbsolutePath().toString());
              show(other);
              changed.accept(other);
            });
  }

  // How

  /** Shows what a draft says. */
  void show(WordDraft other) {
    draft = other;
    showing = true;
    List<String> known = new ArrayList<>(List.of(ENGLISH, NONE));
    String chosen = draft.get(LIST);
    if (!known.contains(chosen)) {
      known.add(chosen);
    }
    list.show(known, chosen);
    stop.set(draft.get(STOP).replace(",", ", "));
    keep.set(draft.get(KEEP).replace(",", ", "));
    showing = false;
    read();
  }

  private void say(String option, String value) {
    if (!showing) {
      draft = draft.with(option, value);
      changed.accept(draft);
      read();
    }
  }

  /** The list and what is left of it, where somebody wants to see that. */
  private record Lists(Set<String> listed, Set<String> left) {}

  private void read() {
    if (!open.get()) {
      reading.cancel();
      return;
    }
    String source = draft.source();
    String bare = draft.with(STOP, "").with(KEEP, "").source();
    reading.start(
        MESSAGES.get("stop.reading"),
        progress -> new Lists(TextData.stopWords(bare), TextData.stopWords(source)),
        read -> {
          listed = read.listed();
          all.set(String.join(", ", new TreeSet<>(read.left())));
          count.set(
              Readable.count(
                  read.left().size(), MESSAGES.get("stop.one"), MESSAGES.get("stop.many")));
        },
        context.notices()::error);
  }

  private static String title(String list) {
    return switch (list) {
      case ENGLISH, NONE -> MESSAGES.get("words.list." + list);
      default -> Path.of(list).getFileName().toString();
    };
  }

  /** Words as an option has them, without what means something there. */
  private static String option(Set<String> words) {
    return words.stream()
        .map(word -> word.replaceAll("[&?=#]", ""))
        .filter(word -> !word.isEmpty())
        .reduce((one, other) -> one + "," + other)
        .orElse("");
  }
}
