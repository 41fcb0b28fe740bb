package tsbn.app.generate;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tsbn.app.support.Messages;
import tsbn.data.FrameMeaning;

/**
 * What was made since the data was opened, the latest first, to look at or listen to again. Older
 * ones give way, but for those that the user keeps; they stay for other data of the same kind, too.
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

    /** For people, such as {@code 3: seed 44, 4 bars, iteration 1,504}. */
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
  void add(Dream dream, String how) {
    count++;
    list.add(0, new Take(MESSAGES.format("take", count, how), dream));
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

  /**
   * Other data are open: what is not kept goes, and what was made of frames of another kind.
   *
   * @return how many went that were to be kept
   */
  int letGo(FrameMeaning now) {
    long before = list.stream().filter(take -> take.kept.get()).count();
    list.removeIf(take -> !take.kept.get() || !alike(take.dream.meaning(), now));
    count = list.isEmpty() ? 0 : count;
    return (int) before - list.size();
  }

  private static boolean alike(FrameMeaning one, FrameMeaning other) {
    return one.getClass() == other.getClass() && one.units() == other.units();
  }
}
