package tsbn.app.support;

import tsbn.experiment.Version;
import tsbn.math.Kernels;

/** What runs where, in one line for whoever reads a log elsewhere. */
public final class Surroundings {
  private Surroundings() {}

  /** Program, Java, system, room and kernels; no name of a user or of a folder. */
  public static String text() {
    return "TSBN Workbench %s, Java %s (%s), %s %s (%s), %d processors, %d MB of heap, %s"
        .formatted(
            Version.text(),
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20,
            Kernels.fastest());
  }
}
