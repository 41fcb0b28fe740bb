package tsbn.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TestBench;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;

class StartViewModelTest {
  @TempDir Path folder;

  @Test
  void anExampleIsOneClick() {
    try (TestBench bench = new TestBench(folder)) {
      int[] shown = {0};
      StartViewModel model = new StartViewModel(bench.context, () -> shown[0]++, () -> {});
      assertEquals(
          List.of("quick-balls", "quick-chorales", "quick-gait", "quick-speeches"),
          model.examples().stream().map(StartViewModel.Example::name).toList());
      model.examples().forEach(example -> assertNotNull(example.previewProperty().get()));
      model.apply(model.examples().get(1));
      assertEquals(88, bench.workbench.dataProperty().get().units());
      assertEquals(1, shown[0]);
      assertEquals(List.of(), bench.notices.errors());
    }
  }

  /** One that names no data is for what is open, and says so. */
  @Test
  void aPresetSetsModelAndSettings() {
    try (TestBench bench = new TestBench(folder)) {
      StartViewModel model = new StartViewModel(bench.context, () -> {}, () -> {});
      assertEquals(13, model.presets().size());
      model.apply(model.examples().get(1));
      Preset best = Presets.find("best-nottingham").orElseThrow();
      model.apply(offer(model, best.name()));
      assertEquals(best.settings(), bench.workbench.settingsProperty().get());
      assertEquals(best.design(), bench.workbench.designProperty().get());
      assertEquals(
          List.of(
              "Model and settings are those of “The best for Nottingham tunes”; the data is still"
                  + " Chorales by rule."),
          bench.notices.infos());
      model.apply(offer(model, "paper-balls"));
      assertEquals(900, bench.workbench.dataProperty().get().units());
      assertEquals(1, bench.notices.infos().size());
    }
  }

  private static StartViewModel.Offer offer(StartViewModel model, String name) {
    return model.presets().stream().filter(each -> each.name().equals(name)).findFirst().get();
  }

  @Test
  void aFileThatIsChosenLeadsToTheData() {
    try (TestBench bench = new TestBench(folder)) {
      int[] shown = {0};
      StartViewModel model = new StartViewModel(bench.context, () -> {}, () -> shown[0]++);
      model.openFile();
      assertEquals(0, shown[0], "the dialog was cancelled");
      bench.dialogs.answer(folder.resolve("songs.mat"));
      model.openFile();
      assertEquals(1, shown[0]);
      model.openRecent(folder.resolve("songs.mat").toString());
      assertEquals(2, shown[0]);
    }
  }
}
