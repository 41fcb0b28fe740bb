package tsbn.app.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tsbn.experiment.Experiment;
import tsbn.experiment.StoredRun;
import tsbn.learn.Trainer;

/**
 * Trains an experiment again with other seeds, one run after the other, as the user would by hand.
 * Stopping one of them, or beginning something else, ends it.
 */
public final class SeedRepeats {
  private static final Messages MESSAGES = Messages.of(SeedRepeats.class);

  private final Workbench workbench;
  private final Notices notices;
  private final Deque<Long> seeds = new ArrayDeque<>();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private StoredRun of;
  private int all;

  /** The seed in training; null for none. */
  private Long present;

  SeedRepeats(Workbench workbench, Notices notices) {
    this.workbench = workbench;
    this.notices = notices;
    workbench.gaugesProperty().addListener((observable, was, is) -> look(is.state()));
  }

  /** {@code Seed 3, the 2nd of 5}; empty while nothing is repeated. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /**
   * Begins.
   *
   * @param item the run to repeat
   * @param count runs in all, those that are there already among them
   */
  public void start(RunItem item, int count) {
    if (workbench.running()) {
      notices.error(MESSAGES.get("repeat.running"));
      return;
    }
    of = item.run();
    seeds.clear();
    Set<Long> known = new TreeSet<>();
    for (RunItem other : workbench.library().items()) {
      if (other.run().repeats(of)) {
        known.add(other.run().experiment().settings().seed());
      }
    }
    for (long seed = 1; known.size() + seeds.size() < count; seed++) {
      if (!known.contains(seed)) {
        seeds.add(seed);
      }
    }
    all = seeds.size();
    if (all == 0) {
      notices.info(MESSAGES.format("repeat.there", Readable.count(known.size())));
      return;
    }
    next();
  }

  private void next() {
    present = seeds.poll();
    if (present == null) {
      status.set("");
      notices.info(MESSAGES.format("repeat.done", Readable.count(all)));
      return;
    }
    status.set(
        MESSAGES.format(
            "repeat.status", present + "", Readable.count(all - seeds.size()), all + ""));
    Experiment like = of.experiment();
    workbench.beginLike(
        new Experiment(
            like.data(), like.architecture(), like.settings().change().seed(present).build()),
        of.data().kind(),
        workbench::train);
  }

  private void look(Trainer.State state) {
    Run run = workbench.runProperty().get();
    if (present == null || run == null) {
      return;
    }
    boolean ours = run.experiment().settings().seed() == present;
    if (ours && state == Trainer.State.FINISHED) {
      next();
    } else if (ours && state.ended() || !ours && state == Trainer.State.RUNNING) {
      present = null;
      seeds.clear();
      status.set("");
    }
  }
}
