package tsbn.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers for an axis, and their labels.
 *
 * @param values in ascending order
 * @param labels one per value, all with the same number of decimals
 */
public record Ticks(List<Double> values, List<String> labels) {
  private static final double[] ROUND = {1, 2, 5, 10};

  public Ticks {
    values = List.copyOf(values);
    labels = List.copyOf(labels);
  }

  /** Multiples of 1, 2 or 5 times a power of ten within the range, that many steps at most. */
  public static Ticks linear(double low, double high, int atMost) {
    double step = step((high - low) / Math.max(1, atMost));
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    double largest = Math.max(Math.abs(low), Math.abs(high));
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      values.add(i * step);
      labels.add(label(i * step, step, largest));
    }
    return new Ticks(values, labels);
  }

  /** Powers of ten within the range, and 2 and 5 times them where there is room. */
  public static Ticks logarithmic(double low, double high, int atMost) {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    boolean between = 3 * (last - first) <= atMost;
    int every = Math.max(1, (last - first + atMost - 1) / Math.max(1, atMost));
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int power = first; power <= last; power += every) {
      for (int factor : between ? new int[] {1, 2, 5} : new int[] {1}) {
        double value = factor * Math.pow(10, power);
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
          values.add(value);
          labels.add(label(value, value, value));
        }
      }
    }
    return new Ticks(values, labels);
  }

  /** A value as people read it, with about that many digits: {@code −71.6}, {@code 0.0031}. */
  public static String number(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    int whole = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    int decimals = Math.max(0, Math.min(9, digits - 1 - whole));
    return minus(String.format(Locale.ROOT, "%,." + decimals + "f", value));
  }

  private static String label(double value, double step, double largest) {
    double unit = largest >= 1e6 ? 1e6 : largest >= 1e4 ? 1e3 : 1;
    String suffix = value == 0 || unit == 1 ? "" : unit == 1e6 ? "M" : "k";
    double scaled = step / unit;
    int decimals = 0;
    while (decimals < 9 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * scaled) {
      scaled *= 10;
      decimals++;
    }
    return minus(
            String.format(
                Locale.ROOT, "%." + (value == 0 && unit > 1 ? 0 : decimals) + "f", value / unit))
        + suffix;
  }

  private static double step(double atLeast) {
    if (!(atLeast > 0) || !Double.isFinite(atLeast)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double round : ROUND) {
      if (round * power >= atLeast * (1 - 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  /** The typographic minus, as wide as a plus. A negative zero loses its sign. */
  private static String minus(String number) {
    boolean zero = number.chars().noneMatch(c -> c >= '1' && c <= '9');
    return number.startsWith("-") ? (zero ? "" : "−") + number.substring(1) : number;
  }
}
