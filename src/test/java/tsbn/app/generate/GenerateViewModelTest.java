package tsbn.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TinyWorkbench;
import tsbn.data.FrameMeaning;
import tsbn.data.Split;
import tsbn.experiment.Npz;
import tsbn.picture.Camera;

class GenerateViewModelTest {
  @TempDir Path folder;
  private TinyWorkbench app;
  private GenerateViewModel model;

  @BeforeEach
  void open() {
    app = new TinyWorkbench(folder, TinyWorkbench.BALLS);
    model = new GenerateViewModel(app.context());
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Dream generate(int frames, int samples, int primer) {
    model.frames().textProperty().set(Integer.toString(frames));
    model.primer().frames().textProperty().set(Integer.toString(primer));
    model.samplesProperty().set(samples);
    Dream before = model.dreamProperty().get();
    model.generate();
    app.await("something was made", () -> model.dreamProperty().get() != before);
    return model.dreamProperty().get();
  }

  @Test
  void withoutAModelItSaysWhatToDo() {
    model.shown();
    model.generate();
    app.workbench().refresh();
    assertFalse(model.possibleProperty().get());
    assertNull(model.dreamProperty().get());
    assertTrue(model.emptyProperty().get().contains("Train"));
    model.exports().gif(Camera.START, false);
    model.exports().csv();
    model.exports().picture(Camera.START, false);
    assertEquals(0, app.notices().errors().size());
  }

  @Test
  void showsSomethingAtOnceOnceThereIsAModel() {
    app.step();
    model.shown();
    app.await("something was made", () -> model.dreamProperty().get() != null);
    Dream dream = model.dreamProperty().get();
    assertEquals(1, dream.samples().size());
    assertEquals("video 1", dream.dataTitle());
    assertEquals("after iteration 1, seed 42", dream.status());
  }

  @Test
  void whatNobodyAskedForIsRenewedWhenTheModelHasLearnedMore() {
    app.step();
    model.shown();
    app.await("something was made", () -> model.dreamProperty().get() != null);
    Dream first = model.dreamProperty().get();
    model.shown();
    app.workbench().refresh();
    assertSame(first, model.dreamProperty().get());
    app.step();
    model.shown();
    app.await("it is renewed", () -> model.dreamProperty().get() != first);
    Dream asked = generate(5, 1, 0);
    app.step();
    model.shown();
    app.workbench().refresh();
    assertSame(asked, model.dreamProperty().get());
  }

  @Test
  void samplesGoOnFromThePrimerOfTheChosenSequence() {
    app.step();
    model.splitProperty().set(Split.TRAIN);
    model.number().textProperty().set("3");
    Dream dream = generate(20, 2, 4);
    FMatrixRMaj real = app.workbench().dataProperty().get().get(Split.TRAIN).get(2).toMatrix();
    assertArrayEquals(real.data, dream.data().data);
    assertEquals(24, dream.length());
    assertEquals(2, dream.samples().size());
    for (Dream.Sample sample : dream.samples()) {
      assertArrayEquals(
          Arrays.copyOf(real.data, 4 * 64), Arrays.copyOf(sample.frames().data, 4 * 64));
      assertEquals(20, sample.states().numRows);
      assertEquals(TinyWorkbench.UNITS, sample.states().numCols);
      assertEquals(20, sample.made().numRows);
      assertEquals(sample.frames().get(4, 7), sample.made().get(0, 7));
    }
  }

  @Test
  void aPrimerIsAtMostTheWholeSequence() {
    app.step();
    assertEquals(12, generate(5, 1, 99).primerFrames());
    assertEquals(0, generate(5, 1, 0).primerFrames());
  }

  @Test
  void theSameSeedMakesTheSameAndAgainMakesAnother() {
    app.step();
    float[] first = generate(10, 1, 2).samples().get(0).frames().data;
    assertArrayEquals(first, generate(10, 1, 2).samples().get(0).frames().data);
    Dream before = model.dreamProperty().get();
    model.again();
    app.await("another", () -> model.dreamProperty().get() != before);
    assertEquals("43", model.seed().textProperty().get());
    assertFalse(Arrays.equals(first, model.dreamProperty().get().samples().get(0).frames().data));
  }

  @Test
  void nonsenseIsRefusedWithItsSentence() {
    app.step();
    model.number().textProperty().set("3");
    model.generate();
    // The test split, which comes first, has two sequences.
    assertEquals("Enter a number between 1 and 2.", app.notices().errors().get(0));
    assertNull(model.dreamProperty().get());
  }

  @Test
  void savesAnAnimationATableAndAPicture() throws Exception {
    app.step();
    Dream dream = generate(6, 2, 3);
    Path gif = folder.resolve("samples.gif");
    app.dialogs().answer(gif);
    model.exports().gif(Camera.START, false);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
      reader.setInput(in);
      assertEquals(dream.length(), reader.getNumImages(true));
      // The data and two samples of 8 x 8 pixels at 30 times their size, and gaps of 8.
      assertEquals(3 * 240 + 4 * 8, reader.getWidth(0));
    }
    Path csv = folder.resolve("samples.csv");
    app.dialogs().answer(csv);
    model.exports().csv();
    // A header, then six frames of each of the two samples, without the primer.
    assertEquals(13, Files.readAllLines(csv).size());
    assertTrue(Files.readAllLines(csv).get(7).startsWith("2,1,"));
    Path png = folder.resolve("samples.png");
    app.dialogs().answer(png);
    model.exports().picture(Camera.START, true);
    assertTrue(ImageIO.read(png.toFile()).getHeight() > 0);
    Path npz = folder.resolve("samples.npz");
    app.dialogs().answer(npz);
    model.exports().npz();
    Map<String, FMatrixRMaj> arrays = Npz.read(npz, 1 << 20);
    assertArrayEquals(
        dream.samples().get(1).states().data, arrays.get("states_2").data, "of the second sample");
    assertEquals(6, arrays.get("frames_1").numRows);
    assertEquals(dream.primerFrames(), arrays.get("primer").numRows);
    assertEquals(4, app.notices().infos().size());
  }

  @Test
  void theDataLastsAsLongAsTheSamplesBesideIt() {
    app.step();
    assertEquals(9, generate(6, 1, 3).dataAlongside().numRows);
    Dream dream = generate(20, 1, 3);
    assertEquals(12, dream.dataAlongside().numRows, "the data ends first");
    assertArrayEquals(dream.data().data, dream.dataAlongside().data);
  }

  @Test
  void aNewDreamShowsTheFirstSamplesStates() {
    app.step();
    generate(6, 2, 0);
    model.statesOfProperty().set(1);
    generate(6, 1, 0);
    assertEquals(0, model.statesOfProperty().get());
  }

  @Test
  void whatWasMadeBeforeCanBeShownAgain() {
    app.step();
    Dream first = generate(6, 2, 3);
    Dream second = generate(7, 1, 0);
    assertEquals(2, model.takes().list().size());
    assertEquals("2: seed 42, no primer, iteration 1", model.takes().list().get(0).title());
    model.statesOfProperty().set(0);
    model.show(model.takes().list().get(1));
    assertSame(first, model.dreamProperty().get());
    model.takes().list().get(1).keptProperty().set(true);
    for (int i = 0; i < 15; i++) {
      generate(4, 1, 0);
    }
    assertEquals(13, model.takes().list().size(), "twelve, and the one that is kept");
    assertSame(first, model.takes().list().get(12).dream());
    assertFalse(model.takes().list().stream().anyMatch(take -> take.dream() == second));
    model.takes().remove(model.takes().list().get(12));
    assertEquals(12, model.takes().list().size());
    app.workbench().open(TinyWorkbench.BALLS.replace("seed=1", "seed=2"));
    app.workbench().step();
    app.await("they are gone with their data", () -> model.takes().list().isEmpty());
  }

  @Test
  void aKeptTakeStaysForOtherDataOfItsKind() {
    app.step();
    Dream first = generate(6, 1, 3);
    generate(6, 1, 3);
    model.takes().list().get(1).keptProperty().set(true);
    app.workbench().open(TinyWorkbench.BALLS.replace("seed=1", "seed=2"));
    app.workbench().step();
    app.await("the loose one is gone", () -> model.takes().list().size() == 1);
    assertSame(first, model.takes().list().get(0).dream());
    app.await("there is a model", () -> model.possibleProperty().get());
    model.show(model.takes().list().get(0));
    assertSame(first, model.dreamProperty().get());
    app.workbench().open("builtin:chorales?train=4&valid=2&test=2");
    app.workbench().step();
    app.await("music has no use for it", () -> model.takes().list().isEmpty());
    assertTrue(
        app.notices().infos().contains("1 take kept from data of another kind went with them."),
        app.notices().infos().toString());
  }

  @Test
  void takesThatDifferAreToldApart() {
    try (TinyWorkbench music =
        new TinyWorkbench(folder, "builtin:chorales?train=4&valid=2&test=2")) {
      GenerateViewModel chorales = new GenerateViewModel(music.context());
      music.step();
      chorales.frames().textProperty().set("9");
      chorales.generate();
      music.await("music", () -> chorales.takes().list().size() == 1);
      chorales.temperature().textProperty().set("0.9");
      chorales.primer().bars().textProperty().set("1");
      chorales.tempo().perMinute().textProperty().set("90");
      chorales.again();
      music.await("other music", () -> chorales.takes().list().size() == 2);
      assertEquals("1: seed 42, 4 bars, iteration 1", chorales.takes().list().get(1).title());
      assertEquals(
          "2: seed 43, 1 bar, T 0.9, 90 a minute, iteration 1",
          chorales.takes().list().get(0).title());
    }
  }

  @Test
  void theDataGoesOnOverTheSamplesOfMusicAlone() {
    app.step();
    assertNull(generate(6, 1, 3).continuation());
    try (TinyWorkbench music =
        new TinyWorkbench(folder, "builtin:chorales?train=4&valid=2&test=2")) {
      GenerateViewModel chorales = new GenerateViewModel(music.context());
      music.step();
      chorales.generate();
      music.await("music", () -> chorales.dreamProperty().get() != null);
      Dream dream = chorales.dreamProperty().get();
      FMatrixRMaj rest = dream.continuation();
      assertEquals(16, dream.primerFrames());
      for (int i = 0; i < rest.getNumElements(); i++) {
        assertEquals(i < 16 * 88 ? 0 : dream.data().data[i], rest.data[i]);
      }
    }
  }

  @Test
  void ofEighthNotesTheTempoIsCountedInQuarters() {
    Tempo tempo = new Tempo();
    tempo.take(new FrameMeaning.PianoRoll(21, 88, 8, 8), 4);
    assertEquals(120, tempo.perMinute().value());
    assertEquals("Quarter notes a minute", tempo.titleProperty().get());
    assertEquals("", tempo.text());
    tempo.perMinute().textProperty().set("90");
    tempo.perMinute().commit();
    assertEquals(3, tempo.framesPerSecondProperty().get());
    tempo.perMinute().textProperty().set("3001");
    assertTrue(tempo.perMinute().problemProperty().get().contains("3,000"));
    tempo.take(new FrameMeaning.PianoRoll(21, 88), 4);
    assertEquals(240, tempo.perMinute().value());
    assertEquals("Frames a minute", tempo.titleProperty().get());
  }

  @Test
  void musicIsAsFastAsTheUserWants() {
    try (TinyWorkbench music =
        new TinyWorkbench(folder, "builtin:chorales?train=4&valid=2&test=2")) {
      GenerateViewModel chorales = new GenerateViewModel(music.context());
      music.step();
      assertTrue(chorales.tempo().musicProperty().get());
      assertEquals("120", chorales.tempo().perMinute().textProperty().get());
      chorales.tempo().perMinute().textProperty().set("90");
      chorales.tempo().perMinute().commit();
      assertEquals(1.5, chorales.tempo().framesPerSecondProperty().get());
      chorales.tempo().perMinute().textProperty().set("0");
      assertTrue(chorales.tempo().perMinute().problemProperty().get().contains("6,000"));
    }
    assertFalse(model.tempo().musicProperty().get());
  }

  @Test
  void thePrimerOfMusicIsCountedInBars() {
    assertFalse(model.primer().inBarsProperty().get());
    try (TinyWorkbench music =
        new TinyWorkbench(folder, "builtin:chorales?train=4&valid=2&test=2")) {
      GenerateViewModel chorales = new GenerateViewModel(music.context());
      music.step();
      assertTrue(chorales.primer().inBarsProperty().get());
      chorales.frames().textProperty().set("9");
      chorales.primer().bars().textProperty().set("2");
      chorales.primer().framesPerBar().textProperty().set("3");
      chorales.generate();
      music.await("music", () -> chorales.dreamProperty().get() != null);
      Dream first = chorales.dreamProperty().get();
      assertEquals(6, first.primerFrames());
      int piece = first.data().numRows;
      chorales.primer().bars().textProperty().set("900");
      chorales.generate();
      music.await("all of the piece", () -> chorales.dreamProperty().get() != first);
      assertEquals(piece, chorales.dreamProperty().get().primerFrames());
      assertTrue(
          music.notices().infos().toString().contains("all of it is given"),
          music.notices().infos().toString());
      assertEquals(
          Integer.toString((piece + 2) / 3), chorales.primer().bars().textProperty().get());
      chorales.primer().framesPerBar().textProperty().set("0");
      assertTrue(
          chorales.primer().framesPerBar().problemProperty().get().contains("between 1 and"));
    }
  }

  @Test
  void musicIsShownAsSamples() {
    try (TinyWorkbench music =
        new TinyWorkbench(folder, "builtin:chorales?train=4&valid=2&test=2")) {
      GenerateViewModel chorales = new GenerateViewModel(music.context());
      music.step();
      assertFalse(chorales.greyProperty().get());
      chorales.frames().textProperty().set("9");
      chorales.generate();
      music.await("music", () -> chorales.dreamProperty().get() != null);
      for (float value : chorales.dreamProperty().get().samples().get(0).made().data) {
        assertTrue(value == 0 || value == 1);
      }
    }
  }
}
