package tsbn.app.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One of a few values, chosen by its title. A view shows the titles and need not know what they
 * stand for.
 */
public final class Choice<E> {
  private final Function<E, String> title;
  private final Consumer<E> accept;
  private final ObservableList<String> titles = FXCollections.observableArrayList();
  private final StringProperty chosen = new SimpleStringProperty();
  private final List<E> values = new ArrayList<>();
  private boolean showing;

  /**
   * A choice among nothing yet.
   *
   * @param title the name of a value for people; no two are alike
   * @param accept gets every value that the user chooses
   */
  public Choice(Function<E, String> title, Consumer<E> accept) {
    this.title = title;
    this.accept = accept;
    chosen.addListener((observable, was, is) -> choose());
  }

  /** A choice among some values; see {@link #Choice(Function, Consumer)}. */
  public Choice(List<E> values, Function<E, String> title, Consumer<E> accept) {
    this(title, accept);
    this.values.addAll(values);
    titles.setAll(values.stream().map(title).toList());
  }

  // Properties

  /** The titles to choose from. */
  public ObservableList<String> titles() {
    return titles;
  }

  /** The title that is chosen; null before a value was shown. */
  public StringProperty chosenProperty() {
    return chosen;
  }

  // Commands

  /** Shows a value that came from elsewhere. */
  public void show(E value) {
    show(List.copyOf(titles), title.apply(value));
  }

  /** Offers other values and shows one of them; a value may be null. */
  public void show(List<E> offered, E value) {
    values.clear();
    values.addAll(offered);
    show(offered.stream().map(title).toList(), title.apply(value));
  }

  private void show(List<String> offered, String shown) {
    showing = true;
    if (!titles.equals(offered)) {
      titles.setAll(offered);
    }
    chosen.set(shown);
    showing = false;
  }

  private void choose() {
    int index = titles.indexOf(chosen.get());
    if (!showing && index >= 0) {
      accept.accept(values.get(index));
    }
  }
}
