package tsbn.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.DataKind;
import tsbn.data.FloatSequence;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.SequenceLabel;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.text.Years;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;

class HeldOutWordsTest {
  private static final float[][] TRAIN = {{8, 1, 1, 0}, {0, 4, 4, 2}, {0, 2, 6, 2}};
  private static final float[][] TEST = {{2, 0, 0, 0}, {0, 1, 1, 0}, {0, 0, 0, 0}, {0, 1, 7, 2}};

  private static SequenceSet set() {
    Years years = new Years(List.of(1900, 1901, 1910, 1911));
    return new SequenceSet(
        "texts",
        "texts",
        DataKind.COUNTS,
        new FrameMeaning.Words(List.of("a", "b", "c", "d")),
        1,
        Map.of(
            Split.TRAIN, List.of(FloatSequence.of(new FMatrixRMaj(TRAIN))),
            Split.TEST, List.of(FloatSequence.of(new FMatrixRMaj(TEST)))),
        List.of(),
        Map.of(
            Split.TRAIN, List.of(new SequenceLabel("1900-1910", "", years.between(0, 3))),
            Split.TEST, List.of(new SequenceLabel("held out", "", years))));
  }

  @Test
  void tiesShareThePlacesThatAreLeft() {
    assertArrayEquals(
        new double[] {1, 2 / 3.0, 2 / 3.0, 2 / 3.0, 0},
        TopWords.places(new double[] {5, 3, 3, 3, 1}, 3),
        1e-12);
    double[] one = {5, 4, 0, 0};
    assertEquals(1, TopWords.overlap(one, one, 2), 1e-12);
    assertEquals(0, TopWords.overlap(one, new double[] {0, 0, 1, 2}, 2), 1e-12);
    assertEquals(0.5, TopWords.overlap(one, new double[] {1, 1, 1, 1}, 2), 1e-12);
    assertEquals(1, TopWords.overlap(one, new double[] {0, 0, 1, 2}, 9), 1e-12);
  }

  @Test
  void tiesAreWorthWhatDrawingLotsIsWorthOnAverage() {
    RandomStream random = new RandomStream(3);
    double[] one = {4, 2, 2, 2, 1, 1};
    double[] other = {1, 3, 3, 1, 1, 0};
    double sum = 0;
    int rounds = 20_000;
    for (int round = 0; round < rounds; round++) {
      double[] a = one.clone();
      double[] b = other.clone();
      for (int i = 0; i < a.length; i++) {
        a[i] += 0.5 * random.nextDouble();
        b[i] += 0.5 * random.nextDouble();
      }
      sum += TopWords.overlap(a, b, 3);
    }
    assertEquals(sum / rounds, TopWords.overlap(one, other, 3), 0.01);
  }

  @Test
  void precisionAndPerplexityAreThoseOfTheDefinition() {
    HeldOutWords words = HeldOutWords.of(set()).orElseThrow();
    assertTrue(words.isFuture(3) && !words.isFuture(2));
    FMatrixRMaj shares = new FMatrixRMaj(4, 4);
    for (int t = 0; t < 4; t++) {
      for (int m = 0; m < 4; m++) {
        shares.set(t, m, (m + 1 + t) / (10f + 4 * t));
      }
    }
    WordScores scores = words.score(shares);
    assertEquals(2, scores.years(), "a year without held-out words does not count");
    assertEquals(1, scores.futureYears());
    double logs = 2 * Math.log(0.1) + Math.log(3 / 14.0) + Math.log(4 / 14.0);
    assertEquals(Math.exp(-logs / 4), scores.perplexity(), 1e-5);
    double future = Math.log(5 / 22.0) + 7 * Math.log(6 / 22.0) + 2 * Math.log(7 / 22.0);
    assertEquals(Math.exp(-future / 10), scores.futurePerplexity(), 1e-5);
    assertEquals(1, scores.meanPrecision(), 1e-12, "of four words all are on top");
  }

  @Test
  void countingCountsTheYearsAround() {
    HeldOutWords words = HeldOutWords.of(set()).orElseThrow();
    FMatrixRMaj four = WordCounting.FOUR_YEARS.shares(words);
    assertArrayEquals(
        new float[] {8.5f / 22, 5.5f / 22, 5.5f / 22, 2.5f / 22}, row(four, 0), 1e-6f);
    assertArrayEquals(
        new float[] {0.5f / 12, 2.5f / 12, 6.5f / 12, 2.5f / 12}, row(four, 2), 1e-6f);
    assertArrayEquals(row(four, 2), row(four, 3), 1e-6f);
    FMatrixRMaj all = WordCounting.ALL_YEARS.shares(words);
    float[] expected = {8.5f / 32, 7.5f / 32, 11.5f / 32, 4.5f / 32};
    for (int t = 0; t < 4; t++) {
      assertArrayEquals(expected, row(all, t), 1e-6f);
    }
    assertArrayEquals(
        new float[] {0.5f / 22, 6.5f / 22, 10.5f / 22, 4.5f / 22},
        row(WordCounting.TEN_YEARS.shares(words), 3),
        1e-6f);
  }

  private static float[] row(FMatrixRMaj matrix, int row) {
    return java.util.Arrays.copyOfRange(
        matrix.data, row * matrix.numCols, (row + 1) * matrix.numCols);
  }

  @Test
  void aModelForetellsWithoutReadingWhatIsHeldOut() {
    Architecture shape = Architecture.tsbn(4, 3, 1).with(Likelihood.MULTINOMIAL);
    TemporalSbn model = TemporalSbn.initialise(shape, 1, new RandomStream(4));
    HeldOutWords words = HeldOutWords.of(set()).orElseThrow();
    FMatrixRMaj shares = words.shares(model, 20, new RandomStream(1), Progress.NONE);
    assertEquals(4, shares.numRows);
    for (int t = 0; t < 4; t++) {
      double sum = 0;
      for (float share : row(shares, t)) {
        sum += share;
      }
      assertEquals(1, sum, 1e-5);
    }
    SequenceSet other =
        new SequenceSet(
            "texts",
            "texts",
            DataKind.COUNTS,
            set().meaning(),
            1,
            Map.of(
                Split.TRAIN, set().get(Split.TRAIN),
                Split.TEST, List.of(FloatSequence.of(new FMatrixRMaj(4, 4)))),
            List.of(),
            set().labels());
    assertArrayEquals(
        shares.data,
        HeldOutWords.of(other)
            .orElseThrow()
            .shares(model, 20, new RandomStream(1), Progress.NONE)
            .data);
  }

  @Test
  void setsWithoutYearsHaveNothingToForetell() {
    SequenceSet set = set();
    assertEquals(
        Optional.empty(),
        HeldOutWords.of(
            new SequenceSet("x", "x", DataKind.COUNTS, set.meaning(), 1, set.splits(), List.of())));
  }
}
