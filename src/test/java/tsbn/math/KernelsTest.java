package tsbn.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KernelsTest {
  private static final Kernels PLAIN = new PlainKernels(new Workers());

  /** On vectors, where the JVM was started with them. */
  private static Kernels fast() {
    return Kernels.vectors() ? new VectorKernels(new Workers()) : new PlainKernels(new Workers());
  }

  /** Both, where the JVM was started with the Vector API; the plain ones twice where not. */
  static List<Kernels> implementations() {
    return List.of(PLAIN, fast());
  }

  private static FMatrixRMaj random(int rows, int columns, double density, RandomStream random) {
    FMatrixRMaj m = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < m.getNumElements(); i++) {
      m.data[i] = random.nextFloat() < density ? (float) random.nextGaussian() : 0;
    }
    return m;
  }

  static Stream<Arguments> shapes() {
    int[][] shapes = {
      {1, 1, 1},
      {3, 5, 7},
      {7, 130, 9},
      {20, 64, 33},
      {5, 65, 100},
      {2, 3, 1},
      {9, 200, 64},
      {24, 400, 97},
      {8, 3, 16},
      {17, 193, 47}
    };
    double[] densities = {1, 0.3, 0.05, 0};
    return Stream.of(shapes)
        .flatMap(
            shape -> DoubleStream.of(densities).mapToObj(density -> Arguments.of(shape, density)));
  }

  static Stream<Arguments> products() {
    return implementations().stream()
        .flatMap(
            kernels -> shapes().map(each -> Arguments.of(kernels, each.get()[0], each.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("products")
  void productsAreTheSumsTheyStandFor(Kernels kernels, int[] shape, double density) {
    int rows = shape[0];
    int inner = shape[1];
    int columns = shape[2];
    RandomStream random = new RandomStream(rows * 31L + inner);
    FMatrixRMaj a = random(rows + 3, inner, density, random);
    FMatrixRMaj b = random(inner, columns, 1, random);
    FMatrixRMaj c = random(rows + 4, columns, 1, random);
    FMatrixRMaj before = c.copy();
    Kernels.Packed packed = kernels.pack(random(inner, columns, 1, random), null);
    packed = kernels.pack(b, packed);
    kernels.multiplyAdd(a, 2, packed, c, 3, rows);
    FMatrixRMaj gradient = random(inner, columns, 1, random);
    FMatrixRMaj gradientBefore = gradient.copy();
    kernels.transposedMultiplyAdd(a, 2, before, 3, rows, gradient);

    for (int i = 0; i < c.numRows; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = before.get(i, j);
        for (int k = 0; i >= 3 && i < 3 + rows && k < inner; k++) {
          sum += (double) a.get(i - 1, k) * b.get(k, j);
        }
        assertEquals(sum, c.get(i, j), 1e-4);
      }
    }
    for (int k = 0; k < inner; k++) {
      for (int j = 0; j < columns; j++) {
        double sum = gradientBefore.get(k, j);
        for (int i = 0; i < rows; i++) {
          sum += (double) a.get(2 + i, k) * before.get(3 + i, j);
        }
        assertEquals(sum, gradient.get(k, j), 1e-4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void packedMatricesKeepTheirValuesWhileOtherShapesPassThrough(Kernels kernels) {
    RandomStream random = new RandomStream(5);
    FMatrixRMaj one = random(1, 6, 1, random);
    FMatrixRMaj b = random(6, 4, 1, random);
    Kernels.Packed packed = kernels.pack(b, null);
    Kernels.Packed other = kernels.pack(random(9, 11, 1, random), null);
    FMatrixRMaj wide = new FMatrixRMaj(1, 11);
    kernels.multiplyAdd(random(1, 9, 1, random), 0, other, wide, 0, 1);
    FMatrixRMaj c = new FMatrixRMaj(1, 4);
    kernels.multiplyAdd(one, 0, packed, c, 0, 1);
    double sum = 0;
    for (int k = 0; k < 6; k++) {
      sum += one.get(0, k) * b.get(k, 2);
    }
    assertEquals(sum, c.get(0, 2), 1e-5);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void sigmoidAndSoftplusAreRightEverywhere(Kernels kernels) {
    FMatrixRMaj eta = new FMatrixRMaj(1, 1);
    FMatrixRMaj p = new FMatrixRMaj(1, 1);
    float[] off = {0};
    for (double start = -120; start < 120; start += 0.0137) {
      float a = (float) start;
      eta.data[0] = a;
      kernels.sigmoid(eta, 0, p, 0, 1);
      double sigmoid = 1 / (1 + Math.exp(-(double) a));
      double softplus = Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs((double) a)));
      assertEquals(sigmoid, p.data[0], 6e-7 * sigmoid + 3e-38);
      assertEquals(-softplus, kernels.logBernoulli(off, 0, eta.data, 1), 6e-7 * softplus + 3e-38);
    }
    float[] odd = {0, -0f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.NaN};
    FMatrixRMaj values = new FMatrixRMaj(new float[][] {odd});
    kernels.sigmoid(values, 0, values, 0, 1);
    assertEquals(0.5f, values.data[0]);
    assertEquals(0.5f, values.data[1]);
    assertEquals(1f, values.data[2]);
    assertEquals(0f, values.data[3], 3e-38f);
    assertTrue(Float.isNaN(values.data[4]));
    assertEquals(
        -Float.MAX_VALUE, kernels.logBernoulli(off, 0, new float[] {Float.MAX_VALUE}, 1), 0);
    assertTrue(Double.isNaN(kernels.logBernoulli(off, 0, new float[] {Float.NaN}, 1)));
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void scoresAndResidualsOfBernoulliUnits(Kernels kernels) {
    FMatrixRMaj eta = new FMatrixRMaj(new float[][] {{0.5f, -2}, {1, 3}, {0, 1}});
    FMatrixRMaj before = eta.copy();
    FMatrixRMaj x = new FMatrixRMaj(new float[][] {{1, 0.25f}, {0, 1}});
    double[] logP = {10, 0, 0};
    kernels.scoreBernoulli(x, eta, 2, logP);
    for (int row = 0; row < 3; row++) {
      double expected = row == 0 ? 10 : 0;
      for (int j = 0; j < 2; j++) {
        double a = before.get(row, j);
        double value = x.get(row / 2, j);
        expected += value * a - Math.log(1 + Math.exp(a));
        assertEquals(value - 1 / (1 + Math.exp(-a)), eta.get(row, j), 1e-6);
      }
      assertEquals(expected, logP[row], 1e-6);
    }
    float[] second = {1, 3};
    double one = kernels.logBernoulli(x.data, 2, second, 2);
    assertEquals(3 - Math.log(1 + Math.exp(1)) - Math.log(1 + Math.exp(3)), one, 1e-6);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void countsAreScoredAndSharesAreTheSoftmax(Kernels kernels) {
    RandomStream random = new RandomStream(8);
    for (int columns : new int[] {1, 7, 512, 1300}) {
      FMatrixRMaj eta = random(6, columns, 1, random);
      for (int i = 0; i < eta.getNumElements(); i++) {
        eta.data[i] = 10 * eta.data[i] + (i / columns == 2 ? 500 : 0);
      }
      FMatrixRMaj x = random(3, columns, 0.3, random);
      for (int i = 0; i < x.getNumElements(); i++) {
        x.data[i] = Math.round(20 * Math.abs(x.data[i]));
      }
      FMatrixRMaj residual = eta.copy();
      FMatrixRMaj shares = eta.copy();
      double[] logP = {10, 0, 0, 0, 0, 0};
      kernels.scoreCounts(x, residual, 2, logP);
      kernels.softmax(shares);
      for (int row = 0; row < 6; row++) {
        double sum = 0;
        double total = 0;
        for (int j = 0; j < columns; j++) {
          sum += Math.exp(eta.get(row, j));
          total += x.get(row / 2, j);
        }
        double expected = row == 0 ? 10 : 0;
        for (int j = 0; j < columns; j++) {
          double share = Math.exp(eta.get(row, j)) / sum;
          expected += x.get(row / 2, j) * Math.log(share);
          assertEquals(share, shares.get(row, j), 2e-6 * share + 1e-12);
          double left = x.get(row / 2, j) - total * share;
          assertEquals(left, residual.get(row, j), 3e-6 * (1 + total * share));
        }
        assertEquals(expected, logP[row], 1e-6 * (1 + Math.abs(expected)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void aPackedTransposeIsTheTransposePacked(Kernels kernels) {
    RandomStream random = new RandomStream(6);
    FMatrixRMaj b = random(5, 7, 1, random);
    FMatrixRMaj a = random(2, 7, 1, random);
    FMatrixRMaj c = new FMatrixRMaj(2, 5);
    Kernels.Packed packed = kernels.packTransposed(random(5, 7, 1, random), null);
    kernels.multiplyAdd(a, 0, kernels.packTransposed(b, packed), c, 0, 2);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 5; j++) {
        double sum = 0;
        for (int k = 0; k < 7; k++) {
          sum += (double) a.get(i, k) * b.get(j, k);
        }
        assertEquals(sum, c.get(i, j), 1e-5);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void drawsFollowTheirProbability(Kernels kernels) {
    int n = 200_000;
    FMatrixRMaj eta = new FMatrixRMaj(1, n);
    java.util.Arrays.fill(eta.data, -1);
    FMatrixRMaj x = new FMatrixRMaj(1, n);
    kernels.drawBernoulli(eta, 0, x, 0, 1, new RandomStream(9));
    double mean = 0;
    for (float value : x.data) {
      assertTrue(value == 0 || value == 1);
      mean += value / n;
    }
    double p = 1 / (1 + Math.exp(1));
    assertEquals(p, mean, 4 * Math.sqrt(p * (1 - p) / n));
    java.util.Arrays.fill(eta.data, 200);
    kernels.drawBernoulli(eta, 0, x, 0, 1, new RandomStream(9));
    for (float value : x.data) {
      assertEquals(1, value);
    }
  }

  @Test
  void vectorsAreThereUnlessTheJvmWasStartedWithout() {
    assertTrue(Kernels.vectors(), "the tests run with the Vector API");
    assertFalse(Kernels.best() instanceof PlainKernels);
  }

  /** What was packed for the plain kernels can still be multiplied when vectors have taken over. */
  @Test
  void nothingChangesWhenVectorsTakeOver() throws InterruptedException {
    RandomStream random = new RandomStream(5);
    FMatrixRMaj a = random(20, 70, 0.5, random);
    FMatrixRMaj b = random(70, 50, 1, random);
    FMatrixRMaj expected = new FMatrixRMaj(20, 50);
    PLAIN.multiplyAdd(a, 0, PLAIN.pack(b, null), expected, 0, 20);
    Kernels kernels = new WarmingKernels();
    Kernels.Packed before = kernels.pack(b, null);
    assertArrayEquals(expected.data, product(kernels, a, before));
    Kernels.awaitWarmUp();
    assertArrayEquals(expected.data, product(kernels, a, before));
    assertArrayEquals(expected.data, product(kernels, a, kernels.pack(b, before)));
  }

  private static float[] product(Kernels kernels, FMatrixRMaj a, Kernels.Packed b) {
    FMatrixRMaj c = new FMatrixRMaj(a.numRows, b.columns());
    kernels.multiplyAdd(a, 0, b, c, 0, a.numRows);
    return c.data;
  }

  /** To the bit: the same run comes out on every machine, with any number of threads. */
  @ParameterizedTest
  @MethodSource("shapes")
  void implementationsAndThreadsAgree(int[] shape, double density) {
    List<Kernels> all = new ArrayList<>(List.of(PLAIN, fast(), fast()));
    all.get(0).workers().use(1);
    all.get(1).workers().use(1);
    all.get(2).workers().use(Workers.most());
    int scale = 12; // large enough to be shared
    int rows = shape[0] * scale;
    RandomStream random = new RandomStream(rows * 7L);
    FMatrixRMaj a = random(rows, shape[1] * scale, density, random);
    FMatrixRMaj b = random(shape[1] * scale, shape[2], 1, random);
    FMatrixRMaj d = random(rows, shape[2], 1, random);
    List<List<float[]>> results = new ArrayList<>();
    for (Kernels kernels : all) {
      FMatrixRMaj c = d.copy();
      kernels.multiplyAdd(a, 0, kernels.pack(b, null), c, 0, rows);
      FMatrixRMaj g = b.copy();
      kernels.transposedMultiplyAdd(a, 0, d, 0, rows, g);
      FMatrixRMaj x = new FMatrixRMaj(rows, shape[2]);
      kernels.drawBernoulli(d, 0, x, 0, rows, new RandomStream(3));
      FMatrixRMaj p = d.copy();
      kernels.sigmoid(d, 0, p, 0, rows);
      FMatrixRMaj residual = d.copy();
      double[] logP = new double[rows];
      kernels.scoreBernoulli(x, residual, 1, logP);
      float[] exact = new float[2 * rows];
      for (int i = 0; i < rows; i++) {
        exact[i] = (float) logP[i];
        exact[rows + i] = (float) (logP[i] - exact[i]);
      }
      FMatrixRMaj counts = d.copy();
      double[] logCounts = new double[rows];
      kernels.scoreCounts(x, counts, 1, logCounts);
      FMatrixRMaj shares = d.copy();
      kernels.softmax(shares);
      float[] exactCounts = new float[rows];
      for (int i = 0; i < rows; i++) {
        exactCounts[i] = (float) logCounts[i];
      }
      results.add(
          List.of(
              c.data,
              g.data,
              x.data,
              p.data,
              residual.data,
              exact,
              counts.data,
              shares.data,
              exactCounts));
    }
    for (int other = 1; other < all.size(); other++) {
      for (int i = 0; i < results.get(0).size(); i++) {
        assertArrayEquals(results.get(0).get(i), results.get(other).get(i));
      }
    }
  }

  /** A matrix that is held is laid out once; products of it and of its first rows stay the same. */
  @ParameterizedTest
  @MethodSource("shapes")
  void aMatrixThatIsHeldGivesTheSameProducts(int[] shape, double density) {
    int rows = 12 * shape[0];
    int inner = 12 * shape[1];
    int columns = shape[2];
    Kernels held = fast();
    for (int threads = 1; threads <= Workers.most(); threads++) {
      held.workers().use(threads);
      RandomStream random = new RandomStream(rows * 5L);
      FMatrixRMaj a = new FMatrixRMaj(0, 0);
      for (int fill = 0; fill < 2; fill++) {
        FMatrixRMaj values = random(rows + fill, inner, density, random);
        a.reshape(values.numRows, inner);
        System.arraycopy(values.data, 0, a.data, 0, values.getNumElements());
        held.hold(a);
        FMatrixRMaj b = random(inner, columns, 1, random);
        FMatrixRMaj d = random(a.numRows, columns, 1, random);
        for (int count : new int[] {a.numRows, a.numRows - 1, a.numRows - 9, 1}) {
          for (int from : new int[] {0, a.numRows - count}) {
            assertSameProducts(held, a, from, count, b, d);
          }
        }
        assertSameProducts(held, values, 0, a.numRows, b, d);
      }
    }
  }

  private static void assertSameProducts(
      Kernels kernels, FMatrixRMaj a, int from, int count, FMatrixRMaj b, FMatrixRMaj d) {
    FMatrixRMaj expected = d.copy();
    PLAIN.multiplyAdd(a, from, PLAIN.pack(b, null), expected, 0, count);
    FMatrixRMaj c = d.copy();
    kernels.multiplyAdd(a, from, kernels.pack(b, null), c, 0, count);
    assertArrayEquals(expected.data, c.data);

    FMatrixRMaj expectedGradient = b.copy();
    PLAIN.transposedMultiplyAdd(a, from, d, 0, count, expectedGradient);
    FMatrixRMaj gradient = b.copy();
    kernels.transposedMultiplyAdd(a, from, d, 0, count, gradient);
    assertArrayEquals(expectedGradient.data, gradient.data);
  }

  @Test
  void exponentialsAreRightAndTheSameForAll() {
    FMatrixRMaj x = new FMatrixRMaj(7, 200);
    for (int i = 0; i < x.getNumElements(); i++) {
      x.data[i] = (i - 700) / 8f;
    }
    FMatrixRMaj y = new FMatrixRMaj(7, 200);
    PLAIN.exp(x, y);
    for (int i = 0; i < x.getNumElements(); i++) {
      double expected = Math.exp(Math.max(-87, Math.min(87, x.data[i])));
      assertEquals(1, y.data[i] / expected, 1e-6);
    }
    FMatrixRMaj z = x.copy();
    fast().exp(z, z);
    assertArrayEquals(y.data, z.data);
  }

  @Test
  void streamsFollowFromTheirKeysAlone() {
    RandomStream root = new RandomStream(3);
    long early = root.child(4).nextLong();
    root.nextGaussian();
    assertEquals(early, root.child(4).nextLong());
    assertTrue(root.child(5).nextLong() != early);
    assertTrue(new RandomStream(4).child(4).nextLong() != early);

    RandomStream random = new RandomStream(12);
    int n = 100_000;
    double mean = 0;
    double squares = 0;
    int[] counts = new int[7];
    for (int i = 0; i < n; i++) {
      double g = random.nextGaussian();
      mean += g / n;
      squares += g * g / n;
      counts[random.nextInt(7)]++;
      float u = random.nextFloat();
      assertTrue(u >= 0 && u < 1);
    }
    assertEquals(0, mean, 4 / Math.sqrt(n));
    assertEquals(1, squares, 4 * Math.sqrt(2.0 / n));
    for (int count : counts) {
      assertEquals(n / 7.0, count, 4 * Math.sqrt(n / 7.0));
    }
  }
}
