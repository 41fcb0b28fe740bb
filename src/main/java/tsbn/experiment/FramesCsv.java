package tsbn.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;

/** Frames as a table: one row per frame, one column per unit. */
public final class FramesCsv {
  private FramesCsv() {}

  /**
   * Writes the table; the stream stays open. Columns are named for what the units are: {@code
   * x3_y7} for a pixel, {@code midi_60} for a key, {@code channel_1} otherwise.
   *
   * @param frames {@code T x M}. Not modified.
   */
  public static void write(FrameMeaning meaning, FMatrixRMaj frames, OutputStream out)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write("frame");
    for (int unit = 0; unit < frames.numCols; unit++) {
      text.write("," + name(meaning, unit));
    }
    text.write("\n");
    for (int t = 0; t < frames.numRows; t++) {
      text.write(Integer.toString(t + 1));
      for (int unit = 0; unit < frames.numCols; unit++) {
        text.write("," + value(frames.get(t, unit)));
      }
      text.write("\n");
    }
    text.flush();
  }

  private static String name(FrameMeaning meaning, int unit) {
    if (meaning instanceof FrameMeaning.Image image) {
      return "x" + unit % image.width() + "_y" + unit / image.width();
    }
    if (meaning instanceof FrameMeaning.PianoRoll roll) {
      return "midi_" + (roll.lowestNote() + unit);
    }
    return "channel_" + (unit + 1);
  }

  private static String value(float value) {
    return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
  }
}
