package tsbn.data.music;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long a frame of a roll lasts: a note value, or a time. */
public sealed interface Step {

  /** What {@link #parse} understands, for people. */
  String KNOWN =
      "a note value (whole, half, quarter, 8th, 16th, 32nd, 64th, or 6th, 12th, 24th, 48th for"
          + " triplets) or seconds such as 0.25s";

  /** How many steps it is from the beginning of a score to a tick. */
  double steps(Score score, double tick);

  /** How many seconds it is from the beginning of a score to the end of so many steps. */
  double seconds(Score score, long steps);

  /** As {@link #parse} reads it: {@code 8th}, {@code 0.25s}. */
  String text();

  /**
   * A part of a whole note.
   *
   * @param parts how many make a whole note: 4 for quarters; 12 for triplets of 8ths
   */
  record NoteValue(int parts) implements Step {
    /** Of which parts of a whole note there are values. */
    public static final List<Integer> ALLOWED = List.of(1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64);

    private static final Map<Integer, String> NAMES =
        Map.of(1, "whole", 2, "half", 4, "quarter", 32, "32nd");

    public NoteValue {
      if (!ALLOWED.contains(parts)) {
        throw new IllegalArgumentException("There is no note value 1/" + parts + ".");
      }
    }

    /** The value of which so many make a whole note; null if there is none. */
    public static NoteValue of(int parts) {
      return ALLOWED.contains(parts) ? new NoteValue(parts) : null;
    }

    /** The value of that text; null if there is none. */
    static NoteValue named(String text) {
      for (int parts : ALLOWED) {
        NoteValue value = new NoteValue(parts);
        if (value.text().equals(text) || text.equals("1/" + parts)) {
          return value;
        }
      }
      return null;
    }

    /** The value that lasts so many ticks; null if none does. */
    static NoteValue lasting(double ticks, double ticksPerQuarter) {
      for (int parts : ALLOWED) {
        if (Math.abs(ticks - 4 * ticksPerQuarter / parts) < 1e-9 * ticks) {
          return new NoteValue(parts);
        }
      }
      return null;
    }

    /** How long it is, in quarter notes. */
    public double quarters() {
      return 4.0 / parts;
    }

    @Override
    public double steps(Score score, double tick) {
      return tick * parts / (4 * score.ticksPerQuarter());
    }

    @Override
    public double seconds(Score score, long steps) {
      return score.tempo().seconds(steps * quarters() * score.ticksPerQuarter());
    }

    @Override
    public String text() {
      return NAMES.getOrDefault(parts, parts + "th");
    }
  }

  /**
   * A time.
   *
   * @param length of a frame in seconds
   */
  record Seconds(double length) implements Step {
    /** The shortest and the longest frame, in seconds. */
    private static final double LEAST = 1e-3;

    private static final double MOST = 60;

    public Seconds {
      if (!(length >= LEAST && length <= MOST)) {
        throw new IllegalArgumentException("A frame cannot last " + length + " seconds.");
      }
    }

    static Seconds named(String text) {
      if (!text.matches("\\d{0,3}(\\.\\d{1,12})?s") || text.equals("s")) {
        return null;
      }
      double length = Double.parseDouble(text.substring(0, text.length() - 1));
      return length >= LEAST && length <= MOST ? new Seconds(length) : null;
    }

    @Override
    public double steps(Score score, double tick) {
      return score.tempo().seconds(tick) / length;
    }

    @Override
    public double seconds(Score score, long steps) {
      return steps * length;
    }

    @Override
    public String text() {
      return java.math.BigDecimal.valueOf(length).stripTrailingZeros().toPlainString() + "s";
    }
  }

  /** The step that a text says; null if it says none. */
  static Step parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    NoteValue value = NoteValue.named(plain);
    return value != null ? value : Seconds.named(plain);
  }
}
