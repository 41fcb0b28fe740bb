package tsbn.data.motion;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as files of motions have them: six decimals, without zeros at the end. */
final class Decimal {
  private static final int DIGITS = 6;

  /** Unit vectors and times need more. */
  private static final int FINE = 9;

  private Decimal() {}

  static String of(double value) {
    int digits = Math.abs(value) < 1 ? FINE : DIGITS;
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Three numbers, each behind a space. */
  static String of(Vector3 vector) {
    return " " + of(vector.x()) + " " + of(vector.y()) + " " + of(vector.z());
  }
}
