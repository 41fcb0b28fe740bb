package tsbn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.ForwardAlgorithm;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;
import tsbn.support.Oracle;

/** Exact likelihoods and their estimates against enumeration. */
class LikelihoodsTest {

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void theForwardAlgorithmSumsOverAllHistories(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 6);
    Oracle oracle = new Oracle(architecture, model.parameters());
    Sequence sequence = Models.sequence(architecture, 4, 21);
    if (architecture.hasDeterministic()) {
      assertThrows(IllegalArgumentException.class, () -> new ForwardAlgorithm(model));
      return;
    }
    double expected = oracle.exactLogLikelihood(Oracle.toDouble(sequence.toMatrix()));
    double found = new ForwardAlgorithm(model).logLikelihood(sequence);
    assertEquals(expected, found, 2e-5 * (1 + Math.abs(expected)));
    LogLikelihood exact = Evaluation.exact(model, List.of(sequence), Progress.NONE);
    assertEquals(found / 4, exact.perSequence(), 1e-9);
  }

  @Test
  void aLargeModelIsRefusedWithASentence() {
    TemporalSbn model = new TemporalSbn(Architecture.tsbn(2, 5, 3));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new ForwardAlgorithm(model));
    assertTrue(refused.getMessage().endsWith("at most 12 hidden units times order, not 15."));
  }

  /** The mean of exp(estimate) / p(V) over some runs, and its standard error. */
  private record Ratio(double mean, double error) {
    static Ratio of(
        ParticleFilter filter, Sequence sequence, double exact, int runs, RandomStream random) {
      double mean = 0;
      double squares = 0;
      for (int run = 0; run < runs; run++) {
        double ratio = Math.exp(filter.logLikelihood(sequence, random.child(run)) - exact);
        mean += ratio / runs;
        squares += ratio * ratio / runs;
      }
      return new Ratio(mean, Math.sqrt((squares - mean * mean) / runs));
    }
  }

  /** exp of either estimate has the exact likelihood as its mean, within three standard errors. */
  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void estimatesOfTheLikelihoodAreUnbiased(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 6);
    for (FMatrixRMaj block : model.parameters().blocks()) {
      for (int i = 0; i < block.getNumElements(); i++) {
        block.data[i] *= 0.4f; // so that a few hundred runs show the mean of a ratio
      }
    }
    Oracle oracle = new Oracle(architecture, model.parameters());
    Sequence sequence = Models.sequence(architecture, 3, 21);
    double exact = oracle.exactLogLikelihood(Oracle.toDouble(sequence.toMatrix()));
    for (boolean resample : new boolean[] {false, true}) {
      ParticleFilter filter = new ParticleFilter(model, 20, resample);
      Ratio ratio = Ratio.of(filter, sequence, exact, 400, new RandomStream(resample ? 3 : 4));
      assertEquals(1, ratio.mean, 3 * ratio.error + 1e-4, "resample " + resample);
    }
  }

  @Test
  void moreParticlesTightenTheEstimateUpToTheExactValue() {
    Architecture architecture = Architecture.tsbn(3, 2, 1);
    TemporalSbn model = Models.model(architecture, 6);
    List<Sequence> sequences =
        List.of(Models.sequence(architecture, 40, 1), Models.sequence(architecture, 15, 2));
    double exact = Evaluation.exact(model, sequences, Progress.NONE).perFrame();
    RandomStream random = new RandomStream(1);
    double bound =
        Evaluation.bound(model, sequences, 200, random.child(0), Progress.NONE).perFrame();
    double few =
        new ParticleFilter(model, 4, true)
            .estimate(sequences, random.child(1), Progress.NONE)
            .perFrame();
    double many =
        new ParticleFilter(model, 4000, true)
            .estimate(sequences, random.child(2), Progress.NONE)
            .perFrame();
    assertTrue(bound < few && few < exact, bound + " < " + few + " < " + exact);
    assertEquals(exact, many, 0.01);
  }

  /**
   * Hidden states that hold on to themselves, frames that show them, and a q that looks at nothing:
   * weights spread soon, particles are chosen anew often, and which ones are is of consequence.
   */
  @Test
  void aFilterOfALongMemoryIsUnbiasedToo() {
    Architecture architecture = Architecture.tsbn(3, 2, 1);
    TemporalSbn model = Models.model(architecture, 8);
    for (String name : model.parameters().names()) {
      float scale = name.startsWith("W1") ? 6 : name.startsWith("W2") ? 4 : 0;
      FMatrixRMaj block = model.parameters().get(name);
      for (int i = 0; i < block.numRows; i++) {
        for (int j = 0; j < block.numCols; j++) {
          boolean own = name.startsWith("W1") && i != j;
          block.set(i, j, own || scale == 0 ? 0 : scale);
        }
      }
    }
    for (String bias : List.of("b", "c")) {
      java.util.Arrays.fill(model.parameters().get(bias).data, bias.equals("b") ? -3 : -4);
    }
    FMatrixRMaj frames = new FMatrixRMaj(8, 3);
    java.util.Arrays.fill(frames.data, 6, 24, 1);
    Sequence sequence = Models.of(frames);
    double exact = Evaluation.exact(model, List.of(sequence), Progress.NONE).perFrame() * 8;
    ParticleFilter filter = new ParticleFilter(model, 30, true);
    Ratio ratio = Ratio.of(filter, sequence, exact, 2000, new RandomStream(5));
    assertTrue(ratio.error < 0.05, "the estimate is of use: " + ratio.error);
    assertEquals(1, ratio.mean, 3.5 * ratio.error);
  }
}
