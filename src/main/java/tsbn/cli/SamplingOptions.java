package tsbn.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import tsbn.data.DataKind;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.experiment.DataSummary;
import tsbn.experiment.SavedRun;
import tsbn.experiment.Within;
import tsbn.model.Feedback;
import tsbn.model.Guide;

/** How frames are drawn by the commands that let a model make something up. */
final class SamplingOptions {
  @Option(
      names = "--within-range",
      description = "Keep real values within the range of the training data, a tenth wider.")
  private boolean withinRange;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description =
          "Below 1 frames are likelier than the model's own, above it wilder, from 0.01 to 100"
              + " (default 1).")
  private double temperature = 1;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What every random number follows from (default 1).")
  private long seed = 1;

  /** Refuses a range for values that are not real. */
  void requireFitting(SavedRun run, Path folder) throws BadArguments {
    if (withinRange && run.data().kind() != DataKind.REAL) {
      throw new BadArguments("%s makes up no real values to keep in a range.".formatted(folder));
    }
  }

  /** Whether values are to be kept in the range of the data. */
  boolean withinRange() {
    return withinRange;
  }

  /** What keeps frames within the range of the data, or does nothing. */
  Guide limit(SequenceSet data) {
    return withinRange ? Within.of(data.get(Split.TRAIN)) : Guide.NONE;
  }

  /**
   * How frames are drawn.
   *
   * @throws IllegalArgumentException with a sentence if the temperature is out of its range
   */
  Feedback feedback(DataSummary about) {
    return about.feedback().at(temperature);
  }

  long seed() {
    return seed;
  }
}
