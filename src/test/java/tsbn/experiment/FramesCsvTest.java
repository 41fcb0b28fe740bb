package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
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

  private static String text(FrameMeaning meaning) throws IOException {
    StringBuilder out = new StringBuilder();
    FramesCsv.write(meaning, FRAMES, out);
    return out.toString();
  }
}
