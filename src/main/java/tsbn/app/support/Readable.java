package tsbn.app.support;

import java.util.Locale;

/** Numbers as people read them. */
public final class Readable {
  /** What stands for a value that is not known: an en dash. */
  public static final String NONE = "\u2013";

  private Readable() {}

  /** {@code 15,120}. */
  public static String count(long value) {
    return sign(String.format(Locale.ENGLISH, "%,d", value));
  }

  /** {@code 1 sequence}, {@code 2,000 sequences}. */
  public static String count(long value, String one, String many) {
    return count(value) + " " + (value == 1 ? one : many);
  }

  /** A fixed number of decimals, {@code -69.1}, with a true minus sign; a dash for NaN. */
  public static String fixed(double value, int decimals) {
    return Double.isFinite(value)
        ? sign(String.format(Locale.ENGLISH, "%,." + decimals + "f", value))
        : NONE;
  }

  /**
   * Three significant digits, {@code 0.0843} or {@code 1.2e-05}, of whole numbers all; a dash for
   * NaN.
   */
  public static String significant(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e6) {
      return fixed(value, 0);
    }
    if (size < 1e-3 || size >= 1e6) {
      return sign(String.format(Locale.ENGLISH, "%.1e", value));
    }
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
    return fixed(value, decimals);
  }

  /** {@code 48 %}; a dash for NaN. */
  public static String percent(double share) {
    return Double.isFinite(share) ? fixed(100 * share, share < 0.1 ? 1 : 0) + " %" : NONE;
  }

  /** {@code 0:07}, {@code 2:15}, {@code 1:02:15}; a dash for NaN. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return NONE;
    }
    long whole = Math.round(seconds);
    long hours = whole / 3600;
    long minutes = whole / 60 % 60;
    return hours > 0
        ? String.format(Locale.ENGLISH, "%d:%02d:%02d", hours, minutes, whole % 60)
        : String.format(Locale.ENGLISH, "%d:%02d", minutes, whole % 60);
  }

  /** {@code 412 MB}, {@code 1.3 GB}. */
  public static String bytes(double bytes) {
    if (bytes < 1e6) {
      return fixed(bytes / 1e3, 0) + " kB";
    }
    return bytes < 1e9 ? fixed(bytes / 1e6, 0) + " MB" : fixed(bytes / 1e9, 1) + " GB";
  }

  /** A true minus sign, and none before a zero. */
  private static String sign(String number) {
    boolean zero = number.chars().noneMatch(c -> c >= '1' && c <= '9');
    return number.startsWith("-") ? (zero ? "" : "\u2212") + number.substring(1) : number;
  }
}
