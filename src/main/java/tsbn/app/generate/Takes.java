package tsbn.app.generate;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;

/**
 * What was made since the data was opened, the latest first, to look at or listen to again. Older
 * ones give way, but for those that the user keeps.
 */
public final class Takes {
  private static final Messages MESSAGES = Messages.of(Takes.class);

  /** More than these are let go of, unless they are kept. */
  private static final int REMEMBERED = 12;

  private final ObservableList<Take> list = FXCollections.observableArrayList();
  private final ObservableList<Take> view = FXCollections.unmodifiableObservableList(list);
  private int count;

  /** One of them. */
  public static final class Take {
    private final String title;
    private final Dream dream;
    private final BooleanProperty kept = new SimpleBooleanProperty();

    private Take(String title, Dream dream) {
      this.title = title;
      this.dream = dream;
    }

    /** For people, such as {@code 3: seed 44, iteration 1,504}. */
    public String title() {
      return title;
    }

    Dream dream() {
      return dream;
    }

    /** Whether it stays, however many follow. */
    public BooleanProperty keptProperty() {
      return kept;
    }
  }

  /** All of them, the latest first. */
  public ObservableList<Take> list() {
    return view;
  }

  /** Puts one in front. */
  void add(Dream dream, long seed, int iteration) {
    count++;
    String title = MESSAGES.format("take", count, Long.toString(seed), Readable.count(iteration));
    list.add(0, new Take(title, dream));
    long loose = list.stream().filter(take -> !take.kept.get()).count();
    for (int i = list.size() - 1; i > 0 && loose > REMEMBERED; i--) {
      if (!list.get(i).kept.get()) {
        list.remove(i);
        loose--;
      }
    }
  }

  void remove(Take take) {
    list.remove(take);
  }

  void clear() {
    list.clear();
    count = 0;
  }
}
