package tsbn.app.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TinyWorkbench;
import tsbn.data.FrameMeaning;
import tsbn.data.Split;
import tsbn.picture.Camera;

class PredictViewModelTest {
  @TempDir Path folder;
  private TinyWorkbench app;
  private PredictViewModel model;

  @BeforeEach
  void open() {
    app = new TinyWorkbench(folder, TinyWorkbench.BALLS);
    model = new PredictViewModel(app.context());
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Prediction predict() {
    app.step();
    model.shown();
    app.await("it is predicted", () -> !model.rows().isEmpty());
    return model.predictionProperty().get();
  }

  @Test
  void withoutAModelItSaysWhatToDo() {
    model.shown();
    model.renew();
    app.workbench().refresh();
    assertFalse(model.possibleProperty().get());
    assertNull(model.predictionProperty().get());
    assertTrue(model.emptyProperty().get().contains("Train"));
    model.saveGif(Camera.START, false);
    model.savePicture(Camera.START, false);
    model.saveFrames();
    model.saveTable();
    assertEquals(List.of(), app.notices().errors());
  }

  @Test
  void theLastSplitsFirstSequenceIsPredictedAtOnce() {
    Prediction shown = predict();
    assertEquals(Split.TEST, model.splitProperty().get());
    assertEquals("video 1", shown.title());
    assertEquals(12, shown.length());
    assertEquals("after iteration 1, one sample, seed 1", shown.status());
    assertEquals(List.of("Model", "Repeat"), model.columns());
    assertEquals(2, model.rows().size());
    assertTrue(model.summaryProperty().get().startsWith("Mean of 2 videos: Model "));
    assertTrue(model.summaryProperty().get().endsWith("mean over frames 2 to T."));
  }

  @Test
  void errorsAreTheSquaredDistancesThatThePicturesShow() {
    Prediction shown = predict();
    for (int t = 1; t < shown.length(); t++) {
      double model = 0;
      double repeat = 0;
      double difference = 0;
      for (int i = 0; i < 64; i++) {
        double truth = shown.truth().get(t, i);
        model += Math.pow(truth - shown.expected().get(t, i), 2);
        repeat += Math.pow(truth - shown.truth().get(t - 1, i), 2);
        difference += Math.pow(shown.difference().get(t, i), 2);
      }
      assertEquals(model, shown.guesses().get(0).errors()[t], 1e-4);
      assertEquals(repeat, shown.guesses().get(1).errors()[t], 1e-4);
      assertEquals(model, difference, 1e-4);
    }
  }

  @Test
  void theTableAndThePageAgreeOnEverySequence() {
    predict();
    for (ErrorRow row : List.copyOf(model.rows())) {
      model.choose(row.index());
      app.await(
          "the sequence is shown",
          () -> model.predictionProperty().get().title().equals(row.name()));
      List<Prediction.Guess> guesses = model.predictionProperty().get().guesses();
      assertEquals(row.errors(), guesses.stream().map(Prediction.Guess::mean).toList());
    }
    assertEquals(2, model.number().value());
  }

  @Test
  void anotherSplitBeginsWithItsFirstSequence() {
    predict();
    model.choose(1);
    model.splitProperty().set(Split.TRAIN);
    app.await("its table is there", () -> model.rows().size() == 4);
    assertEquals(1, model.number().value());
    model.number().textProperty().set("5");
    assertEquals("Enter a number between 1 and 4.", model.number().problemProperty().get());
    model.renew();
    assertEquals(1, app.notices().errors().size());
  }

  @Test
  void anotherNumberOfSamplesPredictsAnew() {
    Prediction one = predict();
    model.samples().textProperty().set("500");
    model.samples().commit();
    app.await("it is predicted anew", () -> model.predictionProperty().get() != one);
    Prediction many = model.predictionProperty().get();
    assertEquals("after iteration 1, mean of 500 samples, seed 1", many.status());
    assertNotEquals(one.guesses().get(0).mean(), many.guesses().get(0).mean());
    assertEquals(one.guesses().get(1).mean(), many.guesses().get(1).mean());
    model.samples().textProperty().set("0");
    assertFalse(model.samples().problemProperty().get().isEmpty());
  }

  @Test
  void everythingCanBeTakenAway() throws Exception {
    predict();
    Path table = folder.resolve("table.csv");
    app.dialogs().answer(table);
    model.saveTable();
    List<String> lines = Files.readAllLines(table);
    assertEquals("sequence,frames,Model,Repeat", lines.get(0));
    assertTrue(lines.get(1).startsWith("1,12,"));
    assertEquals(3, lines.size());

    Path frames = folder.resolve("frames.csv");
    app.dialogs().answer(frames);
    model.saveFrames();
    assertEquals(12, Files.readAllLines(frames).size());

    Path film = folder.resolve("film.gif");
    app.dialogs().answer(film);
    model.saveGif(Camera.START, true);
    assertTrue(Files.size(film) > 1000);
    Path picture = folder.resolve("picture.png");
    app.dialogs().answer(picture);
    model.savePicture(Camera.START, false);
    assertTrue(Files.size(picture) > 1000);
  }

  @Test
  void aNewRunClearsThePage() {
    predict();
    app.workbench().open(TinyWorkbench.BALLS.replace("seed=1", "seed=2"));
    app.workbench().step();
    app.await("the page is cleared", () -> model.predictionProperty().get() == null);
    assertEquals(List.of(), model.rows());
  }

  @Test
  void ofMotionsTheBodiesStandOnOneFloorAndTheDifferenceIsNumbers() throws Exception {
    try (TinyWorkbench walks =
        new TinyWorkbench(folder, "builtin:gait?train=2&valid=1&test=1&frames=40")) {
      PredictViewModel motions = new PredictViewModel(walks.context());
      walks.step();
      motions.shown();
      walks.await("it is predicted", () -> !motions.rows().isEmpty());
      Prediction shown = motions.predictionProperty().get();
      assertEquals(List.of("Model", "Repeat", "Linear"), motions.columns());
      assertEquals(40, shown.figure(0).frames());
      assertEquals(40, shown.figure(1).frames());
      assertEquals(shown.truth().numCols, shown.differenceMeaning().units());
      assertFalse(shown.differenceMeaning() instanceof FrameMeaning.Motion);
      assertEquals(0, shown.difference().get(0, 3));
      double gap = Math.abs(shown.truth().get(7, 3) - shown.expected().get(7, 3));
      assertEquals(gap, shown.difference().get(7, 3), 1e-5);
      Path film = folder.resolve("walk.gif");
      walks.dialogs().answer(film);
      motions.saveGif(Camera.START, true);
      assertTrue(Files.size(film) > 1000);
      Path picture = folder.resolve("walk.png");
      walks.dialogs().answer(picture);
      motions.savePicture(Camera.START, false);
      assertTrue(Files.size(picture) > 1000);
      assertEquals(List.of(), walks.notices().errors());
    }
  }
}
