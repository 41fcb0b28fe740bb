package tsbn.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.FloatSequence;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;

class TopicsTest {
  private static final Sequence YEARS =
      FloatSequence.of(new FMatrixRMaj(new float[][] {{9, 0, 0, 1}, {9, 0, 1, 0}, {0, 9, 1, 1}}));

  /** Unit 0 is on where word 0 stands and raises it; unit 1 is off where word 1 stands. */
  private static TemporalSbn model() {
    TemporalSbn model = new TemporalSbn(Architecture.hmsbn(4, 2, 1).with(Likelihood.MULTINOMIAL));
    set(model, "c", new float[][] {{1, 0, 0.5f, 0}});
    set(model, "W2", new float[][] {{2, 0, 0, 0}, {0, -3, 0, 0}});
    set(model, "U2", new float[][] {{200, 0}, {0, -200}, {0, 0}, {0, 0}});
    for (String bias : List.of("d", "d_init")) {
      set(model, bias, new float[][] {{-60, 60}});
    }
    return model;
  }

  private static void set(TemporalSbn model, String block, float[][] values) {
    model.parameters().get(block).setTo(new FMatrixRMaj(values));
  }

  private static Topics topics() {
    return Topics.of(model(), 1, YEARS, 3, new RandomStream(1), Progress.NONE);
  }

  @Test
  void trajectoriesAreTheMeansOfThePosterior() {
    Topics topics = topics();
    assertArrayEquals(new double[] {1, 1, 0}, topics.trajectory(0), 1e-6);
    assertArrayEquals(new double[] {0, 0, 1}, topics.trajectory(1), 1e-6);
    assertFalse(topics.turned(0));
    assertTrue(topics.turned(1), "word 1 stands where the unit is off");
    assertEquals(2, topics.count());
  }

  @Test
  void wordsAreThoseThatATopicRaises() {
    Topics topics = topics();
    // On average unit 0 is on in two years of three, and so is unit 1.
    double[] eta = {1 + 2 * 2 / 3.0, -3 * 2 / 3.0, 0.5, 0};
    double[] on = {3, eta[1], 0.5, 0};
    Topics.Word first = topics.words(0, Topics.Order.PROBABILITY, 1).get(0);
    assertEquals(0, first.unit());
    assertEquals(share(on, 0), first.probability(), 1e-6);
    assertEquals(share(on, 0) / share(eta, 0), first.lift(), 1e-5);
    double[] off = {eta[0], 0, 0.5, 0};
    Topics.Word word = topics.words(1, Topics.Order.LIFT, 2).get(0);
    assertEquals(1, word.unit());
    assertEquals(share(off, 1), word.probability(), 1e-6);
    assertEquals(
        List.of(0, 2, 1, 3),
        topics.words(1, Topics.Order.PROBABILITY, 9).stream().map(Topics.Word::unit).toList());
    assertEquals(1, topics.words(1, Topics.Order.INFORMATION, 1).get(0).unit());
  }

  private static double share(double[] eta, int word) {
    double sum = 0;
    for (double each : eta) {
      sum += Math.exp(each);
    }
    return Math.exp(eta[word]) / sum;
  }

  @Test
  void upperLayersSpeakThroughTheLayersBelow() {
    TemporalSbn model =
        TemporalSbn.initialise(
            Architecture.dhmsbnS(4, List.of(3, 2), 1).with(Likelihood.MULTINOMIAL),
            1,
            new RandomStream(3));
    Topics topics = Topics.of(model, 2, YEARS, 5, new RandomStream(1), Progress.NONE);
    FMatrixRMaj drawn = model.dictionary(2);
    for (int k = 0; k < 2; k++) {
      for (int i = 0; i < 4; i++) {
        float sign = topics.turned(k) ? -1 : 1;
        assertEquals(sign * drawn.get(k, i), topics.weights().get(k, i), 1e-6);
      }
    }
  }

  @Test
  void upperTopicsAreMadeOfLowerOnes() {
    TemporalSbn model =
        TemporalSbn.initialise(
            Architecture.dhmsbnS(4, List.of(3, 2), 1).with(Likelihood.MULTINOMIAL),
            1,
            new RandomStream(8));
    Topics upper = Topics.of(model, 2, YEARS, 5, new RandomStream(1), Progress.NONE);
    Topics lower = Topics.of(model, 1, YEARS, 5, new RandomStream(1), Progress.NONE);
    assertTrue(lower.below().isEmpty());
    assertEquals(List.of(), lower.parts(0, 9));
    assertArrayEquals(lower.trajectory(2), upper.below().orElseThrow().trajectory(2), 0);
    boolean someTurned = false;
    for (int k = 0; k < 2; k++) {
      // The words of an upper topic are the sum of those of its parts.
      double[] words = new double[4];
      for (Topics.Part part : upper.parts(k, 9)) {
        someTurned |= lower.turned(part.topic()) != upper.turned(k);
        for (int i = 0; i < 4; i++) {
          words[i] += part.weight() * lower.weights().get(part.topic(), i);
        }
      }
      for (int i = 0; i < 4; i++) {
        assertEquals(upper.weights().get(k, i), words[i], 1e-5);
      }
      List<Topics.Part> parts = upper.parts(k, 2);
      assertEquals(2, parts.size());
      assertTrue(Math.abs(parts.get(0).weight()) >= Math.abs(parts.get(1).weight()));
    }
    assertTrue(someTurned);
  }

  @Test
  void topicsAreMatchedOneToOne() {
    FMatrixRMaj known = new FMatrixRMaj(new float[][] {{0, 1}, {1, 1}, {2, 0}, {3, 0}});
    FMatrixRMaj found = new FMatrixRMaj(new float[][] {{5, 0, 1}, {4, 2, 1}, {0, 4, 1}, {0, 6, 1}});
    List<TopicMatch> matches = TopicMatch.of(found, known);
    assertEquals(List.of(1, 0), matches.stream().map(TopicMatch::found).toList());
    assertEquals(1, matches.get(0).correlation(), 1e-9);
    assertTrue(matches.get(1).correlation() > 0.95);
  }
}
