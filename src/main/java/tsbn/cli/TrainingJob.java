package tsbn.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Experiment;
import tsbn.experiment.SavedRun;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.learn.Trainer.Gauges;

/** Runs a trainer to its end, or until time is up or the user interrupts, with a progress bar. */
final class TrainingJob {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Console console;
  private final SequenceSet set;
  private final Experiment experiment;
  private final double mostSeconds;
  private final boolean verbose;
  private final List<CurvePoint> curve = new ArrayList<>();

  /** What came out: the run, and the trainer's last readings. */
  record Outcome(SavedRun run, Gauges gauges) {}

  /**
   * A job that has not begun.
   *
   * @param mostSeconds training time after which to stop; infinite for none
   * @param verbose whether every validation gets a line
   */
  TrainingJob(
      Console console,
      SequenceSet set,
      Experiment experiment,
      double mostSeconds,
      boolean verbose) {
    this.console = console;
    this.set = set;
    this.experiment = experiment;
    this.mostSeconds = mostSeconds;
    this.verbose = verbose;
  }

  /** This job, with the curve of what was done before. */
  TrainingJob after(List<CurvePoint> before) {
    curve.addAll(before);
    return this;
  }

  /** A trainer before its first step. */
  static Trainer trainer(Experiment experiment, SequenceSet set) {
    return new Trainer(
        experiment.newModel(), set.get(Split.TRAIN), set.get(Split.VALID), experiment.settings());
  }

  /**
   * Trains from the beginning.
   *
   * @param saver what to do with the outcome, also after an interrupt
   */
  Outcome run(Saver saver) throws Exception {
    try (Trainer trainer = trainer(experiment, set)) {
      return run(trainer, saver);
    }
  }

  /**
   * Trains, or goes on.
   *
   * @param saver what to do with the outcome, also after an interrupt
   */
  Outcome run(Trainer trainer, Saver saver) throws Exception {
    try (Interrupt interrupt = Interrupt.by(trainer::stop)) {
      if (trainer.gauges().state() != Trainer.State.FINISHED) {
        trainer.resume(); // one that stopped early would take another step
      }
      while (!trainer.awaitEnd(LOOK)) {
        Gauges now = trainer.gauges();
        trainer.drainCurve(this::add);
        console.bar(fraction(now), text(now));
        if (now.seconds() >= mostSeconds) {
          trainer.stop();
        }
      }
      trainer.drainCurve(this::add);
      SavedRun run = SavedRun.of(experiment, DataSummary.of(set), curve, trainer.kept().get());
      Outcome outcome = new Outcome(run, trainer.gauges());
      saver.save(outcome);
      return outcome;
    }
  }

  /** What is done with an outcome before the program may end. */
  @FunctionalInterface
  interface Saver {
    void save(Outcome outcome) throws Exception;
  }

  private void add(CurvePoint point) {
    curve.add(point);
    if (verbose && point.validated()) {
      console.remark(
          String.format(
              Locale.ROOT,
              "iteration %,d, %.0f s: validation bound %.3f, prediction error %.3f",
              point.iteration(),
              point.seconds(),
              point.validBound(),
              point.predictionError()));
    }
  }

  private double fraction(Gauges now) {
    return Math.max((double) now.iteration() / now.iterations(), now.seconds() / mostSeconds);
  }

  private static String text(Gauges now) {
    String bound =
        Double.isNaN(now.bound()) ? "" : String.format(Locale.ROOT, ", bound %.2f", now.bound());
    return String.format(
        Locale.ROOT,
        "iteration %,d, %.0f a second%s",
        now.iteration(),
        now.iterationsPerSecond(),
        bound);
  }
}
