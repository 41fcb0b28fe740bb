package tsbn.app.topics;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;

/** Which topics have a word. */
public final class WordSearch {
  private static final Messages MESSAGES = Messages.of(WordSearch.class);

  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();

  WordSearch() {}

  /** The word that is looked for. */
  public StringProperty textProperty() {
    return text;
  }

  /** What is known of that word, or that there is none. */
  public ReadOnlyStringProperty foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Whether there is that word, so that every topic has a share of it. */
  public ReadOnlyBooleanProperty knownProperty() {
    return known.getReadOnlyProperty();
  }

  /**
   * Looks for it.
   *
   * @param sheet null where there are no topics
   * @param rows of the topics; they get its share. Modified.
   */
  void look(TopicSheet sheet, List<TopicRow> rows) {
    String wanted = text.get().strip();
    int unit = sheet == null || wanted.isEmpty() ? -1 : sheet.unit(wanted);
    if (unit < 0) {
      known.set(false);
      found.set(wanted.isEmpty() || sheet == null ? "" : MESSAGES.format("found.none", wanted));
      return;
    }
    for (TopicRow row : rows) {
      row.shareProperty().set(sheet.topics().probability(row.topic(), unit));
    }
    known.set(true);
    TopicRow strongest =
        rows.stream().max(Comparator.comparing(row -> row.shareProperty().get())).orElseThrow();
    found.set(
        MESSAGES.format(
            "found",
            wanted,
            Readable.percent(sheet.shares()[unit]),
            strongest.nameProperty().get(),
            Readable.percent(strongest.shareProperty().get())));
  }
}
