package tsbn.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsbn.data.SequenceSet;
import tsbn.experiment.Experiment;
import tsbn.experiment.FileTree;
import tsbn.experiment.RunKeeper;
import tsbn.learn.Trainer;

/**
 * What autosave costs: training runs for a second without a checkpoint, then for a second with one
 * after the other, in turns. The time that the second lacks steps for, over its checkpoints, is
 * what one costs: the copy, and what its writing takes from the processors and the memory. On a
 * machine that others use, the processor time that the second takes for no step says more.
 */
final class AutosaveBench {
  private static final Duration BLOCK = Duration.ofSeconds(1);
  private static final int FEWEST_ROUNDS = 3;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Experiment experiment;
  private final SequenceSet set;
  private final double seconds;

  AutosaveBench(Experiment experiment, SequenceSet set, double seconds) {
    this.experiment = experiment;
    this.set = set;
    this.seconds = seconds;
  }

  /**
   * Measures.
   *
   * @return milliseconds that a checkpoint takes to be written, of training that it costs, and of
   *     processor time that it takes, each the median of the rounds; and what the second and third
   *     are of ten seconds, in per cent
   */
  Map<String, Double> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tsbn-bench");
    try (RunKeeper keeper = RunKeeper.begin(folder.resolve("run"), experiment, set);
        Trainer trainer = TrainingJob.trainer(experiment, set)) {
      keeper.keep(trainer, Duration.ZERO, problem -> {});
      trainer.resume();
      Thread.sleep(BLOCK.toMillis());
      keeper.saveNow().join();
      List<Double> lost = new ArrayList<>();
      List<Double> processor = new ArrayList<>();
      List<Double> written = new ArrayList<>();
      long begin = System.nanoTime();
      while (lost.size() < FEWEST_ROUNDS || System.nanoTime() - begin < seconds * 1e9) {
        Moment start = Moment.of(trainer);
        Thread.sleep(BLOCK.toMillis());
        Moment free = Moment.of(trainer);
        int saves = 0;
        while (System.nanoTime() - free.nanos < BLOCK.toNanos()) {
          keeper.saveNow().join();
          saves++;
        }
        Moment saved = Moment.of(trainer);
        Thread.sleep(BLOCK.toMillis());
        Moment end = Moment.of(trainer);
        int others = Math.max(1, end.steps - saved.steps + free.steps - start.steps);
        int steps = saved.steps - free.steps;
        double step = (end.nanos - saved.nanos + free.nanos - start.nanos) * 1e-6 / others;
        double work = (end.cpu - saved.cpu + free.cpu - start.cpu) * 1e-6 / others;
        double millis = (saved.nanos - free.nanos) * 1e-6;
        written.add(millis / saves);
        lost.add((millis - steps * step) / saves);
        processor.add(((saved.cpu - free.cpu) * 1e-6 - steps * work) / saves);
      }
      trainer.stop();
      return measures(median(written), median(lost), median(processor));
    } finally {
      FileTree.delete(folder);
    }
  }

  /** Clocks and steps at a moment. */
  private record Moment(long nanos, long cpu, int steps) {
    static Moment of(Trainer trainer) {
      return new Moment(
          System.nanoTime(), SYSTEM.getProcessCpuTime(), trainer.gauges().iteration());
    }
  }

  private static Map<String, Double> measures(double written, double lost, double processor) {
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("writeMillis", written);
    measures.put("lostMillis", lost);
    measures.put("processorMillis", processor);
    measures.put("percentEvery10Seconds", lost / 100);
    measures.put("processorPercentEvery10Seconds", processor / 100);
    return measures;
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
