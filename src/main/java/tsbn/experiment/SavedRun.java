package tsbn.experiment;

import java.util.List;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.model.sbn.TemporalSbn;

/**
 * A run as it is kept: what it followed from, what was measured and what came out.
 *
 * @param experiment what the run follows from
 * @param data what to know of the data
 * @param curve every measured point, in order
 * @param model the model after the last point
 */
public record SavedRun(
    Experiment experiment, DataSummary data, List<CurvePoint> curve, TemporalSbn model) {

  /** What a run keeps: a copy of its model, and the curve up to there. */
  public static SavedRun of(
      Experiment experiment, DataSummary data, List<CurvePoint> curve, Trainer.Copy kept) {
    List<CurvePoint> points =
        curve.stream().filter(point -> point.iteration() <= kept.iteration()).toList();
    return new SavedRun(experiment, data, points, kept.model());
  }

  public SavedRun {
    curve = List.copyOf(curve);
    if (data.meaning().units() != experiment.architecture().visible()) {
      throw new IllegalArgumentException(
          "The model has %d visible units and a frame of the data %d."
              .formatted(experiment.architecture().visible(), data.meaning().units()));
    }
  }
}
