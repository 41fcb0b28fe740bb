package tsbn.cli;

import java.util.Locale;

/** Arguments that are well formed and still cannot be obeyed; the message says why. */
final class BadArguments extends Exception {
  private static final long serialVersionUID = 1L;

  BadArguments(String sentence) {
    super(sentence);
  }

  BadArguments(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Refuses a number that is not from 1 to the most. */
  static void requireRange(String name, int value, int most) throws BadArguments {
    if (value < 1 || value > most) {
      throw new BadArguments(
          String.format(Locale.ROOT, "The %s must be from 1 to %,d, not %,d.", name, most, value));
    }
  }
}
