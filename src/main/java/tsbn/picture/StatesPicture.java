package tsbn.picture;

import org.ejml.data.FMatrixRMaj;

/**
 * Hidden states over time, one row per unit and one column per frame, filled where the unit is on:
 * a raster plot as neuroscience draws spikes. Rows and columns get whole pixels where there is
 * room.
 */
public final class StatesPicture {
  /** How much of the background lies over what is outside of a window. */
  private static final double OUTSIDE = 0.45;

  private final FMatrixRMaj states;
  private final int blankFrames;
  private final Palette palette;

  /**
   * @param states T x J values in [0, 1]; kept, not modified
   * @param blankFrames frames before the first row of states, such as those of a primer
   */
  public StatesPicture(FMatrixRMaj states, int blankFrames, Palette palette) {
    this.states = states;
    this.blankFrames = blankFrames;
    this.palette = palette;
  }

  /** Frames from the left edge to the right. */
  public int length() {
    return blankFrames + states.numRows;
  }

  /** Units that fit into a picture of that height, at one pixel each at least. */
  public int rowsShown(int height) {
    return Math.min(states.numCols, Math.max(1, height));
  }

  /**
   * Paints the states.
   *
   * @param out filled. Modified.
   */
  public void paint(Raster out) {
    out.fill(palette.background());
    Timeline.shade(blankFrames, length(), palette, out);
    int rows = rowsShown(out.height());
    int rowHeight = Math.max(1, out.height() / rows);
    int rowGap = rowHeight >= 3 ? 1 : 0;
    for (int t = 0; t < states.numRows; t++) {
      int left = column(blankFrames + t, out.width());
      int right = Math.max(left + 1, column(blankFrames + t + 1, out.width()));
      int columnGap = right - left >= 3 ? 1 : 0;
      for (int unit = 0; unit < rows; unit++) {
        float value = states.get(t, unit);
        if (value > 0) {
          int argb = Palette.mix(palette.background(), palette.accent(), value);
          out.fill(left, unit * rowHeight, right - left - columnGap, rowHeight - rowGap, argb);
        }
      }
    }
  }

  /**
   * Marks a moment by a line over what is painted.
   *
   * @param now the moment in frames
   * @param out Modified.
   */
  public void mark(double now, Raster out) {
    Timeline.mark(now, length(), palette, out);
  }

  /**
   * Marks the part that another picture shows: what lies outside is paler.
   *
   * @param from the first frame of the part
   * @param to the frame behind its last
   * @param out Modified.
   */
  public void markWindow(double from, double to, Raster out) {
    int left = (int) Math.round(Math.max(0, from) / length() * out.width());
    int right = (int) Math.round(Math.min(length(), to) / length() * out.width());
    out.blend(0, 0, left, out.height(), palette.background(), OUTSIDE);
    out.blend(right, 0, out.width() - right, out.height(), palette.background(), OUTSIDE);
    for (int x : new int[] {left, right - 1}) {
      out.fill(x, 0, 1, out.height(), palette.mutedText());
    }
  }

  private int column(int t, int width) {
    return Timeline.column(t, length(), width);
  }
}
