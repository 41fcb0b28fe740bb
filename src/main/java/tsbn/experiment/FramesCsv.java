package tsbn.experiment;

import java.io.IOException;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;

/**
 * Frames as a table: one row per frame, one column per unit; of motions one column per channel of
 * the skeleton, in true units.
 */
public final class FramesCsv {
  private FramesCsv() {}

  /**
   * Writes the header and one line for every frame. Columns are named for what the units are:
   * {@code x3_y7} for a pixel, {@code midi_60} for a key, {@code lfemur_rx} for a channel of a
   * skeleton, {@code channel_1} otherwise.
   *
   * @param frames {@code T x M}. Not modified.
   */
  public static void write(FrameMeaning meaning, FMatrixRMaj frames, Appendable out)
      throws IOException {
    writeHeader(meaning, "frame", out);
    writeRows("", inTrueUnits(meaning, frames), out);
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
      writeRows((i + 1) + ",", inTrueUnits(meaning, sequences.get(i)), out);
    }
  }

  /** Writes one sequence with {@link #write}, or several with {@link #writeAll}. */
  public static void writeSamples(FrameMeaning meaning, List<FMatrixRMaj> sequences, Appendable out)
      throws IOException {
    if (sequences.size() == 1) {
      write(meaning, sequences.get(0), out);
    } else {
      writeAll(meaning, sequences, out);
    }
  }

  private static FMatrixRMaj inTrueUnits(FrameMeaning meaning, FMatrixRMaj frames) {
    return meaning instanceof FrameMeaning.Motion motion ? motion.decode(frames) : frames;
  }

  private static void writeHeader(FrameMeaning meaning, String first, Appendable out)
      throws IOException {
    out.append(first);
    boolean motion = meaning instanceof FrameMeaning.Motion;
    int columns = motion ? ((FrameMeaning.Motion) meaning).skeleton().channels() : meaning.units();
    for (int column = 0; column < columns; column++) {
      out.append("," + name(meaning, column));
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

  private static String name(FrameMeaning meaning, int column) {
    if (meaning instanceof FrameMeaning.Image image) {
      return "x" + column % image.width() + "_y" + column / image.width();
    }
    if (meaning instanceof FrameMeaning.PianoRoll roll) {
      return "midi_" + (roll.lowestNote() + column);
    }
    String name =
        meaning instanceof FrameMeaning.Motion motion
            ? motion.skeleton().channelName(column)
            : meaning.unitName(column);
    return name.replace(' ', '_').replace(',', '_');
  }

  private static String value(float value) {
    return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
  }
}
