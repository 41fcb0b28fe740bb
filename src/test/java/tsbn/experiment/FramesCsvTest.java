package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.FrameMeaning;

class FramesCsvTest {
  private static final FMatrixRMaj FRAMES =
      new FMatrixRMaj(new float[][] {{0, 1, 0.25f, 0}, {1, 0, 0, 1e-3f}});

  @Test
  void columnsAreNamedForTheirUnits() throws IOException {
    String values = "1,0,1,0.25,0\n2,1,0,0,0.001\n";
    assertEquals("frame,x0_y0,x1_y0,x0_y1,x1_y1\n" + values, text(new FrameMeaning.Image(2, 2)));
    assertEquals(
        "frame,midi_21,midi_22,midi_23,midi_24\n" + values,
        text(new FrameMeaning.PianoRoll(21, 4)));
    assertEquals(
        "frame,channel_1,channel_2,channel_3,channel_4\n" + values,
        text(new FrameMeaning.Channels(4)));
  }

  @Test
  void severalSequencesAreNumbered() throws IOException {
    StringBuilder out = new StringBuilder();
    FMatrixRMaj other = new FMatrixRMaj(new float[][] {{0, 0, 0, 1}});
    FramesCsv.writeAll(new FrameMeaning.PianoRoll(60, 4), List.of(FRAMES, other), out);
    assertEquals(
        "sequence,frame,midi_60,midi_61,midi_62,midi_63\n"
            + "1,1,0,1,0.25,0\n1,2,1,0,0,0.001\n2,1,0,0,0,1\n",
        out.toString());
  }

  private static String text(FrameMeaning meaning) throws IOException {
    StringBuilder out = new StringBuilder();
    FramesCsv.write(meaning, FRAMES, out);
    return out.toString();
  }
}
