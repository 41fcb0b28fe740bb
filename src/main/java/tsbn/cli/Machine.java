package tsbn.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tsbn.math.Peak;

/** What this machine can do at most on one thread, measured, and what the process uses. */
final class Machine {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path PROCESS = Path.of("/proc/self/status");
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final int OUT_OF_CACHE = 8 << 20;

  private Machine() {}

  /** Processor time of the calling thread in nanoseconds. */
  static long cpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Seconds since the program was started. */
  static double secondsRunning() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
  }

  /** The processor's name, and how many of them the program may use. */
  static String description() {
    return "%s, %d processors, %s %s"
        .formatted(
            line(PROCESSORS, "model name", System.getProperty("os.arch")),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  /** The largest memory the process has had so far, in MB; NaN where the system does not say. */
  static double peakResidentMb() {
    String kilobytes = line(PROCESS, "VmHWM", "").replaceAll("\\D", "");
    return kilobytes.isEmpty() ? Double.NaN : Long.parseLong(kilobytes) / 1024.0;
  }

  private static String line(Path file, String key, String otherwise) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }

  /** Billions of float multiplications and additions a second on one thread, at most. */
  static double peakGflops() {
    return gflops(new Peak(), 200);
  }

  /** The same now, in the best of some rounds of about a millisecond each. */
  static double gflops(Peak peak, int rounds) {
    double best = 0;
    for (int round = 0; round < rounds; round++) {
      long start = cpuNanos();
      double operations = peak.spin();
      best = Math.max(best, operations / (cpuNanos() - start));
    }
    return best;
  }

  /** Billions of bytes a second that a moving average over arrays larger than any cache moves. */
  static double memoryGigabytes() {
    float[] average = new float[OUT_OF_CACHE];
    float[] values = new float[OUT_OF_CACHE];
    double best = 0;
    for (int round = 0; round < 10; round++) {
      long start = cpuNanos();
      for (int i = 0; i < average.length; i++) {
        average[i] = 0.95f * average[i] + 0.05f * values[i];
      }
      // One value read, one read and written.
      best = Math.max(best, 12.0 * OUT_OF_CACHE / (cpuNanos() - start));
    }
    return best;
  }
}
