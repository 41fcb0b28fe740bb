package tsbn.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsbn.math.RandomStream;
import tsbn.math.Workers;
import tsbn.model.Parameters;

/** Each update rule against its formula in double precision over several steps. */
class OptimiserTest {
  private static final double[] GRADIENTS = {0.3, -1.2, 0.05, 2.5, -0.4, 0, 0.9};
  private static final double[] FACTORS = {0.25};
  private static final TrainingSettings SETTINGS =
      TrainingSettings.paper().change().stepSize(0.01).weightDecay(0.02).build();

  private static double run(OptimiserKind kind, TrainingSettings settings) {
    Parameters parameters = new Parameters();
    parameters.add("w", 1, 3).data[1] = 0.5f;
    Parameters gradient = parameters.zeros();
    Optimiser optimiser = Optimiser.create(kind, parameters, new Workers());
    for (double g : GRADIENTS) {
      gradient.get("w").data[1] = (float) (g / FACTORS[0]);
      double norm = optimiser.norm(gradient, FACTORS);
      assertEquals(Math.abs(g), norm, 1e-6);
      assertEquals(
          norm,
          optimiser.update(parameters, gradient, FACTORS, settings, settings.stepSize()),
          1e-6);
      assertEquals(0, gradient.get("w").data[1], "the gradient is used up");
    }
    assertEquals(0, parameters.get("w").data[0]);
    return parameters.get("w").data[1];
  }

  @Test
  void rmsProp() {
    double w = 0.5;
    double r = 0;
    double m = 0;
    double u = 0;
    for (int i = 0; i < GRADIENTS.length; i++) {
      double g = GRADIENTS[i];
      r = i == 0 ? g * g : 0.95 * r + 0.05 * g * g;
      m = i == 0 ? g : 0.95 * m + 0.05 * g;
      u = 0.9 * u + 0.01 * (g - 0.02 * w) / Math.sqrt(r - m * m + 1e-4);
      w += u;
    }
    assertEquals(w, run(OptimiserKind.RMSPROP, SETTINGS), 1e-4);
  }

  @Test
  void rmsPropSurvivesALargeConstantGradient() {
    Parameters parameters = new Parameters();
    parameters.add("w", 1, 1);
    Parameters gradient = parameters.zeros();
    Optimiser optimiser = Optimiser.create(OptimiserKind.RMSPROP, parameters, new Workers());
    for (int i = 0; i < 200; i++) {
      gradient.get("w").data[0] = 12_345.678f;
      optimiser.update(parameters, gradient, FACTORS, SETTINGS, SETTINGS.stepSize());
      assertTrue(Float.isFinite(parameters.get("w").data[0]));
    }
  }

  @Test
  void adam() {
    double w = 0.5;
    double m = 0;
    double v = 0;
    for (int i = 0; i < GRADIENTS.length; i++) {
      double g = GRADIENTS[i] - 0.02 * w;
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double mHat = m / (1 - Math.pow(0.9, i + 1));
      double vHat = v / (1 - Math.pow(0.999, i + 1));
      w += 0.01 * mHat / (Math.sqrt(vHat) + 1e-8);
    }
    assertEquals(w, run(OptimiserKind.ADAM, SETTINGS), 1e-5);
  }

  @Test
  void adamW() {
    double w = 0.5;
    double m = 0;
    double v = 0;
    for (int i = 0; i < GRADIENTS.length; i++) {
      double g = GRADIENTS[i];
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double mHat = m / (1 - Math.pow(0.9, i + 1));
      double vHat = v / (1 - Math.pow(0.999, i + 1));
      w += 0.01 * (mHat / (Math.sqrt(vHat) + 1e-8) - 0.02 * w);
    }
    assertEquals(w, run(OptimiserKind.ADAMW, SETTINGS), 1e-5);
  }

  @Test
  void adaGrad() {
    double w = 0.5;
    double s = 0;
    double u = 0;
    for (double g : GRADIENTS) {
      s += g * g;
      u = 0.9 * u + 0.01 * (g - 0.02 * w) / (Math.sqrt(s) + 1e-6);
      w += u;
    }
    assertEquals(w, run(OptimiserKind.ADAGRAD, SETTINGS), 1e-5);
  }

  @Test
  void sgd() {
    double w = 0.5;
    double u = 0;
    for (double g : GRADIENTS) {
      u = 0.9 * u + 0.01 * (g - 0.02 * w);
      w += u;
    }
    assertEquals(w, run(OptimiserKind.SGD, SETTINGS), 1e-5);
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void threadsShareABlockThatIsLargerThanAStretchAndChangeNothing(OptimiserKind kind) {
    int size = 2 * 32 * 1024 + 777;
    Parameters one = new Parameters();
    one.add("w", 1, size);
    one.add("b", 1, 5);
    Parameters two = one.copy();
    Workers oneThread = new Workers();
    oneThread.use(1);
    Workers helped = new Workers();
    helped.use(Workers.most());
    Optimiser alone = Optimiser.create(kind, one, oneThread);
    Optimiser shared = Optimiser.create(kind, two, helped);
    double[] factors = {0.5, 2};
    RandomStream random = new RandomStream(4);
    for (int step = 0; step < 3; step++) {
      Parameters gradient = one.zeros();
      double squares = 0;
      for (int block = 0; block < 2; block++) {
        float[] g = gradient.blocks().get(block).data;
        for (int i = 0; i < g.length; i++) {
          g[i] = (float) random.nextGaussian();
          squares += Math.pow(factors[block] * g[i], 2);
        }
      }
      Parameters same = gradient.copy();
      double norm = alone.update(one, gradient, factors, SETTINGS, 0.1);
      assertEquals(Math.sqrt(squares), norm, 1e-5 * norm);
      assertEquals(norm, shared.update(two, same, factors, SETTINGS, 0.1));
      assertArrayEquals(one.get("w").data, two.get("w").data);
      assertArrayEquals(one.get("b").data, two.get("b").data);
    }
  }
}
