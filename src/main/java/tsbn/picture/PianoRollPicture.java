package tsbn.picture;

import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;

/**
 * A piece of music as a piano roll: time goes right, one row per key from low (bottom) to high, a
 * bar for as long as a note sounds. At the left a keyboard lights the keys that sound now; frames
 * of a primer are drawn in another colour. Only keys in use are shown. Lines part the bars where
 * they are known. Behind the notes the probability of each may be shaded, and the notes of another
 * piece be outlined over them.
 */
public final class PianoRollPicture {
  /** Keys shown above and below those that sound. */
  private static final int ROOM = 2;

  /** How strong the shade of a certain note is. */
  private static final double SHADE = 0.55;

  private static final float FAINTEST_SHADE = 0.02f;

  /** Lines of bars, or of every second, fourth and so on bar, are so many pixels apart. */
  private static final double LEAST_BAR = 8;

  private final FrameMeaning.PianoRoll meaning;
  private final FMatrixRMaj frames;
  private final int primerFrames;
  private final Palette palette;
  private final KeyRange range;
  private final FMatrixRMaj behind;
  private final FMatrixRMaj outlined;

  /**
   * @param frames T x M values in [0, 1]; kept, not modified
   * @param primerFrames how many of them, from the first, were given rather than made up
   * @param range the keys to show, such as {@link #rangeFor}
   */
  public PianoRollPicture(
      FrameMeaning.PianoRoll meaning,
      FMatrixRMaj frames,
      int primerFrames,
      KeyRange range,
      Palette palette) {
    this(meaning, frames, primerFrames, range, null, null, palette);
  }

  /**
   * The same with other pieces over it.
   *
   * @param behind T x M probabilities in [0, 1], shaded behind the notes but those of the primer;
   *     null for none
   * @param outlined T x M notes that are drawn as outlines; null for none
   */
  public PianoRollPicture(
      FrameMeaning.PianoRoll meaning,
      FMatrixRMaj frames,
      int primerFrames,
      KeyRange range,
      FMatrixRMaj behind,
      FMatrixRMaj outlined,
      Palette palette) {
    this.meaning = meaning;
    this.frames = frames;
    this.primerFrames = primerFrames;
    this.palette = palette;
    this.range = range;
    this.behind = behind;
    this.outlined = outlined;
  }

  /** The keys that a picture of some pieces shows: those that sound, with a little room around. */
  public static KeyRange rangeFor(FrameMeaning.PianoRoll meaning, FMatrixRMaj... pieces) {
    KeyRange range = null;
    for (FMatrixRMaj piece : pieces) {
      range = KeyRange.union(range, KeyRange.of(piece));
    }
    return range == null ? KeyRange.all(meaning) : range.widened(ROOM, meaning);
  }

  /** Number of keys shown. */
  public int rows() {
    return range.size();
  }

  /** The MIDI note of a row, counted from the top. */
  public int note(int row) {
    return meaning.lowestNote() + range.high() - row;
  }

  /** The first pixel line of a row in a picture of that height; of {@link #rows}, the end. */
  public int top(int row, int height) {
    return (int) Math.round(row * (double) height / rows());
  }

  /**
   * Paints the part of the roll around a moment.
   *
   * @param now the moment in frames; its frame lights the keys
   * @param pixelsPerFrame width of a frame
   * @param playheadX where in the picture the moment lies; notes left of it are past
   * @param keyboardWidth width of the keyboard at the left edge; 0 for none
   * @param out filled. Modified.
   */
  public void paint(
      double now, double pixelsPerFrame, int playheadX, int keyboardWidth, Raster out) {
    int sounding = (int) Math.floor(now);
    double origin = playheadX - now * pixelsPerFrame;
    paintRows(origin, pixelsPerFrame, out);
    for (int row = 0; row < rows(); row++) {
      if (behind != null) {
        paintShades(row, origin, pixelsPerFrame, out);
      }
      paintNotes(row, origin, pixelsPerFrame, sounding, out);
      if (outlined != null) {
        paintOutlines(row, origin, pixelsPerFrame, out);
      }
    }
    out.fill(playheadX, 0, 2, out.height(), palette.series(4));
    if (keyboardWidth > 0) {
      paintKeyboard(sounding, keyboardWidth, out);
    }
  }

  /** The whole roll without keyboard and playhead. */
  public Raster whole(int pixelsPerFrame, int pixelsPerKey) {
    Raster out = new Raster(frames.numRows * pixelsPerFrame, rows() * pixelsPerKey);
    paintRows(0, pixelsPerFrame, out);
    for (int row = 0; row < rows(); row++) {
      paintNotes(row, 0, pixelsPerFrame, -1, out);
    }
    return out;
  }

  /**
   * How many bars lie between two lines that are drawn: as few as leave them apart.
   *
   * @param least pixels between two
   * @return 0 where bars are not known
   */
  public int barsApart(double pixelsPerFrame, double least) {
    int bar = meaning.framesPerBar();
    int apart = bar == 0 ? 0 : 1;
    while (apart > 0 && apart * bar * pixelsPerFrame < least && apart * bar < frames.numRows) {
      apart *= 2;
    }
    return apart;
  }

  private void paintBars(double origin, double pixelsPerFrame, Raster out) {
    int every = barsApart(pixelsPerFrame, LEAST_BAR) * meaning.framesPerBar();
    for (int t = every; every > 0 && t < frames.numRows; t += every) {
      out.fill((int) Math.round(origin + t * pixelsPerFrame), 0, 1, out.height(), palette.grid());
    }
  }

  private void paintRows(double origin, double pixelsPerFrame, Raster out) {
    out.fill(palette.background());
    for (int row = 0; row < rows(); row++) {
      int top = top(row, out.height());
      if (Keyboard.black(note(row))) {
        out.fill(0, top, out.width(), top(row + 1, out.height()) - top, palette.neutral());
      }
      if (note(row) % 12 == 0) {
        out.fill(0, top(row + 1, out.height()) - 1, out.width(), 1, palette.grid());
      }
    }
    paintBars(origin, pixelsPerFrame, out);
    int end = (int) Math.round(origin + frames.numRows * pixelsPerFrame);
    out.blend(end, 0, out.width() - end, out.height(), palette.mutedText(), 0.12);
    if (primerFrames > 0) {
      int primerEnd = (int) Math.round(origin + primerFrames * pixelsPerFrame);
      out.blend(0, 0, primerEnd, out.height(), palette.series(1), 0.10);
      out.fill(primerEnd, 0, 1, out.height(), palette.series(1));
    }
    int start = (int) Math.round(origin);
    out.fill(0, 0, start, out.height(), palette.background());
    out.blend(0, 0, start, out.height(), palette.mutedText(), 0.12);
  }

  private void paintNotes(int row, double origin, double pixelsPerFrame, int sounding, Raster out) {
    int unit = range.high() - row;
    int top = top(row, out.height());
    int height = Math.max(1, top(row + 1, out.height()) - top - 1);
    int last = last(frames, origin, pixelsPerFrame, out);
    for (int t = first(origin, pixelsPerFrame); t <= last; t++) {
      float value = frames.get(t, unit);
      if (value < KeyRange.FAINT) {
        continue;
      }
      int left = (int) Math.round(origin + t * pixelsPerFrame);
      int right = (int) Math.round(origin + (t + 1) * pixelsPerFrame);
      boolean ends = t + 1 == frames.numRows || frames.get(t + 1, unit) < KeyRange.FAINT;
      int gap = ends && right - left > 2 ? 1 : 0;
      int colour =
          t == sounding
              ? palette.series(4)
              : t < primerFrames ? palette.series(1) : palette.accent();
      out.blend(left, top, right - left - gap, height, colour, value);
    }
  }

  private void paintShades(int row, double origin, double pixelsPerFrame, Raster out) {
    int unit = range.high() - row;
    int top = top(row, out.height());
    int height = top(row + 1, out.height()) - top;
    int last = last(behind, origin, pixelsPerFrame, out);
    for (int t = Math.max(primerFrames, first(origin, pixelsPerFrame)); t <= last; t++) {
      float value = behind.get(t, unit);
      if (value >= FAINTEST_SHADE) {
        int left = (int) Math.round(origin + t * pixelsPerFrame);
        int right = (int) Math.round(origin + (t + 1) * pixelsPerFrame);
        out.blend(left, top, right - left, height, palette.series(2), SHADE * value);
      }
    }
  }

  /** A frame around each note, however many frames it is held. */
  private void paintOutlines(int row, double origin, double pixelsPerFrame, Raster out) {
    int unit = range.high() - row;
    int top = top(row, out.height());
    int height = Math.max(3, top(row + 1, out.height()) - top - 1);
    int last = last(outlined, origin, pixelsPerFrame, out);
    for (int t = first(origin, pixelsPerFrame); t <= last; t++) {
      if (outlined.get(t, unit) <= 0.5f) {
        continue;
      }
      int left = (int) Math.round(origin + t * pixelsPerFrame);
      int right = (int) Math.round(origin + (t + 1) * pixelsPerFrame);
      boolean begins = t == 0 || outlined.get(t - 1, unit) <= 0.5f;
      boolean ends = t + 1 == outlined.numRows || outlined.get(t + 1, unit) <= 0.5f;
      int colour = palette.text();
      out.fill(left, top, right - left, 1, colour);
      out.fill(left, top + height - 1, right - left, 1, colour);
      if (begins) {
        out.fill(left, top, 1, height, colour);
      }
      if (ends) {
        out.fill(right - 1, top, 1, height, colour);
      }
    }
  }

  private static int first(double origin, double pixelsPerFrame) {
    return Math.max(0, (int) Math.floor(-origin / pixelsPerFrame) - 1);
  }

  private static int last(FMatrixRMaj piece, double origin, double pixelsPerFrame, Raster out) {
    int seen = (int) Math.ceil((out.width() - origin) / pixelsPerFrame) + 1;
    return Math.min(piece.numRows - 1, seen);
  }

  private void paintKeyboard(int sounding, int width, Raster out) {
    boolean plays = sounding >= 0 && sounding < frames.numRows;
    for (int row = 0; row < rows(); row++) {
      int note = note(row);
      int top = top(row, out.height());
      int height = top(row + 1, out.height()) - top;
      float value = plays ? frames.get(sounding, range.high() - row) : 0;
      int lit = Palette.mix(Keyboard.resting(note), palette.series(4), value);
      boolean black = Keyboard.black(note);
      int length = black ? Math.round(width * 0.62f) : width;
      out.fill(0, top, width, height, Keyboard.resting(0));
      out.fill(0, top, length, height, lit);
      boolean seam = !black && (note % 12 == 0 || note % 12 == 5) && height > 1;
      if (seam) {
        out.fill(0, top + height - 1, width, 1, palette.mutedText());
      }
    }
    out.fill(width, 0, 1, out.height(), palette.border());
  }
}
