package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.model.Simulation;

class FramesCsvTest {
  private static final FMatrixRMaj FRAMES =
      new FMatrixRMaj(new float[][] {{0, 1, 0.25f, 0}, {1, 0, 0, 1e-3f}});

  @TempDir Path folder;

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

  @Test
  void motionsAreInTrueUnits() throws Exception {
    SequenceSet set =
        DataSources.open(
            "builtin:gait?train=1&valid=0&test=0&frames=4&root=absolute", Progress.NONE);
    FrameMeaning.Motion motion = (FrameMeaning.Motion) set.meaning();
    FMatrixRMaj frames = set.get(Split.TRAIN).get(0).toMatrix();
    StringBuilder out = new StringBuilder();
    FramesCsv.write(motion, frames, out);
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(0).startsWith("frame,hips_tx,hips_ty,hips_tz,"), lines.get(0));
    assertTrue(lines.get(0).contains(",lknee_rx,"), "of every channel, the constant ones too");
    double height = Double.parseDouble(lines.get(1).split(",")[2]);
    assertTrue(height > 80 && height < 100, "hips stand 90 cm above the floor");
    Map<String, FMatrixRMaj> arrays = samples(motion, frames);
    assertEquals(motion.skeleton().channels(), arrays.get("channels").numCols);
    assertEquals(height, arrays.get("channels").get(0, 1), 1e-4);
    assertEquals(
        Set.of("frames", "means", "states"),
        samples(new FrameMeaning.Channels(2), frames).keySet());
  }

  private Map<String, FMatrixRMaj> samples(FrameMeaning meaning, FMatrixRMaj frames)
      throws Exception {
    Path file = folder.resolve("samples.npz");
    Simulation made = new Simulation(frames, frames, new FMatrixRMaj(frames.numRows, 1));
    AtomicFile.write(
        file,
        out -> SamplesNpz.write(meaning, new FMatrixRMaj(0, frames.numCols), List.of(made), out));
    return Npz.read(file, 1 << 20);
  }

  private static String text(FrameMeaning meaning) throws IOException {
    StringBuilder out = new StringBuilder();
    FramesCsv.write(meaning, FRAMES, out);
    return out.toString();
  }
}
