package tsbn.app.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import tsbn.data.source.DataSources;
import tsbn.experiment.Presets;
import tsbn.experiment.RunArchive;
import tsbn.experiment.RunFolder;

/** What a path that the user chose is. */
public enum Openable {
  /** A file or folder of data, or a built-in set. */
  DATA,
  /** The folder of a run. */
  RUN,
  /** A run as one file. */
  SHARED_RUN,
  /** A model and settings. */
  PRESET;

  /**
   * What that is, as far as a look at its name and its beginning says; a folder of nothing is taken
   * for a run.
   */
  public static Openable of(String source) {
    if (source.startsWith("builtin:")) {
      return DATA;
    }
    try {
      Path path = Path.of(source);
      if (Files.isDirectory(path)) {
        return RunFolder.isRun(path) || !DataSources.holdsData(path) ? RUN : DATA;
      }
      if (source.toLowerCase(Locale.ROOT).endsWith(RunArchive.ENDING)) {
        return SHARED_RUN;
      }
      return Presets.isFile(path) ? PRESET : DATA;
    } catch (InvalidPathException | IOException notAPath) {
      return DATA; // which then says what is wrong
    }
  }

  /** Whether it belongs on the page to train on; otherwise on that of the data. */
  public boolean trains() {
    return this != DATA;
  }
}
