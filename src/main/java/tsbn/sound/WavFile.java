package tsbn.sound;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.Map;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Synthesizer;
import javax.sound.midi.Track;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import tsbn.data.music.PianoMidi;

/**
 * Renders a roll as a sound file (RIFF WAVE, 44.1 kHz, 16 bit, stereo), faster than it sounds and
 * without a sound device.
 *
 * <p>The JDK's synthesiser can do that, but the package of its method is not open to programs: the
 * program is started with {@code --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED}.
 */
public final class WavFile {
  private static final AudioFormat FORMAT = new AudioFormat(44_100, 16, 2, true, false);

  /** Seconds behind the last frame, in which notes die away. */
  private static final double TAIL = 1.5;

  private WavFile() {}

  /** Whether this JDK lets the program render; asking takes a while the first time. */
  public static boolean possible() {
    return Possible.YES;
  }

  /** Found out once. */
  private static final class Possible {
    private static final boolean YES = found();

    private static boolean found() {
      try {
        Synthesizer device = MidiSystem.getSynthesizer();
        return device
                .getClass()
                .getModule()
                .isExported(device.getClass().getPackageName(), WavFile.class.getModule())
            && renderer(device) != null;
      } catch (MidiUnavailableException | NoSuchMethodException e) {
        return false;
      }
    }
  }

  private static Method renderer(Synthesizer device) throws NoSuchMethodException {
    return device.getClass().getMethod("openStream", AudioFormat.class, Map.class);
  }

  /**
   * Renders.
   *
   * @param framesPerSecond how fast the roll goes
   * @param out stays open
   * @throws IOException also if this JDK does not let the program render
   */
  public static void write(
      Piece piece, double framesPerSecond, Instrument instrument, OutputStream out)
      throws IOException {
    try (Synthesizer device = MidiSystem.getSynthesizer();
        AudioInputStream endless =
            (AudioInputStream) renderer(device).invoke(device, FORMAT, Map.of())) {
      send(piece, framesPerSecond, instrument, device.getReceiver());
      double seconds = piece.length() / framesPerSecond + TAIL;
      long samples = Math.round(seconds * FORMAT.getFrameRate());
      AudioInputStream part = new AudioInputStream(endless, FORMAT, samples);
      AudioSystem.write(part, AudioFileFormat.Type.WAVE, out);
    } catch (MidiUnavailableException | ReflectiveOperationException e) {
      throw new IOException("This Java cannot render sound into a file.", e);
    }
  }

  /** All notes with the times, in microseconds, at which they begin and end. */
  private static void send(
      Piece piece, double framesPerSecond, Instrument instrument, Receiver receiver) {
    Sequence score =
        PianoMidi.sequence(piece.meaning(), piece.frames(), framesPerSecond, instrument.program());
    double seconds = piece.length() / framesPerSecond;
    Track track = score.getTracks()[0];
    for (int i = 0; i < track.size(); i++) {
      MidiEvent event = track.get(i);
      if (event.getMessage() instanceof ShortMessage) {
        double share = (double) event.getTick() / score.getTickLength();
        receiver.send(event.getMessage(), Math.round(1e6 * seconds * share));
      }
    }
  }
}
