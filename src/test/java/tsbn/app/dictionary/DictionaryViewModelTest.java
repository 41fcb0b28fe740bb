package tsbn.app.dictionary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TinyWorkbench;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;

class DictionaryViewModelTest {
  @TempDir Path folder;
  private TinyWorkbench app;
  private DictionaryViewModel model;

  @BeforeEach
  void open() {
    app = new TinyWorkbench(folder, TinyWorkbench.BALLS);
    model = new DictionaryViewModel(app.context());
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Tiles showAfterAStep() {
    app.step();
    model.shown();
    app.await("the tiles are there", () -> model.anyProperty().get());
    return model.tilesProperty().get();
  }

  private static double norm(FMatrixRMaj weights, int row) {
    double sum = 0;
    for (int i = 0; i < weights.numCols; i++) {
      sum += Math.pow(weights.get(row, i), 2);
    }
    return Math.sqrt(sum);
  }

  @Test
  void saysWhatToDoBeforeTraining() {
    model.shown();
    model.refresh();
    assertFalse(model.anyProperty().get());
    assertTrue(model.emptyProperty().get().contains("Train"));
    model.select(0);
    model.resort();
    model.savePicture(false);
    assertEquals("", model.describe(0));
  }

  @Test
  void showsTheDictionaryOfTheSnapshot() {
    Tiles tiles = showAfterAStep();
    FMatrixRMaj weights = app.workbench().snapshotProperty().get().model().dictionary();
    assertArrayEquals(weights.data, tiles.weights().data);
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, tiles.order());
    assertEquals("Unit 1", model.unitProperty().get().title());
    assertEquals(64, model.unitProperty().get().weights().length);
    assertEquals("5 units after iteration 1", model.statusProperty().get());
  }

  @Test
  void everyUnitCanHaveItsOwnScale() {
    Tiles shared = showAfterAStep();
    assertEquals(Scale.ALL, model.scaleProperty().get());
    for (float limit : shared.limits()) {
      assertEquals(shared.limits()[0], limit);
    }
    model.scaleProperty().set(Scale.UNIT);
    Tiles own = model.tilesProperty().get();
    for (int unit = 0; unit < 5; unit++) {
      float strongest = 0;
      for (int i = 0; i < 64; i++) {
        strongest = Math.max(strongest, Math.abs(own.weights().get(unit, i)));
      }
      assertEquals(strongest, own.limits()[unit]);
    }
    model.select(3);
    assertEquals(own.limits()[3], model.unitProperty().get().limit());
  }

  @Test
  void aTrainedRunWhoseTilesAreOnTheirWaySaysNothing() {
    app.workbench().step();
    model.refresh();
    assertTrue(model.emptyProperty().get().contains("first training step"));
    app.await("a step is done", () -> app.workbench().gaugesProperty().get().iteration() == 1);
    model.refresh();
    assertEquals("", model.emptyProperty().get());
  }

  @Test
  void sortsByNormAndKeepsTheChosenUnit() {
    Tiles tiles = showAfterAStep();
    model.select(3);
    model.sortProperty().set(Sort.NORM);
    int[] order = model.tilesProperty().get().order();
    for (int i = 1; i < order.length; i++) {
      assertTrue(norm(tiles.weights(), order[i - 1]) >= norm(tiles.weights(), order[i]));
    }
    assertEquals("Unit 4", model.unitProperty().get().title());
    assertEquals(3, order[model.selectedTileProperty().get()]);
    int[] all = order.clone();
    Arrays.sort(all);
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, all);
  }

  @Test
  void aUnitsMemoryIsItsColumnOfW1() {
    showAfterAStep();
    model.select(2);
    FMatrixRMaj past = app.workbench().snapshotProperty().get().model().parameters().get("W1");
    float[] shown = model.unitProperty().get().past();
    for (int i = 0; i < 5; i++) {
      assertEquals(past.get(i, 2), shown[i]);
    }
    assertEquals("From past hidden (W₁)", model.unitProperty().get().pastTitle());
    assertTrue(model.unitProperty().get().facts().get(1).value().endsWith(" % of frames"));
  }

  @Test
  void looksAtNothingWhileHidden() {
    Tiles before = showAfterAStep();
    model.hidden();
    app.step();
    app.workbench().requestSnapshot();
    app.await("a snapshot", () -> app.workbench().snapshotProperty().get().iteration() == 2);
    assertSame(before, model.tilesProperty().get());
    model.shown();
    assertEquals("5 units after iteration 2", model.statusProperty().get());
  }

  @Test
  void followsTheModelWhileShown() {
    showAfterAStep();
    app.step();
    app.await(
        "the page follows",
        () -> {
          model.refresh();
          return model.statusProperty().get().endsWith("2");
        });
  }

  @Test
  void aNewRunStartsFromNothing() {
    showAfterAStep();
    app.workbench().newRun();
    app.workbench().step();
    assertNull(model.tilesProperty().get());
    assertNull(model.unitProperty().get());
    app.await("the new tiles", () -> model.anyProperty().get());
  }

  @Test
  void ofAPianoOnlyTheKeysInUseAreShown() {
    String source = "builtin:chorales?train=4&valid=2&test=2";
    try (TinyWorkbench music = new TinyWorkbench(folder, source)) {
      DictionaryViewModel chorales = new DictionaryViewModel(music.context());
      music.step();
      chorales.shown();
      music.await("the tiles are there", () -> chorales.anyProperty().get());
      int low = 88;
      int high = 0;
      for (Sequence piece : music.workbench().dataProperty().get().all()) {
        for (int t = 0; t < piece.frames(); t++) {
          for (int key = 0; key < 88; key++) {
            low = piece.get(t, key) > 0 ? Math.min(low, key) : low;
            high = piece.get(t, key) > 0 ? Math.max(high, key) : high;
          }
        }
      }
      Tiles tiles = chorales.tilesProperty().get();
      assertEquals(Scale.UNIT, tiles.scale(), "few strong units would leave the others blank");
      assertEquals(new FrameMeaning.PianoRoll(21 + low, high - low + 1, 4, 4), tiles.meaning());
      FMatrixRMaj all = music.workbench().snapshotProperty().get().model().dictionary();
      float mean = 0;
      for (int j = 0; j < all.numRows; j++) {
        mean += all.get(j, low + 3) / all.numRows;
      }
      assertEquals(all.get(2, low + 3) - mean, tiles.weights().get(2, 3), 1e-6);
      assertTrue(
          chorales.subtitleProperty().get().startsWith("columns of W\u2082 less their mean"),
          chorales.subtitleProperty().get());
    }
  }

  @Test
  void savesAllTilesAsAPicture() throws Exception {
    showAfterAStep();
    Path file = folder.resolve("tiles.png");
    app.dialogs().answer(file);
    model.savePicture(true);
    assertNotNull(ImageIO.read(file.toFile()));
    assertEquals(1, app.notices().infos().size());
  }
}
