package tsbn.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TinyWorkbench;
import tsbn.experiment.AuthorsModel;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.RunFolder;
import tsbn.support.RealData;

/** Made-up sequences of real values, and of models of several layers. */
class ChannelsTest {
  @TempDir Path folder;

  private static Dream dream(TinyWorkbench app) {
    GenerateViewModel model = new GenerateViewModel(app.context());
    model.frames().textProperty().set("7");
    model.frames().commit();
    model.generate();
    app.await("it has generated", () -> model.dreamProperty().get() != null);
    return model.dreamProperty().get();
  }

  @Test
  void realChannelsShareTheScalesOfTheData() {
    Path mocap = RealData.mocap("mit_mocap.mat");
    try (TinyWorkbench app = new TinyWorkbench(folder, mocap.toString())) {
      app.step();
      Dream dream = dream(app);
      assertEquals(49, dream.range().low().length);
      float[] low = dream.range().low();
      for (int i = 0; i < dream.data().getNumElements(); i++) {
        assertTrue(dream.data().data[i] >= low[i % 49]);
      }
      assertNull(dream.keys());
    }
  }

  @Test
  void anImportedModelPlaysWithoutData() throws Exception {
    Path file = RealData.authors("mocap_1.mat");
    Path run = folder.resolve("run");
    RunFolder.save(run, AuthorsModel.read(file));
    try (TinyWorkbench app = new TinyWorkbench(folder, TinyWorkbench.BALLS)) {
      app.workbench().open(run.toString());
      assertEquals(List.of(), app.notices().errors());
      assertFalse(app.workbench().needsProperty().get().isEmpty());
      Dream dream = dream(app);
      assertEquals(0, dream.data().numRows);
      assertEquals(7, dream.samples().get(0).frames().numRows);
      assertNotNull(dream.range());
    }
  }

  @Test
  void statesComeLayerByLayerAsShares() {
    try (TinyWorkbench app = new TinyWorkbench(folder, TinyWorkbench.BALLS)) {
      app.workbench().designProperty().set(ModelDesign.named("dtsbn-d", List.of(6, 3), 1));
      app.step();
      Dream dream = dream(app);
      assertEquals(
          List.of(new Dream.Layer("h\u2081", 6), new Dream.Layer("h\u2082", 3)), dream.layers());
      assertEquals(6, dream.states(0, 0).numCols);
      assertEquals(3, dream.states(0, 1).numCols);
      assertEquals(dream.samples().get(0).states().get(4, 7), dream.states(0, 1).get(4, 1));
      for (float share : dream.states(0, 0).data) {
        assertTrue(share >= 0 && share <= 1);
      }
    }
  }
}
