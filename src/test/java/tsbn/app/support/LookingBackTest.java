package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.experiment.Checkpoints;
import tsbn.learn.Trainer.State;

/** The model as it was. */
class LookingBackTest {
  @TempDir Path folder;
  private TestBench bench;
  private LookingBack back;

  @BeforeEach
  void open() {
    bench = new TestBench(folder);
    back = bench.workbench.lookingBack();
    bench.workbench.open(TestBench.SMALL_BALLS);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** Trains up to there, and waits for the checkpoint that is made at every halt. */
  private void train(int iterations) {
    Workbench workbench = bench.workbench;
    workbench
        .settingsProperty()
        .set(workbench.settingsProperty().get().change().iterations(iterations).build());
    workbench.train();
    bench.until(
        "it is trained and kept",
        () -> {
          back.look();
          return workbench.gaugesProperty().get().state() == State.FINISHED
              && there().contains(iterations);
        });
  }

  private List<Integer> there() {
    try {
      return Checkpoints.of(bench.workbench.runProperty().get().folder()).iterations();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Snapshot shown() {
    bench.workbench.refresh();
    return bench.workbench.snapshotProperty().get();
  }

  @Test
  void theModelOfACheckpointIsShownInPlaceOfThatOfNow() throws Exception {
    assertEquals(0, back.countProperty().get());
    train(10);
    train(30);
    back.look();
    assertEquals(there().size(), back.countProperty().get());
    assertEquals(back.countProperty().get(), back.placeProperty().get(), "as it is now");
    int early = there().indexOf(10);
    assertTrue(early >= 0);
    back.placeProperty().set(early);
    assertEquals(10, shown().iteration());
    assertEquals("after iteration 10", back.textProperty().get());
    Run run = bench.workbench.runProperty().get();
    assertArrayEquals(
        Checkpoints.of(run.folder()).model(10, run.architecture()).parameters().get("W2").data,
        shown().model().parameters().get("W2").data);
    bench.workbench.requestSnapshot();
    assertEquals(10, shown().iteration(), "a new copy of now does not take its place");
    back.look();
    assertEquals(early, back.placeProperty().get());
    back.now();
    bench.until("it is the model of now", () -> shown() != null && shown().iteration() == 30);
    assertEquals("as it is now", back.textProperty().get());
  }

  @Test
  void anotherRunIsShownAsItIsNow() {
    train(10);
    back.placeProperty().set(0);
    bench.workbench.newRun();
    bench.workbench.train();
    bench.until("another run has begun", () -> bench.iteration() > 0);
    assertEquals(back.countProperty().get(), back.placeProperty().get());
    bench.workbench.requestSnapshot();
    bench.until("it is shown", () -> shown() != null);
    bench.workbench.stop();
  }
}
