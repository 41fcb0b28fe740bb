package tsbn.app.generate;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import tsbn.app.support.Entry;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.data.FrameMeaning;
import tsbn.experiment.MusicFiles;

/** How fast music goes: as its data does, unless the user says otherwise. */
public final class Tempo {
  private static final Messages MESSAGES = Messages.of(Tempo.class);
  private static final int MINUTE = 60;

  private final Entry<Integer> framesPerMinute = Entry.ofInt(Tempo::require, this::chosen);
  private final ReadOnlyDoubleWrapper framesPerSecond = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyBooleanWrapper music = new ReadOnlyBooleanWrapper();

  public Tempo() {
    framesPerMinute.show(MINUTE);
  }

  /** What the user types. */
  public Entry<Integer> framesPerMinute() {
    return framesPerMinute;
  }

  /** How fast what is made plays. */
  public ReadOnlyDoubleProperty framesPerSecondProperty() {
    return framesPerSecond.getReadOnlyProperty();
  }

  /** Whether there is music, of which the tempo can be chosen. */
  public ReadOnlyBooleanProperty musicProperty() {
    return music.getReadOnlyProperty();
  }

  /** Begins with the tempo of some data. */
  void take(FrameMeaning meaning, double ofData) {
    music.set(meaning instanceof FrameMeaning.PianoRoll);
    framesPerMinute.show((int) Math.max(1, Math.round(MINUTE * ofData)));
    framesPerSecond.set(ofData);
  }

  private void chosen(int perMinute) {
    framesPerSecond.set(perMinute / (double) MINUTE);
  }

  private static void require(int value) {
    if (value < 1 || value > MusicFiles.MOST_FRAMES_PER_MINUTE) {
      throw new IllegalArgumentException(
          MESSAGES.format("tempo.range", Readable.count(MusicFiles.MOST_FRAMES_PER_MINUTE)));
    }
  }
}
