package tsbn.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsbn.data.DataFormatException;
import tsbn.data.SequenceSet;
import tsbn.experiment.CurveCsv;
import tsbn.experiment.Experiment;
import tsbn.experiment.FileTree;
import tsbn.experiment.RunKeeper;
import tsbn.experiment.RunStore;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.math.RandomStream;
import tsbn.picture.Curve;
import tsbn.picture.CurvePainter;
import tsbn.picture.CurveSeries;
import tsbn.picture.CurveView;
import tsbn.picture.Palette;
import tsbn.picture.Raster;

/** How long a store of many runs takes to open, and a long curve to be read and painted. */
final class StoreBench {
  private static final int RUNS = 200;
  private static final int POINTS = 100_000;
  private static final int ROUNDS = 5;
  private static final int ZOOMS = 60;
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 700;
  private static final double SMOOTHING = 0.6;
  private static final double THICKNESS = 2;

  private final Experiment experiment;
  private final SequenceSet set;

  /** A store of copies of one run, which is trained first. */
  StoreBench(Experiment experiment, SequenceSet set) {
    this.experiment = experiment;
    this.set = set;
  }

  /**
   * Measures.
   *
   * @return milliseconds to list the runs for the first time and, as a median, again; to count what
   *     they take of the disk; to read a curve of 100,000 points; and to paint it, the median and
   *     the longest of zooms from the whole to a thousandth
   */
  Map<String, Double> run() throws IOException, DataFormatException, InterruptedException {
    Path folder = Files.createTempDirectory("tsbn-bench");
    try {
      RunStore store = new RunStore(folder.resolve("runs"));
      Path first = train(store);
      for (int i = 1; i < RUNS; i++) {
        FileTree.copy(first, store.newFolder("copy"));
      }
      Map<String, Double> measures = new LinkedHashMap<>();
      measures.put("listFirstMillis", millis(store::list));
      measures.put("listMillis", median(store::list));
      measures.put("sizeMillis", median(store::size));
      Path file = folder.resolve("curve.csv");
      try (Writer out = Files.newBufferedWriter(file)) {
        CurveCsv.write(points(), out);
      }
      measures.put("readCurveMillis", median(() -> CurveCsv.read(file)));
      paint(CurveCsv.read(file), measures);
      return measures;
    } finally {
      FileTree.delete(folder);
    }
  }

  private Path train(RunStore store) throws IOException, InterruptedException {
    Path folder = store.newFolder("first");
    try (RunKeeper keeper = RunKeeper.begin(folder, experiment, set);
        Trainer trainer = TrainingJob.trainer(experiment, set)) {
      keeper.keep(trainer, Duration.ofMillis(100), problem -> {});
      trainer.resume();
      trainer.awaitEnd(Duration.ofMinutes(1));
    }
    return folder;
  }

  /** A curve that climbs and trembles. */
  private static List<CurvePoint> points() {
    RandomStream random = new RandomStream(1);
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 1; i <= POINTS; i++) {
      double bound = -60 - 600 / Math.sqrt(i) + random.nextGaussian();
      points.add(new CurvePoint(i, i * 0.01, i * 100L, bound, Double.NaN, Double.NaN, 1, 1, 0.5));
    }
    return points;
  }

  private static void paint(List<CurvePoint> points, Map<String, Double> measures)
      throws IOException, DataFormatException {
    Curve curve = new Curve("bound");
    points.forEach(point -> curve.add(point.iteration(), point.trainBound()));
    List<CurveSeries> series = List.of(new CurveSeries(curve, 0, true, true));
    CurveView whole = CurveView.fit(series, false);
    CurvePainter painter = new CurvePainter(WIDTH, HEIGHT);
    Raster out = new Raster(WIDTH, HEIGHT);
    List<Double> all = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      all.clear(); // the last round is that of a program that has run for a while
      for (int zoom = 0; zoom < ZOOMS; zoom++) {
        double share = Math.pow(1000, -(double) zoom / (ZOOMS - 1));
        CurveView view = whole.part((1 - share) / 2, (1 + share) / 2, 0, 1);
        all.add(
            millis(
                () -> {
                  painter.paint(series, view, SMOOTHING, THICKNESS, Palette.LIGHT, out);
                  return out;
                }));
      }
    }
    Collections.sort(all);
    measures.put("paintMillis", all.get(ZOOMS / 2));
    measures.put("paintLongestMillis", all.get(ZOOMS - 1));
  }

  private interface Task {
    Object run() throws IOException, DataFormatException;
  }

  private static double median(Task task) throws IOException, DataFormatException {
    List<Double> all = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      all.add(millis(task));
    }
    Collections.sort(all);
    return all.get(ROUNDS / 2);
  }

  private static double millis(Task task) throws IOException, DataFormatException {
    long begin = System.nanoTime();
    task.run();
    return (System.nanoTime() - begin) * 1e-6;
  }
}
