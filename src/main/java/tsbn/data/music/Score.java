package tsbn.data.music;

import java.util.Comparator;
import java.util.List;

/**
 * Notes that sound together, and when. Immutable.
 *
 * @param notes in any order; the score has them in the order in which they begin
 * @param ticksPerQuarter ticks of a quarter note; in a file that counts time in frames of film and
 *     knows no note values, those of half a second
 * @param tempo when a tick is
 * @param meter the time signature at the beginning; null where none is given
 * @param mark what is known of the roll that the score was made from; null for any other
 */
public record Score(
    List<Note> notes, double ticksPerQuarter, TempoMap tempo, TimeSignature meter, FrameMark mark) {

  private static final Comparator<Note> ORDER =
      Comparator.comparingLong(Note::start)
          .thenComparingInt(Note::pitch)
          .thenComparingInt(Note::channel);

  public Score {
    if (!(ticksPerQuarter > 0)) {
      throw new IllegalArgumentException("A quarter note needs ticks.");
    }
    notes = notes.stream().sorted(ORDER).toList();
  }

  /** The same without drums. */
  public Score withoutDrums() {
    List<Note> kept = notes.stream().filter(note -> !note.drum()).toList();
    return new Score(kept, ticksPerQuarter, tempo, meter, mark);
  }

  /** Whether there is nothing to hear and no roll that would say how long. */
  public boolean isEmpty() {
    return notes.isEmpty() && mark == null;
  }
}
