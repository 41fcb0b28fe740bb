package tsbn.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tsbn.data.ContentHash;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.learn.EstimatorKind;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

/** A program that begins a run, or goes on with it, until it is done or is killed. */
final class KilledProgram {
  private static final int ITERATIONS = 600;

  private KilledProgram() {}

  /** Trains in the folder that is named; keeps the run at every moment it can. */
  public static void main(String[] arguments) throws Exception {
    train(Path.of(arguments[0]), Duration.ofMillis(10));
  }

  static void train(Path folder, Duration interval) throws Exception {
    SequenceSet set =
        DataSources.open("builtin:balls?train=20&valid=4&test=1&frames=30&size=10", Progress.NONE);
    TrainingSettings settings =
        TrainingSettings.paper()
            .change()
            .stepSize(1e-3)
            .estimator(EstimatorKind.NVIL)
            .iterations(ITERATIONS)
            .validateEvery(20)
            .earlyStop(1000)
            .threads(1)
            .build();
    Architecture architecture = Architecture.tsbn(set.units(), 40, 2);
    if (RunFolder.isRun(folder)) {
      Continuation run = Continuation.read(folder);
      try (RunKeeper keeper = RunKeeper.goOn(folder, run, set.source(), ContentHash.of(set));
          Trainer trainer = run.trainer(set)) {
        finish(keeper, trainer, interval);
      }
    } else {
      Experiment experiment = new Experiment(set.source(), architecture, settings);
      try (RunKeeper keeper = RunKeeper.begin(folder, experiment, set);
          Trainer trainer =
              new Trainer(
                  experiment.newModel(), set.get(Split.TRAIN), set.get(Split.VALID), settings)) {
        finish(keeper, trainer, interval);
      }
    }
  }

  private static void finish(RunKeeper keeper, Trainer trainer, Duration interval)
      throws Exception {
    keeper.keep(
        trainer,
        interval,
        problem -> {
          throw new IllegalStateException(problem);
        });
    if (trainer.gauges().state() != Trainer.State.FINISHED) {
      trainer.resume();
    }
    if (!trainer.awaitEnd(Duration.ofMinutes(5))) {
      throw new IllegalStateException("It takes too long.");
    }
    keeper.close();
  }

  /** This program as a process of its own. */
  static Process start(Path folder) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "-Xmx300m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledProgram.class.getName(),
            folder.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolveSibling(folder.getFileName() + ".log").toFile())
        .start();
  }
}
