package tsbn.app.dictionary;

import java.util.List;
import java.util.function.Consumer;
import tsbn.app.support.BackgroundTasks;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Run;
import tsbn.app.support.Snapshot;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.Split;
import tsbn.evaluate.UnitUse;
import tsbn.math.RandomStream;
import tsbn.model.sbn.TemporalSbn;
import tsbn.picture.KeyRange;

/**
 * What is found out in the background about the units of a run: how q uses them, and of a piano
 * which keys the data uses. On the FX thread.
 */
final class Findings {
  private static final Messages MESSAGES = Messages.of(Findings.class);
  private static final int MEASURED_SEQUENCES = 10;

  private final Latest measuring;
  private final Latest searching;
  private UnitUse use;
  private KeyRange keys;

  Findings(BackgroundTasks tasks) {
    this.measuring = new Latest(tasks);
    this.searching = new Latest(tasks);
  }

  /** How q uses the units; null while nobody has measured it. */
  UnitUse use() {
    return use;
  }

  /** The keys that the data uses; null while they are not known, and for other data. */
  KeyRange keys() {
    return keys;
  }

  /** Drops all that is known and under way. */
  void forget() {
    forgetUse();
    searching.cancel();
    keys = null;
  }

  /** Drops what is known of the units of a layer, for those of another. */
  void forgetUse() {
    cancelMeasuring();
    use = null;
  }

  void cancelMeasuring() {
    measuring.cancel();
  }

  /**
   * Lets q loose on some sequences, unless that is under way.
   *
   * @param layer whose units, from 1
   * @param found called when it is known how q uses the units; never without data
   */
  void measureUse(Snapshot snapshot, int layer, Runnable found, Consumer<String> failed) {
    if (measuring.activeProperty().get() || snapshot.data() == null) {
      return;
    }
    TemporalSbn model = snapshot.model();
    List<Sequence> sequences = snapshot.data().get(Split.VALID);
    List<Sequence> all = sequences.isEmpty() ? snapshot.data().get(Split.TRAIN) : sequences;
    List<Sequence> some = all.subList(0, Math.min(MEASURED_SEQUENCES, all.size()));
    measuring.start(
        MESSAGES.get("measure"),
        progress -> UnitUse.of(model.copy(), layer, some, new RandomStream(1), progress),
        measured -> {
          use = measured;
          found.run();
        },
        failed);
  }

  /**
   * Of a piano only the keys in use are shown; to find them takes a moment in a large set.
   *
   * @param found called when they are known; never for other data
   */
  void findKeys(Run run, Runnable found, Consumer<String> failed) {
    if (run.data() != null && run.about().meaning() instanceof FrameMeaning.PianoRoll) {
      searching.start(
          MESSAGES.get("keys"),
          progress -> KeyRange.of(run.data().all(), progress),
          range -> {
            keys = range;
            found.run();
          },
          failed);
    }
  }
}
