package tsbn.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Sequences as a table: one row per frame, with the sequence and the frame it is (both counted from
 * 1), whether it was given as primer (1) or made (0), and one column per unit. Columns of a piano
 * roll are named by their MIDI note, {@code note60}, others {@code unit1} and so on.
 */
public final class FramesCsv {
  private FramesCsv() {}

  /**
   * Writes the table; the stream stays open.
   *
   * @param sequences T x M each. Not modified.
   * @param primerFrames how many frames of each, from the first, were given
   */
  public static void write(
      FrameMeaning meaning,
      List<FMatrixRMaj> sequences,
      int primerFrames,
      OutputStream out,
      Progress progress)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write("sequence,frame,primer");
    for (int unit = 0; unit < meaning.units(); unit++) {
      text.write("," + name(meaning, unit));
    }
    text.write("\n");
    for (int s = 0; s < sequences.size(); s++) {
      FMatrixRMaj frames = sequences.get(s);
      for (int t = 0; t < frames.numRows; t++) {
        progress.check((s + t / (double) frames.numRows) / sequences.size());
        text.write((s + 1) + "," + (t + 1) + "," + (t < primerFrames ? 1 : 0));
        for (int unit = 0; unit < frames.numCols; unit++) {
          text.write("," + number(frames.get(t, unit)));
        }
        text.write("\n");
      }
    }
    text.flush();
  }

  private static String name(FrameMeaning meaning, int unit) {
    return meaning instanceof FrameMeaning.PianoRoll roll
        ? "note" + (roll.lowestNote() + unit)
        : "unit" + (unit + 1);
  }

  /** As short as exactness lets: most values are 0 or 1. */
  private static String number(float value) {
    return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
  }
}
