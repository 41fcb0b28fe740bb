package tsbn.picture;

import org.ejml.data.FMatrixRMaj;

/**
 * A sequence of numbers without a picture of their own as a heat map: time goes right, one row per
 * channel from the first at the top, each on a scale of its own from pale (its lowest value) to
 * blue (its highest). Where there are more channels than lines, a line shows the strongest of its
 * own.
 */
public final class ChannelsPicture {
  private final FMatrixRMaj frames;
  private final int length;
  private final int primerFrames;
  private final ValueRange range;
  private final Palette palette;

  /**
   * @param frames T x M, T at least 1; kept, not modified
   * @param length frames from edge to edge, so that sequences side by side have one time; at least
   *     T
   * @param primerFrames how many of them, from the first, were given rather than made up
   * @param range what fills the scale of each channel; null for the sequence's own
   */
  public ChannelsPicture(
      FMatrixRMaj frames, int length, int primerFrames, ValueRange range, Palette palette) {
    this.frames = frames;
    this.length = Math.max(length, frames.numRows);
    this.primerFrames = primerFrames;
    this.range = range == null ? ValueRange.of(java.util.List.of(frames)) : range;
    this.palette = palette;
  }

  /** Frames from edge to edge. */
  public int length() {
    return length;
  }

  /** Number of channels. */
  public int rows() {
    return frames.numCols;
  }

  /** The channel at a height, from 0 at the top to below 1. */
  public int channelAt(double share) {
    return Math.max(0, Math.min(rows() - 1, (int) (share * rows())));
  }

  /**
   * Paints all frames over the width and all channels over the height.
   *
   * @param out filled. Modified.
   */
  public void paint(Raster out) {
    out.fill(palette.background());
    int lines = Math.min(rows(), out.height());
    for (int line = 0; line < lines; line++) {
      int top = line * out.height() / lines;
      int height = (line + 1) * out.height() / lines - top;
      paintLine(line, lines, top, height >= 4 ? height - 1 : height, out);
    }
    Timeline.shade(primerFrames, length, palette, out);
  }

  private void paintLine(int line, int lines, int top, int height, Raster out) {
    int first = (int) ((long) line * rows() / lines);
    int end = (int) ((long) (line + 1) * rows() / lines);
    int columns = Math.min(length, out.width());
    for (int column = 0; column < columns; column++) {
      int t = (int) ((long) column * length / columns);
      if (t >= frames.numRows) {
        break;
      }
      float share = 0;
      for (int channel = first; channel < end; channel++) {
        share = Math.max(share, range.share(channel, frames.get(t, channel)));
      }
      int left = Timeline.column(column, columns, out.width());
      int right = Timeline.column(column + 1, columns, out.width());
      int argb = Palette.mix(palette.neutral(), palette.accent(), share);
      out.fill(left, top, right - left, height, argb);
    }
  }

  /**
   * Marks a moment by a line over what is painted.
   *
   * @param now the moment in frames
   * @param out Modified.
   */
  public void mark(double now, Raster out) {
    Timeline.mark(now, length, palette, out);
  }
}
