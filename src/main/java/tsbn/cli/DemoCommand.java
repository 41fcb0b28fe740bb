package tsbn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.experiment.AtomicFile;
import tsbn.experiment.Experiment;
import tsbn.experiment.Generation;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.experiment.SavedRun;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.model.Simulation;
import tsbn.picture.Curve;
import tsbn.picture.CurvePicture;
import tsbn.picture.CurveSeries;
import tsbn.picture.CurveView;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.Film;
import tsbn.picture.Gif;
import tsbn.picture.Palette;
import tsbn.picture.Png;
import tsbn.picture.Raster;

/** {@code tsbn demo}: the first example without a window. */
@Command(
    name = "demo",
    description = "Trains on bouncing balls and writes pictures: the first example, no window.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final Palette PALETTE = Palette.LIGHT;
  private static final int TILES = 60;
  private static final int TILE_WIDTH = 60;
  private static final int PRIMER_FRAMES = 10;
  private static final int SAMPLE_FRAMES = 120;

  private final Console console;

  @Option(names = "--seconds", paramLabel = "S", description = "Training time (default 30).")
  private double seconds = 30;

  @Option(names = "--out", paramLabel = "DIR", description = "Default: tsbn-demo.")
  private Path out = Path.of("tsbn-demo");

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (!(seconds > 0 && seconds <= 86_400)) {
      throw new BadArguments("The seconds must be more than 0 and at most a day.");
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new BadArguments("%s is a file; name a folder with --out.".formatted(out));
    }
    Files.createDirectories(out);
    Preset preset = Presets.find("quick-balls").orElseThrow();
    SequenceSet set = DataSources.open(preset.data(), console.progress("making videos"));
    console.print("%s: %s", preset.title(), preset.description());
    Experiment experiment =
        new Experiment(
            set.source(),
            preset.design().on(set.units(), set.kind()),
            preset.settings().change().iterations(100_000_000).build());
    TrainingJob.Outcome outcome =
        new TrainingJob(console, set, experiment, seconds, false)
            .run(done -> writePictures(done, set.get(Split.TEST).get(0)));
    if (outcome.gauges().state() == Trainer.State.FAILED) {
      throw new Failed(outcome.gauges().failure());
    }
    return 0;
  }

  /**
   * Writes what came out.
   *
   * @param first the sequence whose first frames the model goes on from
   */
  private void writePictures(TrainingJob.Outcome outcome, Sequence first) throws IOException {
    SavedRun run = outcome.run();
    console.print(
        "%,d iterations in %.0f s; lower bound %.1f nats per time step",
        outcome.gauges().iteration(), outcome.gauges().seconds(), outcome.gauges().bound());
    write("curve.png", "the bound as it rose", curve(run.curve()));
    write("dictionary.png", "what the hidden units draw", dictionary(run));
    FMatrixRMaj primer = first.first(PRIMER_FRAMES);
    Generation generation =
        new Generation(
            SAMPLE_FRAMES, 1, primer, run.data().feedback(), run.experiment().settings().seed());
    Simulation made = generation.run(run.model(), Progress.NONE).get(0);
    Film film = GenerateCommand.film(run.data(), generation, made);
    Path gif = out.resolve("sample.gif");
    AtomicFile.write(
        gif,
        file ->
            Gif.write(
                file, film.length(), film::frame, run.data().framesPerSecond(), Progress.NONE));
    name(gif, "ten frames of a test video, and how the model thinks it goes on");
  }

  private void write(String file, String what, Raster picture) throws IOException {
    Path place = out.resolve(file);
    AtomicFile.write(place, stream -> Png.write(picture, stream));
    name(place, what);
  }

  private void name(Path place, String what) {
    console.print("  %s: %s", place, what);
  }

  private static Raster curve(List<CurvePoint> points) {
    Curve train = new Curve("train");
    Curve valid = new Curve("validation");
    for (CurvePoint point : points) {
      train.add(point.iteration(), point.trainBound());
      valid.add(point.iteration(), point.validBound());
    }
    List<CurveSeries> series =
        List.of(new CurveSeries(train, 0, true, true), new CurveSeries(valid, 1, false, true));
    return new CurvePicture(
            "Lower bound", "nats per time step, higher is better", "iteration", PALETTE)
        .paint(series, CurveView.fit(series, false), 0.6, 960, 540);
  }

  /** The units with the largest weights first. */
  private static Raster dictionary(SavedRun run) {
    FMatrixRMaj weights = run.model().dictionary();
    int[] order =
        IntStream.range(0, weights.numRows)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> -squares(weights, j)))
            .limit(TILES)
            .mapToInt(Integer::intValue)
            .toArray();
    return new DictionaryPicture(run.data().meaning(), PALETTE).sheet(weights, order, TILE_WIDTH);
  }

  private static double squares(FMatrixRMaj matrix, int row) {
    double squares = 0;
    for (float value : DictionaryPicture.row(matrix, row)) {
      squares += value * value;
    }
    return squares;
  }
}
