package tsbn.app.generate;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tsbn.app.support.Entry;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.data.FrameMeaning;
import tsbn.experiment.MusicFiles;

/**
 * How fast music goes: as its data does, unless the user says otherwise. It is counted in quarter
 * notes where frames are a note value, otherwise in frames.
 */
public final class Tempo {
  private static final Messages MESSAGES = Messages.of(Tempo.class);
  private static final double MINUTE = 60;
  private static final double QUARTERS = 4;

  private final Entry<Integer> perMinute = Entry.ofInt(this::require, this::chosen);
  private final ReadOnlyDoubleWrapper framesPerSecond = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyBooleanWrapper music = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private double framesPerBeat = 1;
  private int ofData;

  public Tempo() {
    perMinute.show((int) MINUTE);
  }

  /** What the user types: quarter notes or frames a minute. */
  public Entry<Integer> perMinute() {
    return perMinute;
  }

  /** {@code Quarter notes a minute} or {@code Frames a minute}. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
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
  void take(FrameMeaning meaning, double rate) {
    int whole = meaning instanceof FrameMeaning.PianoRoll keys ? keys.framesPerWhole() : 0;
    music.set(meaning instanceof FrameMeaning.PianoRoll);
    framesPerBeat = whole == 0 ? 1 : whole / QUARTERS;
    title.set(MESSAGES.get(whole == 0 ? "tempo.frames" : "tempo.quarters"));
    ofData = (int) Math.max(1, Math.round(MINUTE * rate / framesPerBeat));
    perMinute.show(ofData);
    framesPerSecond.set(rate);
  }

  /** {@code 90 a minute}; empty where it is as the data's. */
  String text() {
    return !music.get() || perMinute.value() == ofData
        ? ""
        : MESSAGES.format("take.tempo", Readable.count(perMinute.value()));
  }

  private void chosen(int beats) {
    framesPerSecond.set(beats * framesPerBeat / MINUTE);
  }

  private void require(int value) {
    int most = (int) (MusicFiles.MOST_FRAMES_PER_MINUTE / framesPerBeat);
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          MESSAGES.format("tempo.range", title.get(), Readable.count(most)));
    }
  }
}
