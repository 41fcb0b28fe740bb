package tsbn.data.music;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many frames of a roll make a bar. */
public final class Bars {
  /** The time signature of a score that gives none, as MIDI has it. */
  private static final TimeSignature COMMON = new TimeSignature(4, 4);

  private Bars() {}

  /**
   * The frames of a bar in the time signature that most scores begin with; of two equally frequent
   * ones the shorter bar.
   *
   * @return 0 where frames last seconds and not note values, where a bar is no whole number of
   *     frames, or where there are no scores
   */
  public static int frames(List<Score> scores, Step step) {
    if (!(step instanceof Step.NoteValue value)) {
      return 0;
    }
    Map<Double, Integer> counts = new HashMap<>();
    for (Score score : scores) {
      TimeSignature meter = score.meter() == null ? COMMON : score.meter();
      counts.merge(meter.quarters() / value.quarters(), 1, Integer::sum);
    }
    double usual =
        new TreeMap<>(counts)
            .entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElse(0.0);
    return usual == Math.rint(usual) ? (int) usual : 0;
  }
}
