package tsbn.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.evaluate.Column;
import tsbn.evaluate.Measured;
import tsbn.evaluate.Protocol;
import tsbn.learn.CurvePoint;
import tsbn.model.sbn.ForwardAlgorithm;
import tsbn.model.sbn.TemporalSbn;

/**
 * A row of a comparison.
 *
 * @param kind whose numbers these are
 * @param name what people call it
 * @param model the model in words; empty for what is none
 * @param settings all that a run follows from, see {@link RunSettings}; of others none
 * @param iterations training steps taken; 0 where there are none, or none are known
 * @param seconds time they took; 0 in the same case
 * @param figures what was measured; a column may be absent
 * @param note how its numbers came about, where that is not the comparison's protocol; or empty
 */
public record ComparisonRow(
    Kind kind,
    String name,
    String model,
    Map<String, String> settings,
    int iterations,
    double seconds,
    Map<Column, Double> figures,
    String note) {

  /** Whose numbers a row holds. */
  public enum Kind {
    /** A trained model, measured here. */
    RUN,
    /** What needs no training, measured here by the same protocol. */
    BASELINE,
    /** Printed elsewhere, by a protocol of its own; never the best. */
    REFERENCE
  }

  public ComparisonRow {
    settings = Collections.unmodifiableMap(settings);
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }

  /** A run of which nothing is measured yet. */
  public static ComparisonRow of(String name, SavedRun run) {
    List<CurvePoint> curve = run.curve();
    return curve.isEmpty()
        ? of(name, run.experiment(), 0, 0)
        : of(
            name,
            run.experiment(),
            curve.get(curve.size() - 1).iteration(),
            curve.get(curve.size() - 1).seconds());
  }

  /** A run of which nothing is measured yet, after so many iterations and seconds. */
  public static ComparisonRow of(
      String name, Experiment experiment, int iterations, double seconds) {
    return new ComparisonRow(
        Kind.RUN,
        name,
        RunSettings.model(experiment.architecture()),
        RunSettings.of(experiment),
        iterations,
        seconds,
        Map.of(),
        "");
  }

  /**
   * Measures a run.
   *
   * @param common what all runs are measured on, as one of them sees it
   * @throws DataFormatException with a sentence if the run sees other frames, or the same motions
   *     in units of its own, so that its numbers would mean something else
   */
  public static ComparisonRow measured(
      String name, SavedRun run, SequenceSet common, Protocol protocol, Progress progress)
      throws DataFormatException {
    SequenceSet seen = FittingData.of(common, run);
    if (seen.meaning() instanceof FrameMeaning.Motion && !seen.meaning().equals(common.meaning())) {
      throw new DataFormatException(
          "%s sees these motions in units of its own, so that its numbers cannot be compared."
              .formatted(name));
    }
    TemporalSbn model = run.model();
    Protocol possible =
        new Protocol(
            protocol.split(),
            protocol.samples(),
            protocol.particles(),
            protocol.importance(),
            protocol.exact() && ForwardAlgorithm.suits(model.architecture()),
            protocol.seed());
    Map<Column, Double> figures =
        Measured.of(model, seen, possible, progress)
            .figures(seen, possible, model.architecture().likelihood());
    return of(name, run).with(figures);
  }

  /** The same row with what was measured. */
  public ComparisonRow with(Map<Column, Double> measured) {
    return new ComparisonRow(kind, name, model, settings, iterations, seconds, measured, note);
  }

  /** The same row with a note, of a run that could not be measured. */
  public ComparisonRow noted(String why) {
    return new ComparisonRow(kind, name, model, settings, iterations, seconds, figures, why);
  }

  /** Whether it may be the best: its numbers were measured here, by the same protocol. */
  public boolean competes() {
    return kind != Kind.REFERENCE;
  }
}
