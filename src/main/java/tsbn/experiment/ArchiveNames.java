package tsbn.experiment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tsbn.data.source.PortableSource;

/**
 * What may be in the archive of a run, and how large each may be. A name that is here is that of a
 * file below a folder on every system: none leads out of it, and no two differ in their case only
 * where {@link #key} is asked.
 */
final class ArchiveNames {
  /** Of entries, so many that every folder of data that can be opened has room. */
  static final int MOST_ENTRIES = 25_000;

  /** Of all contents together. */
  static final long MOST_BYTES = (1L << 32) - (1L << 28);

  private static final long MOST_ARRAYS = 1L << 31;
  private static final long MOST_DATA = 1L << 31;
  private static final int LONGEST_NAME = 500;
  private static final int DEEPEST = 4;

  /** A curve is read whole, with what becomes of it in memory. */
  private static final int SHARE_OF_CURVE = 16;

  private static final Map<String, Long> FILES =
      Map.of(
          RunDescription.FILE,
          1L << 20,
          RunState.FILE,
          1L << 16,
          RunLabel.FILE,
          1L << 20,
          TopicLabels.FILE,
          1L << 20,
          RunFolder.MODEL,
          MOST_ARRAYS);
  private static final Pattern CHECKPOINT =
      Pattern.compile(Pattern.quote(Checkpoints.FOLDER) + "/\\d{9}(-model)?\\.npz");

  /** Part of a name that every system can store as it is. */
  private static final Pattern PLAIN =
      Pattern.compile("(?U)[^\\p{Cntrl}/\\\\:*?\"<>|]{0,199}[^\\p{Cntrl}/\\\\:*?\"<>|. ]");

  /** Names that Windows has for devices, whatever their ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])( *\\..*)?");

  private ArchiveNames() {}

  /**
   * How many bytes an entry may have.
   *
   * @param name as an archive has it
   * @return -1 where no entry may be called so
   */
  static long most(String name) {
    if (name.equals(RunFolder.CURVE)) {
      return Math.min(1L << 28, Runtime.getRuntime().maxMemory() / SHARE_OF_CURVE);
    }
    if (FILES.containsKey(name)) {
      return FILES.get(name);
    }
    if (CHECKPOINT.matcher(name).matches()) {
      return MOST_ARRAYS;
    }
    return isData(name) ? MOST_DATA : -1;
  }

  private static boolean isData(String name) {
    String[] parts = name.split("/", -1);
    if (parts.length < 2
        || parts.length > DEEPEST
        || name.length() > LONGEST_NAME
        || !parts[0].equals(PortableSource.FOLDER)) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      if (!PLAIN.matcher(parts[i]).matches() || DEVICE.matcher(parts[i]).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a name is that of data. */
  static boolean ofData(String name) {
    return name.startsWith(PortableSource.FOLDER + "/");
  }

  /** Equal for names that are one file on some system. */
  static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFC);
    return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
