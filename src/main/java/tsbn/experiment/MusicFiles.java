package tsbn.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.data.music.PianoMidi;
import tsbn.sound.Instrument;
import tsbn.sound.Piece;
import tsbn.sound.WavFile;

/** Writes music that was made up, as notes ({@code .mid}) or as sound ({@code .wav}). */
public final class MusicFiles {
  /** The endings of files it writes; of sound where this Java can render it. */
  public static final List<String> ENDINGS = List.of("mid", "wav");

  /** The fastest tempo that is offered. */
  public static final int MOST_FRAMES_PER_MINUTE = 6000;

  private MusicFiles() {}

  /**
   * Writes pieces, each into a file of its own: {@code song.mid}, or {@code song-1.mid}, {@code
   * song-2.mid} if there are several.
   *
   * @param pieces T x M each; a note sounds where the value is at least a half. Not modified.
   * @param out ends with one of {@link #ENDINGS}
   * @return the files that were written
   * @throws IOException also if this Java cannot render sound
   * @throws IllegalArgumentException with a sentence if a piece cannot be written in that form
   */
  public static List<Path> write(
      FrameMeaning.PianoRoll keys,
      List<FMatrixRMaj> pieces,
      double framesPerSecond,
      Instrument instrument,
      Path out)
      throws IOException {
    boolean sound = out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".wav");
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      FMatrixRMaj frames = pieces.get(i);
      Path file = NumberedFiles.of(out, i, pieces.size());
      AtomicFile.write(
          file,
          bytes -> {
            if (sound) {
              WavFile.write(new Piece(keys, frames), framesPerSecond, instrument, bytes);
            } else {
              PianoMidi.write(keys, frames, framesPerSecond, instrument.program(), bytes);
            }
          });
      written.add(file);
    }
    return written;
  }
}
