package tsbn.cli;

import java.io.IOException;
import java.nio.file.Path;
import tsbn.experiment.RunFolder;

/** Where a run is to be written. */
final class RunPlace {
  private RunPlace() {}

  /**
   * Makes sure that nothing is written over.
   *
   * @param force whether a run that is there may be replaced
   */
  static void requireFree(Path out, boolean force) throws BadArguments, IOException {
    if (!RunFolder.mayHold(out)) {
      throw new BadArguments(
          "%s holds other things than a run; name a new folder with --out.".formatted(out));
    }
    if (!force && RunFolder.holdsRun(out)) {
      throw new BadArguments(
          "%s holds a run already; name a new folder with --out, or replace it with --force."
              .formatted(out));
    }
  }

  /** Makes sure, before any work is done, that the run can be kept at its end. */
  static void create(Path out) throws BadArguments {
    try {
      RunFolder.create(out);
    } catch (IOException e) {
      throw new BadArguments(
          "%s cannot be made a folder to write to; name another with --out.".formatted(out), e);
    }
  }
}
