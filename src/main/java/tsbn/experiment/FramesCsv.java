package tsbn.experiment;

import java.io.IOException;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;

/** Frames as a table: one row per frame, one column per unit. */
public final class FramesCsv {
  private FramesCsv() {}

  /**
   * Writes the header and one line for every frame. Columns are named for what the units are:
   * {@code x3_y7} for a pixel, {@code midi_60} for a key, {@code lfemur_rx} for a joint of a
   * motion, {@code channel_1} otherwise.
   *
   * @param frames {@code T x M}. Not modified.
   */
  public static void write(FrameMeaning meaning, FMatrixRMaj frames, Appendable out)
      throws IOException {
    writeHeader(meaning, "frame", out);
    writeRows("", frames, out);
  }

  /**
   * Writes several sequences of one kind below each other, each line beginning with the number of
   * its sequence, from 1.
   *
   * @param sequences {@code T x M} each. Not modified.
   */
  public static void writeAll(FrameMeaning meaning, List<FMatrixRMaj> sequences, Appendable out)
      throws IOException {
    writeHeader(meaning, "sequence,frame", out);
    for (int i = 0; i < sequences.size(); i++) {
      writeRows((i + 1) + ",", sequences.get(i), out);
    }
  }

  private static void writeHeader(FrameMeaning meaning, String first, Appendable out)
      throws IOException {
    out.append(first);
    for (int unit = 0; unit < meaning.units(); unit++) {
      out.append("," + name(meaning, unit));
    }
    out.append("\n");
  }

  private static void writeRows(String start, FMatrixRMaj frames, Appendable out)
      throws IOException {
    for (int t = 0; t < frames.numRows; t++) {
      out.append(start + (t + 1));
      for (int unit = 0; unit < frames.numCols; unit++) {
        out.append("," + value(frames.get(t, unit)));
      }
      out.append("\n");
    }
  }

  private static String name(FrameMeaning meaning, int unit) {
    if (meaning instanceof FrameMeaning.Image image) {
      return "x" + unit % image.width() + "_y" + unit / image.width();
    }
    if (meaning instanceof FrameMeaning.PianoRoll roll) {
      return "midi_" + (roll.lowestNote() + unit);
    }
    return meaning.unitName(unit).replace(' ', '_').replace(',', '_');
  }

  private static String value(float value) {
    return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
  }
}
