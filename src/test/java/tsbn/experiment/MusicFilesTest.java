package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.sound.Instrument;

class MusicFilesTest {
  private static final FrameMeaning.PianoRoll PIANO = new FrameMeaning.PianoRoll(21, 88);

  @TempDir Path folder;

  /** A chord, a note of it that is held alone, silence; or the silence only. */
  private static FMatrixRMaj piece(int silence) {
    FMatrixRMaj piece = new FMatrixRMaj(2 + silence, PIANO.units());
    for (int note : new int[] {60, 64, 67}) {
      piece.set(0, note - PIANO.lowestNote(), 1);
    }
    piece.set(1, 60 - PIANO.lowestNote(), 1);
    return piece;
  }

  @Test
  void notesOpenAgainAsTheyWere() throws Exception {
    Path out = folder.resolve("song.mid");
    List<FMatrixRMaj> pieces = List.of(piece(2), piece(3));
    assertEquals(
        List.of(folder.resolve("song-1.mid"), folder.resolve("song-2.mid")),
        MusicFiles.write(PIANO, pieces, 2.5, Instrument.CHOIR, out));
    for (int i = 0; i < 2; i++) {
      SequenceSet opened =
          DataSources.open(folder.resolve("song-" + (i + 1) + ".mid").toString(), Progress.NONE);
      assertEquals(2.5, opened.framesPerSecond(), 1e-3);
      assertArrayEquals(
          pieces.get(i).data, opened.get(Split.TRAIN).get(0).toMatrix().data, "piece " + i);
    }
  }

  @Test
  void soundIsWrittenAsOneFileOfOnePiece() throws Exception {
    Path out = folder.resolve("song.wav");
    assertEquals(
        List.of(out), MusicFiles.write(PIANO, List.of(piece(2)), 2, Instrument.PIANO, out));
    // Four frames at two a second and what dies away, in four bytes a sample.
    assertEquals(3.5 * 44_100 * 4, Files.size(out), 100);
  }
}
