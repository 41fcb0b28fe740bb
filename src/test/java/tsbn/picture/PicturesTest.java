package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsbn.data.FrameMeaning;
import tsbn.math.RandomStream;

/** Single pixels whose colour follows from the meaning; the whole goes to target/pictures. */
class PicturesTest {
  private static final FrameMeaning.Image IMAGE = new FrameMeaning.Image(12, 12);
  private static final FrameMeaning.PianoRoll PIANO = new FrameMeaning.PianoRoll(21, 88);

  private static void keep(Raster raster, String name) throws IOException {
    Path file = Path.of("target", "pictures", name + ".png");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      Png.write(raster, out);
    }
  }

  /** Four voices that move a little now and then. */
  private static FMatrixRMaj chorale(int frames) {
    RandomStream random = new RandomStream(3);
    FMatrixRMaj roll = new FMatrixRMaj(frames, 88);
    int[] voices = {48, 57, 64, 72};
    for (int t = 0; t < frames; t++) {
      for (int v = 0; v < voices.length; v++) {
        if (random.nextInt(3) == 0) {
          voices[v] += random.nextInt(5) - 2;
        }
        roll.set(t, voices[v] - 21, 1);
      }
    }
    return roll;
  }

  /** A blob that turns pixels on beside one that turns them off. */
  private static FMatrixRMaj blobs(int units, FrameMeaning.Image image) {
    RandomStream random = new RandomStream(5);
    FMatrixRMaj dictionary = new FMatrixRMaj(units, image.units());
    for (int j = 0; j < units; j++) {
      double cx = random.nextDouble() * image.width();
      double cy = random.nextDouble() * image.height();
      double angle = 6.28 * random.nextDouble();
      for (int i = 0; i < image.units(); i++) {
        double dx = i % image.width() - cx;
        double dy = i / image.width() - cy;
        double ex = dx - 3 * Math.cos(angle);
        double ey = dy - 3 * Math.sin(angle);
        double value =
            4 * Math.exp(-(dx * dx + dy * dy) / 4) - 3 * Math.exp(-(ex * ex + ey * ey) / 4);
        dictionary.set(j, i, (float) (value + 0.2 * random.nextGaussian()));
      }
    }
    return dictionary;
  }

  @Test
  void imageFrameIsCrispAndCentred() {
    float[] frame = new float[144];
    frame[13] = 1;
    Raster out = new Raster(40, 38);
    new FramePicture(IMAGE, Palette.LIGHT).paint(frame, out);
    // Scale 3 leaves 4 and 2 pixels over; unit 13 is the pixel (1, 1).
    assertEquals(0xFFFFFFFF, out.get(2 + 3, 1 + 3));
    assertEquals(0xFFFFFFFF, out.get(2 + 5, 1 + 5));
    assertEquals(0xFF000000, out.get(2 + 2, 1 + 3));
    assertEquals(0xFF000000, out.get(2 + 6, 1 + 5));
    assertEquals(Palette.LIGHT.background(), out.get(1, 5));
    assertEquals(Palette.LIGHT.background(), out.get(2 + 36, 5));
  }

  @Test
  void keyboardPutsMiddleCInItsPlace() {
    Keyboard keyboard = new Keyboard(PIANO);
    assertEquals(52, keyboard.whiteKeys());
    assertEquals("A0", Keyboard.name(21));
    assertEquals("C4", Keyboard.name(60));
    assertEquals("F♯3", Keyboard.name(54));
    // Middle C is the 24th white key: 23 lie to its left.
    assertEquals(60 - 21, keyboard.unitAt(23 * 10 + 5, 90, 520, 100));
    assertEquals(61 - 21, keyboard.unitAt(24 * 10, 10, 520, 100));
    assertEquals(-1, keyboard.unitAt(521, 10, 520, 100));
    float[] frame = new float[88];
    frame[60 - 21] = 1;
    Raster lit = new FramePicture(PIANO, Palette.LIGHT).paint(frame, 3);
    assertEquals(Palette.LIGHT.accent(), lit.get(23 * 3, 20));
    assertNotEquals(Palette.LIGHT.accent(), lit.get(24 * 3, 20));
  }

  @Test
  void keysOfSeveralPiecesFormOneRange() {
    FMatrixRMaj low = new FMatrixRMaj(2, 88);
    low.set(1, 10, 1);
    FMatrixRMaj high = new FMatrixRMaj(2, 88);
    high.set(0, 86, 1);
    assertEquals(new KeyRange(8, 87), PianoRollPicture.rangeFor(PIANO, low, high));
    assertEquals(KeyRange.all(PIANO), PianoRollPicture.rangeFor(PIANO, new FMatrixRMaj(2, 88)));
    KeyRange range = new KeyRange(10, 12);
    assertEquals(new FrameMeaning.PianoRoll(31, 3), range.of(PIANO));
    assertEquals(1, range.columns(low).get(1, 0));
    assertEquals(3, range.columns(low).numCols);
  }

  @Test
  void limitIgnoresTheFewLargestWeights() {
    FMatrixRMaj dictionary = new FMatrixRMaj(10, 100);
    dictionary.fill(-2);
    dictionary.set(3, 3, 50);
    assertEquals(2, DictionaryPicture.limit(dictionary));
    assertEquals(1, DictionaryPicture.limit(new FMatrixRMaj(2, 2)));
  }

  @Test
  void everyUnitHasItsStrongestWeight() {
    FMatrixRMaj dictionary = new FMatrixRMaj(new float[][] {{1, -3}, {0, 0}, {0.5f, 0.25f}});
    assertArrayEquals(new float[] {3, 1, 0.5f}, DictionaryPicture.strongest(dictionary));
  }

  @Test
  void aTileBetweenWholeMultiplesIsFilled() {
    float[] weights = new float[144];
    weights[0] = 1;
    weights[143] = -1;
    Palette palette = Palette.LIGHT;
    Raster between = new Raster(18, 18);
    new DictionaryPicture(IMAGE, palette).paint(weights, 1, between);
    assertEquals(palette.diverging(1), between.get(0, 0));
    assertEquals(palette.diverging(-1), between.get(17, 17));
    Raster nearly = new Raster(25, 25);
    new DictionaryPicture(IMAGE, palette).paint(weights, 1, nearly);
    assertEquals(palette.diverging(1), nearly.get(1, 1), "whole squares");
    assertEquals(palette.neutral(), nearly.get(2, 2));
    assertEquals(palette.neutral(), nearly.get(24, 24), "the rest is left over");
  }

  @Test
  void theMiddleOfAKeyIsWhereTheKeyIs() {
    Keyboard keyboard = new Keyboard(PIANO);
    for (int unit = 0; unit < 88; unit++) {
      assertEquals(unit, keyboard.unitAt(keyboard.middle(unit, 52 * 9), 2, 52 * 9, 60), "C to C");
    }
  }

  @Test
  void oneMeasurementIsADotWithinThePicture() {
    Curve curve = new Curve("valid");
    curve.add(100, -7);
    List<CurveSeries> series = List.of(new CurveSeries(curve, 1, false, true));
    Raster out = new Raster(60, 40);
    out.fill(Palette.LIGHT.background());
    new CurvePainter(60, 40).paint(series, CurveView.fit(series, false), 0, 2, Palette.LIGHT, out);
    int coloured = 0;
    for (int y = 0; y < 40; y++) {
      assertEquals(Palette.LIGHT.background(), out.get(0, y), "no part of it is cut");
      for (int x = 0; x < 60; x++) {
        coloured += out.get(x, y) == Palette.LIGHT.series(1) ? 1 : 0;
      }
    }
    assertTrue(coloured >= 12, coloured + " pixels");
  }

  @Test
  void ofAFilmThatHasEndedTheLastFrameStays() {
    FMatrixRMaj brief = new FMatrixRMaj(1, 144);
    brief.fill(1);
    Film one = new Film(IMAGE, brief, 0, Palette.LIGHT);
    Film other = new Film(IMAGE, new FMatrixRMaj(3, 144), 0, Palette.LIGHT);
    FilmRow row = new FilmRow(List.of(one, other), List.of("Data", "Sample 1"), Palette.LIGHT);
    assertEquals(3, row.length());
    Raster last = row.frame(2);
    assertEquals(0xFFFFFFFF, last.get(60, last.height() / 2));
    assertEquals(0xFF000000, last.get(last.width() - 60, last.height() / 2));
    assertNotEquals(row.frame(0).height(), one.frame(0).height(), "the titles stand above");
  }

  @ParameterizedTest
  @EnumSource
  void dictionaryTilesShowSignAndSize(Palette palette) throws IOException {
    DictionaryPicture picture = new DictionaryPicture(IMAGE, palette);
    float[] weights = new float[144];
    weights[0] = 2;
    weights[1] = -2;
    Raster tile = new Raster(12, 12);
    picture.paint(weights, 2, tile);
    assertEquals(palette.diverging(1), tile.get(0, 0));
    assertEquals(palette.diverging(-1), tile.get(1, 0));
    assertEquals(palette.neutral(), tile.get(2, 0));
    int[] order = IntStream.range(0, 33).toArray();
    FrameMeaning.Image balls = new FrameMeaning.Image(30, 30);
    keep(
        new DictionaryPicture(balls, palette).sheet(blobs(33, balls), order, 66),
        "dictionary-" + palette);
    FMatrixRMaj keys = new FMatrixRMaj(33, 88);
    RandomStream random = new RandomStream(2);
    for (int i = 0; i < keys.getNumElements(); i++) {
      keys.data[i] = (float) Math.pow(random.nextGaussian(), 3);
    }
    keep(new DictionaryPicture(PIANO, palette).sheet(keys, order, 156), "keys-" + palette);
    keep(
        new DictionaryPicture(new FrameMeaning.Channels(88), palette).sheet(keys, order, 156),
        "bars-" + palette);
  }

  @ParameterizedTest
  @EnumSource
  void rollShowsNotesPrimerAndLitKeys(Palette palette) throws IOException {
    FMatrixRMaj piece = new FMatrixRMaj(20, 88);
    piece.set(4, 60 - 21, 1);
    piece.set(10, 71 - 21, 1);
    KeyRange range = PianoRollPicture.rangeFor(PIANO, piece);
    assertEquals(new KeyRange(58 - 21, 73 - 21), range);
    PianoRollPicture roll =
        new PianoRollPicture(PIANO, piece, 6, new KeyRange(60 - 21, 71 - 21), palette);
    // C4 to B4: one octave, B at the top.
    assertEquals(12, roll.rows());
    assertEquals(71, roll.note(0));
    Raster whole = roll.whole(10, 8);
    assertEquals(palette.series(1), whole.get(45, 8 * 11 + 3));
    assertEquals(palette.accent(), whole.get(105, 3));
    Raster out = new Raster(200, 96);
    roll.paint(10.5, 10, 100, 30, out);
    assertEquals(palette.series(4), out.get(98, 3));
    assertEquals(palette.series(4), out.get(5, 3));
    assertNotEquals(palette.series(4), out.get(5, 8 * 11 + 3));

    Film film = new Film(PIANO, chorale(120), 20, palette);
    keep(film.frame(15), "roll-frame-" + palette);
    keep(film.still(), "roll-" + palette);
    assertEquals(film.frame(0).width(), film.frame(119).width());
  }

  @ParameterizedTest
  @EnumSource
  void barsArePartedWhereTheyAreKnown(Palette palette) {
    FMatrixRMaj piece = new FMatrixRMaj(20, 88);
    KeyRange keys = new KeyRange(60 - 21, 71 - 21);
    PianoRollPicture free = new PianoRollPicture(PIANO, piece, 0, keys, palette);
    PianoRollPicture barred = new PianoRollPicture(PIANO.inTime(4, 4), piece, 0, keys, palette);
    assertEquals(0, free.barsApart(10, 8));
    Raster unmarked = free.whole(10, 8);
    Raster marked = barred.whole(10, 8);
    for (int x = 0; x < 200; x++) {
      boolean line = x > 0 && x % 40 == 0;
      assertEquals(line ? palette.grid() : unmarked.get(x, 3), marked.get(x, 3), "at " + x);
    }
    assertEquals(1, barred.barsApart(10, 40));
    assertEquals(2, barred.barsApart(10, 41));
    assertEquals(4, barred.barsApart(2, 32));
  }

  @ParameterizedTest
  @EnumSource
  void curves(Palette palette) throws IOException {
    RandomStream random = new RandomStream(1);
    Curve train = new Curve("train");
    Curve valid = new Curve("valid");
    for (int i = 1; i <= 20_000; i++) {
      double bound = -66 - 75 * Math.exp(-i / 3500.0);
      train.add(i, bound + 3 * random.nextGaussian());
      if (i % 500 == 0) {
        valid.add(i, bound - 2 + 0.4 * random.nextGaussian());
      }
    }
    List<CurveSeries> series =
        List.of(new CurveSeries(train, 0, true, true), new CurveSeries(valid, 1, false, true));
    CurvePicture picture =
        new CurvePicture("Lower bound", "nats per frame, higher is better", "iteration", palette);
    Raster out = picture.paint(series, CurveView.fit(series, false), 0.6, 960, 560);
    assertEquals(palette.background(), out.get(0, 0));
    keep(out, "curve-" + palette);
    Raster letters = new Raster(560, 130);
    letters.fill(palette.background());
    StrokeFont font = new StrokeFont(560, 130);
    font.write("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 10, 25, 12, 2, palette.text(), letters);
    font.write("abcdefghijklmnopqrstuvwxyz 0123456789", 10, 50, 9, 1.3, palette.text(), letters);
    font.write(
        ". , : ; - − – + = ( ) [ ] / % ' \" _ | · × < > ? ! # * &",
        10, 75, 9, 1.3, palette.text(), letters);
    font.write(
        "Nats per frame, higher is better (20 % of 5k) [2]",
        10, 105, 12, 1.6, palette.text(), letters);
    keep(letters, "letters-" + palette);
  }
}
