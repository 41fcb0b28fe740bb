package tsbn.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.model.sbn.Architecture;

/** What {@code tsbn train} says of a run at its end. */
final class TrainReport {
  private final Console console;
  private final Path out;
  private final boolean json;

  /**
   * A report.
   *
   * @param out where the run is kept
   * @param json whether it is to be one JSON object
   */
  TrainReport(Console console, Path out, boolean json) {
    this.console = console;
    this.out = out;
    this.json = json;
  }

  /** The result as {@code --json} prints it. */
  private record Trained(
      String run,
      String model,
      String state,
      int iterations,
      Integer keptIteration,
      double seconds,
      Double trainBound,
      Double validBound,
      Double validPredictionError) {}

  /** Prints what came out. */
  void print(TrainingJob.Outcome outcome) {
    Trainer.Gauges gauges = outcome.gauges();
    CurvePoint last = null;
    int kept = 0;
    for (CurvePoint point : outcome.run().curve()) {
      last = point.validated() ? point : last;
      kept = point.iteration();
    }
    Architecture shape = outcome.run().experiment().architecture();
    if (json) {
      console.json(
          new Trained(
              out.toString(),
              shape.variant(),
              gauges.state().name().toLowerCase(Locale.ROOT),
              gauges.iteration(),
              gauges.state() == Trainer.State.FAILED ? null : kept,
              gauges.seconds(),
              Double.isNaN(gauges.bound()) ? null : gauges.bound(),
              last == null ? null : last.validBound(),
              last == null ? null : last.predictionError()));
      return;
    }
    console.print(
        "%s with %s hidden units, order %d: %,d iterations in %.1f s",
        shape.variant(),
        shape.hidden().stream().map(layer -> "" + layer.units()).collect(Collectors.joining("-")),
        shape.order(),
        gauges.iteration(),
        gauges.seconds());
    if (!Double.isNaN(gauges.bound())) {
      console.print(
          "  train bound       %.3f nats per time step, smoothed over the last steps",
          gauges.bound());
    }
    if (last != null) {
      console.print(
          "  validation bound  %.3f nats per time step at iteration %,d, mean over sequences, one"
              + " sample",
          last.validBound(), last.iteration());
      console.print("  prediction error  %.3f on validation, one sample", last.predictionError());
      if (kept < gauges.iteration() && outcome.run().experiment().settings().earlyStop() > 0) {
        console.print(
            "  kept              the model of iteration %,d, the best on validation", kept);
      }
    }
    console.print("  run               %s", out);
  }
}
