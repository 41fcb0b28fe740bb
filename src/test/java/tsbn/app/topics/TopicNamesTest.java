package tsbn.app.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TestBench;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.TopicLabels;
import tsbn.learn.Trainer.State;

/** What a user calls topics stays with the run. */
class TopicNamesTest {
  @TempDir Path folder;

  private TopicsViewModel show(TestBench bench) {
    TopicsViewModel model = new TopicsViewModel(bench.context);
    model.shown();
    bench.until("topics are there", () -> model.anyProperty().get());
    return model;
  }

  @Test
  void namesComeBackWithTheRun() {
    Path run;
    try (TestBench bench = new TestBench(folder)) {
      bench.workbench.open("builtin:speeches");
      bench.workbench.designProperty().set(ModelDesign.named("dhmsbn-s", List.of(5, 3), 1));
      bench
          .workbench
          .settingsProperty()
          .set(bench.workbench.settingsProperty().get().change().iterations(3).build());
      bench.workbench.train();
      bench.until(
          "it is trained", () -> bench.workbench.gaugesProperty().get().state() == State.FINISHED);
      run = bench.workbench.runProperty().get().folder();
      TopicsViewModel model = show(bench);
      String usual = model.name(2);
      model.rename(2, " the sea ");
      model.rename(3, "land");
      model.rename(3, "");
      assertEquals("the sea", model.name(2));
      assertEquals("the sea", model.rows().get(2).nameProperty().get());
      model.rename(2, "");
      assertEquals(usual, model.name(2));
      model.rename(2, "the sea");
    }
    assertEquals(
        TopicLabels.NONE.with(1, 2, "the sea").name(1, 2), TopicLabels.read(run).name(1, 2));
    assertTrue(TopicLabels.read(run).name(1, 3).isEmpty());
    try (TestBench bench = new TestBench(folder)) {
      bench.workbench.open(run.toString());
      TopicsViewModel model = show(bench);
      bench.until("its name is there", () -> model.name(2).equals("the sea"));
      assertEquals("the sea", model.rows().get(2).nameProperty().get());
      assertEquals(List.of(), bench.notices.errors());
    }
  }
}
