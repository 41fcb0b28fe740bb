package tsbn.data.music;

import java.util.List;
import tsbn.data.music.Step.NoteValue;

/**
 * The note value at which scores are best made into rolls: of quarter, 8th, 12th (triplets of
 * 8ths), 16th, 24th and 32nd the coarsest for which at least 95 % of the notes begin near its grid,
 * that is within a fifth of its length of a line. Where that is true of none, the value for which
 * most do. Scores that were made from rolls of one note value have that one.
 *
 * @param step the note value
 * @param share how many of the notes begin near its grid, in [0, 1]
 */
public record Grid(NoteValue step, double share) {
  /** How much of the notes is nearly all. */
  public static final double NEARLY_ALL = 0.95;

  private static final int[] CANDIDATES = {4, 8, 12, 16, 24, 32};

  /** How far from a line a note is near it, in steps; notes anywhere would be near in 40 %. */
  private static final double NEAR = 0.2;

  /** The grid of scores that are to have the same one; quarters if there are no notes. */
  public static Grid of(List<Score> scores) {
    NoteValue marked = marked(scores);
    if (marked != null) {
      return new Grid(marked, 1);
    }
    Grid best = null;
    for (int parts : CANDIDATES) {
      NoteValue step = new NoteValue(parts);
      Grid grid = new Grid(step, near(scores, step));
      if (grid.share >= NEARLY_ALL) {
        return grid;
      }
      best = best == null || grid.share > best.share ? grid : best;
    }
    return best;
  }

  /** Whether nearly all notes begin near it. */
  public boolean fits() {
    return share >= NEARLY_ALL;
  }

  private static NoteValue marked(List<Score> scores) {
    NoteValue all = null;
    for (Score score : scores) {
      NoteValue own =
          score.mark() == null
              ? null
              : NoteValue.lasting(score.mark().ticks(), score.ticksPerQuarter());
      if (own == null || (all != null && !all.equals(own))) {
        return null;
      }
      all = own;
    }
    return all;
  }

  private static double near(List<Score> scores, NoteValue step) {
    long notes = 0;
    long near = 0;
    for (Score score : scores) {
      for (Note note : score.notes()) {
        double at = step.steps(score, note.start());
        near += Math.abs(at - Math.rint(at)) <= NEAR ? 1 : 0;
      }
      notes += score.notes().size();
    }
    return notes == 0 ? 1 : (double) near / notes;
  }
}
