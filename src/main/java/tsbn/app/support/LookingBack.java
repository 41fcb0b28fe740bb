package tsbn.app.support;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import tsbn.experiment.Checkpoints;

/**
 * Shows the model of the present run as it was at one of its checkpoints: every page that shows the
 * model shows that one, until the user comes back to now. Training is not touched.
 */
public final class LookingBack {
  private static final Messages MESSAGES = Messages.of(LookingBack.class);

  private final Latest listing;
  private final Latest reading;
  private final Consumer<Snapshot> show;
  private final IntegerProperty place = new SimpleIntegerProperty();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private List<Integer> iterations = List.of();
  private Run run;
  private boolean moving;

  /**
   * Nothing to look back at yet.
   *
   * @param show gets the model to show; null for that of now
   */
  LookingBack(BackgroundTasks tasks, Consumer<Snapshot> show) {
    this.listing = new Latest(tasks);
    this.reading = new Latest(tasks);
    this.show = show;
    place.addListener((observable, was, is) -> move());
  }

  // Properties

  /** Which of the checkpoints is shown, from 0; {@link #countProperty} for now. */
  public IntegerProperty placeProperty() {
    return place;
  }

  /** How many checkpoints there are to look back at. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** {@code after iteration 1,200}, or that it is now. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  // Commands

  /** Comes back to the model as it is now. */
  public void now() {
    place.set(count.get());
  }

  /** Looks which checkpoints there are by now. */
  public void look() {
    if (run == null || run.folder() == null) {
      return;
    }
    Run of = run;
    listing.start(
        MESSAGES.get("back.listing"),
        progress -> list(of),
        found -> found(of, found),
        sentence -> {}); // those that were found before stay
  }

  // How

  /** Another run is shown; null for none. */
  void show(Run other) {
    run = other;
    reading.cancel();
    listing.cancel();
    found(other, List.of());
    look();
  }

  private static List<Integer> list(Run of) throws IOException {
    return Checkpoints.of(of.folder()).iterations();
  }

  private void found(Run of, List<Integer> now) {
    if (of != run) {
      return;
    }
    boolean live = place.get() >= count.get();
    int kept = live ? -1 : iterations.get(place.get());
    iterations = now;
    moving = true; // the same model as before is shown
    count.set(now.size());
    int there = now.indexOf(kept);
    boolean gone = !live && there < 0;
    place.set(live || gone ? now.size() : there);
    moving = false;
    if (gone || now.isEmpty()) {
      show.accept(null);
    }
    say();
  }

  private void say() {
    boolean live = place.get() >= iterations.size();
    text.set(
        live
            ? MESSAGES.get("back.now")
            : MESSAGES.format("back.at", Readable.count(iterations.get(place.get()))));
  }

  private void move() {
    if (moving) {
      return;
    }
    say();
    if (place.get() >= iterations.size()) {
      reading.cancel();
      show.accept(null);
      return;
    }
    int iteration = iterations.get(place.get());
    Run of = run;
    reading.start(
        MESSAGES.get("back.reading"),
        progress ->
            new Snapshot(
                of.data(),
                of.about(),
                Checkpoints.of(of.folder()).model(iteration, of.architecture()),
                iteration),
        show,
        sentence -> {
          text.set(sentence);
          look();
        });
  }
}
