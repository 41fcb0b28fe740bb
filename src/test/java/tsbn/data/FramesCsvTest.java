package tsbn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class FramesCsvTest {

  @Test
  void oneRowPerFrameAndNotesByName() throws IOException {
    FMatrixRMaj first = new FMatrixRMaj(new float[][] {{1, 0}, {0, 1}});
    FMatrixRMaj second = new FMatrixRMaj(new float[][] {{0.25f, 1}});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FramesCsv.write(
        new FrameMeaning.PianoRoll(60, 2), List.of(first, second), 1, out, Progress.NONE);
    assertEquals(
        "sequence,frame,primer,note60,note61\n1,1,1,1,0\n1,2,0,0,1\n2,1,1,0.25,1\n",
        out.toString(StandardCharsets.UTF_8));
  }
}
