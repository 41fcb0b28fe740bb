package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import javax.sound.midi.MidiUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.sound.Instrument;

class SoundTest {
  private final RecordedNotices notices = new RecordedNotices();
  private final SameThreadTasks tasks = new SameThreadTasks();
  private int opened;

  private Sound sound() {
    return new Sound(
        tasks,
        notices,
        () -> {
          opened++;
          return new RecordedSynth();
        });
  }

  @Test
  void theSynthesiserIsOpenedOnceAndWhenItIsWanted() {
    Sound sound = sound();
    sound.onProperty().set(false);
    sound.wanted();
    assertEquals(0, opened, "who wants silence needs no device");
    sound.onProperty().set(true);
    sound.wanted();
    sound.wanted();
    assertEquals(1, opened);
    assertFalse(sound.missingProperty().get());
  }

  @Test
  void itSoundsAsTheUserWants() {
    Sound sound = sound();
    sound.instrumentProperty().set(Instrument.FLUTE);
    sound.volumeProperty().set(0.25);
    sound.wanted();
    RecordedSynth synth = (RecordedSynth) sound.synthProperty().get();
    assertEquals(Instrument.FLUTE, synth.instrument);
    assertEquals(0.25, synth.volume);
    sound.instrumentProperty().set(Instrument.CHOIR);
    sound.volumeProperty().set(0.5);
    assertEquals(Instrument.CHOIR, synth.instrument);
    assertEquals(0.5, synth.volume);
    sound.close();
    assertTrue(synth.closed);
    assertNull(sound.synthProperty().get());
  }

  @Test
  void theNextStartSoundsAsTheLast(@TempDir Path folder) {
    Remembered first = new Remembered(folder.resolve("workbench.json"));
    Sound sound = sound();
    sound.keepIn(first.soundProperty());
    assertTrue(sound.onProperty().get());
    sound.volumeProperty().set(0.25);
    sound.instrumentProperty().set(Instrument.FLUTE);
    sound.onProperty().set(false);
    first.save();
    Sound next = sound();
    next.keepIn(new Remembered(folder.resolve("workbench.json")).soundProperty());
    assertFalse(next.onProperty().get());
    assertEquals(0.25, next.volumeProperty().get());
    assertEquals(Instrument.FLUTE, next.instrumentProperty().get());
  }

  @Test
  void aBrokenMemoryStillSounds() {
    Sound sound = sound();
    sound.keepIn(new SimpleObjectProperty<>(new Remembered.Listening(true, 7, null)));
    assertEquals(1, sound.volumeProperty().get());
    assertEquals(Instrument.PIANO, sound.instrumentProperty().get());
  }

  @Test
  void aMissingDeviceIsSaidOnce() {
    Sound sound =
        new Sound(
            tasks,
            notices,
            () -> {
              throw new MidiUnavailableException("no line");
            });
    sound.wanted();
    sound.wanted();
    assertTrue(sound.missingProperty().get());
    assertEquals(1, notices.infos().size());
    assertEquals(0, notices.errors().size());
    sound.close();
  }
}
