package tsbn.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {
  private final Kernels kernels = Kernels.best();

  private static FMatrixRMaj random(int rows, int columns, double density, RandomStream random) {
    FMatrixRMaj m = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < m.getNumElements(); i++) {
      m.data[i] = random.nextFloat() < density ? (float) random.nextGaussian() : 0;
    }
    return m;
  }

  @ParameterizedTest
  @CsvSource({"1,1,1,1", "3,5,7,1", "7,130,9,0.3", "20,64,33,0", "5,65,100,0.5", "2,3,1,1"})
  void productsAreTheSumsTheyStandFor(int rows, int inner, int columns, double density) {
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

  @Test
  void packedMatricesKeepTheirValuesWhileOtherShapesPassThrough() {
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

  @Test
  void sigmoidAndSoftplusAreRightEverywhere() {
    Sigmoid functions = new Sigmoid();
    float[] values = new float[Sigmoid.PIECE];
    for (double start = -120; start < 120; start += 6.9) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (start + 0.0137 * i);
      }
      functions.evaluate(values, 0, values.length, true);
      for (int i = 0; i < values.length; i++) {
        double a = values[i];
        double sigmoid = 1 / (1 + Math.exp(-a));
        double softplus = Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
        assertEquals(sigmoid, functions.sigmoid()[i], 4e-7 * sigmoid + 3e-38);
        assertEquals(softplus, functions.softplus()[i], 4e-7 * softplus + 3e-38);
      }
    }
    float[] odd = {0, -0f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.NaN};
    functions.evaluate(odd, 0, odd.length, true);
    assertEquals(0.5f, functions.sigmoid()[0]);
    assertEquals(0.5f, functions.sigmoid()[1]);
    assertEquals(1f, functions.sigmoid()[2]);
    assertEquals(0f, functions.sigmoid()[3], 3e-38f);
    assertEquals(Float.MAX_VALUE, functions.softplus()[2]);
    assertTrue(Float.isNaN(functions.softplus()[4]));
  }

  @Test
  void scoresAndResidualsOfBernoulliUnits() {
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

  @Test
  void aPackedTransposeIsTheTransposePacked() {
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

  @Test
  void drawsFollowTheirProbability() {
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
