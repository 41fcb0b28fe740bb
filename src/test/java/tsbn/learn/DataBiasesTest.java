package tsbn.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.FloatSequence;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;

class DataBiasesTest {
  private static final List<Sequence> FRAMES =
      List.of(
          FloatSequence.of(new FMatrixRMaj(new float[][] {{1, 0, 3}, {0, 0, 1}})),
          FloatSequence.of(new FMatrixRMaj(new float[][] {{1, 0, 2}, {0, 0, 2}})));

  private static TemporalSbn model(Likelihood likelihood) {
    TemporalSbn model = new TemporalSbn(Architecture.tsbn(3, 2, 1).with(likelihood));
    DataBiases.set(model, FRAMES);
    return model;
  }

  @Test
  void theyAreTheAveragesOfTheFrames() {
    float[] words = model(Likelihood.MULTINOMIAL).parameters().get("c").data;
    assertEquals(Math.log(2.5 / 8.5), words[0] - words[2], 1e-6);
    assertEquals(Math.log(0.5 / 8.5), words[1] - words[2], 1e-6);
    TemporalSbn normal = model(Likelihood.NORMAL);
    assertArrayEquals(new float[] {0.5f, 0, 2}, normal.parameters().get("c").data, 1e-6f);
    assertEquals(Math.log(Math.sqrt(0.5)), normal.parameters().get("c'").data[2], 1e-6);
    assertArrayEquals(normal.parameters().get("c").data, normal.parameters().get("c_init").data, 0);
    float[] binary = model(Likelihood.BERNOULLI).parameters().get("c").data;
    assertEquals(0, binary[0], 1e-6);
    assertEquals(Math.log(0.001 / 0.999), binary[1], 1e-5);
  }

  @Test
  void theFirstStepSetsThemAndNoOther() {
    TrainingSettings settings =
        TrainingSettings.paper()
            .change()
            .initialisation(Initialisation.DATA)
            .stepSize(1e-9)
            .iterations(2)
            .build();
    TemporalSbn model =
        TemporalSbn.initialise(
            Architecture.hmsbn(3, 2, 1).with(Likelihood.MULTINOMIAL), 0.01, new RandomStream(1));
    Learner learner = new Learner(model, FRAMES, List.of(), settings);
    assertEquals(0, model.parameters().get("c").data[1]);
    learner.step();
    assertArrayEquals(
        model(Likelihood.MULTINOMIAL).parameters().get("c").data,
        model.parameters().get("c").data,
        1e-5f);
    model.parameters().get("c").data[1] = 7;
    learner.step();
    assertEquals(7, model.parameters().get("c").data[1], 1e-5);
  }
}
