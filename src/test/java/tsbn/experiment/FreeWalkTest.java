package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.evaluate.Movement;
import tsbn.learn.Learner;
import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;

/**
 * What the settings of {@code quick-gait} are for: a model that has learned to walk goes on walking
 * when it is left alone. With half the units, fewer frames back and half the iterations of the
 * preset, so that it takes no five minutes, the likeness is not quite as good.
 */
class FreeWalkTest {
  private static final int TEN_SECONDS = 300;
  private static final int PRIMER = 20;

  @Test
  void aWalkGoesOnLikeTheDataForAMinute() throws Exception {
    SequenceSet walks = DataSources.open("builtin:gait?style=walk", Progress.NONE);
    TemporalSbn model = train(walks);
    DataSummary about = DataSummary.of(walks);
    Within range = Within.of(walks.get(Split.TRAIN));
    List<FMatrixRMaj> made = new ArrayList<>();
    for (Sequence walk : walks.get(Split.TEST)) {
      FMatrixRMaj primer = rows(walk.toMatrix(), 0, PRIMER);
      Generation generation =
          new Generation(
              6 * TEN_SECONDS, 1, primer, about.feedback(), List.of(), range, made.size());
      made.add(about.shown(generation.run(model, Progress.NONE).get(0)));
    }
    Movement movement =
        new Movement(
            walks.get(Split.TRAIN).stream().map(Sequence::toMatrix).toList(),
            walks.framesPerSecond());
    Movement.Likeness first = likeness(movement, made, 0);
    assertEquals(1, first.medianRange(), 0.1);
    assertTrue(first.rangesWithin() >= 0.85 * first.ranges(), first.toString());
    assertEquals(first.rhythmOfData(), first.rhythm(), 0.05 * first.rhythmOfData());
    Movement.Likeness last = likeness(movement, made, 5 * TEN_SECONDS);
    assertEquals(1, last.medianRange(), 0.1);
    assertTrue(last.rangesWithin() >= 0.85 * last.ranges(), last.toString());
    assertEquals(last.rhythmOfData(), last.rhythm(), 0.1 * last.rhythmOfData());
  }

  private static TemporalSbn train(SequenceSet walks) {
    TrainingSettings settings =
        Presets.find("quick-gait")
            .orElseThrow()
            .settings()
            .change()
            .stepSize(2e-3)
            .iterations(2400)
            .build();
    Architecture architecture =
        Architecture.dtsbnD(walks.units(), List.of(50, 50), 4).with(Likelihood.NORMAL);
    TemporalSbn model =
        TemporalSbn.initialise(architecture, settings.initialScale(), new RandomStream(1));
    Learner learner = new Learner(model, walks.get(Split.TRAIN), List.of(), settings);
    for (int i = 0; i < settings.iterations(); i++) {
      learner.step();
    }
    return model;
  }

  private static Movement.Likeness likeness(Movement movement, List<FMatrixRMaj> made, int from) {
    return movement.likeness(made.stream().map(frames -> rows(frames, from, TEN_SECONDS)).toList());
  }

  private static FMatrixRMaj rows(FMatrixRMaj from, int first, int count) {
    return CommonOps_FDRM.extract(from, first, first + count, 0, from.numCols);
  }
}
