package tsbn.picture;

import java.util.List;

/**
 * How strong topics were over the years, as curves from 0 at the bottom to 1 at the top. Chosen
 * ones are drawn in colour over the others; where years are missing a curve stops and begins again.
 */
public final class TrajectoriesPicture {
  private static final double CHOSEN = 2.2;
  private static final double OTHERS = 1;
  private static final double DOT = 3.5;
  private static final double OTHERS_OPACITY = 0.55;
  private static final double BRUSH = 0.12;

  /** Room above 1 and below 0, as a share of the height. */
  private static final double ROOM = 0.04;

  private final Trajectories trajectories;
  private final YearAxis axis;
  private final Palette palette;

  public TrajectoriesPicture(Trajectories trajectories, Palette palette) {
    this.trajectories = trajectories;
    this.axis = trajectories.axis();
    this.palette = palette;
  }

  /** Where a strength lies in a picture of that height. */
  public static double y(double strength, double height) {
    return height * (1 - ROOM - (1 - 2 * ROOM) * strength);
  }

  /**
   * Paints all curves.
   *
   * @param chosen topics in colour; the i-th has the palette's i-th
   * @param pixels of the screen for a unit of layout, by which lines get thicker
   * @param out filled. Modified.
   */
  public void paint(List<Integer> chosen, double pixels, Raster out) {
    out.fill(palette.background());
    for (double tick : new double[] {0, 0.5, 1}) {
      out.fill(0, (int) Math.round(y(tick, out.height())), out.width(), 1, palette.grid());
    }
    Pen pen = new Pen(out.width(), out.height());
    for (int topic = 0; topic < trajectories.topics(); topic++) {
      if (!chosen.contains(topic)) {
        curve(topic, OTHERS * pixels, pen, out);
      }
    }
    pen.lay(out, palette.border(), OTHERS_OPACITY);
    for (int i = chosen.size() - 1; i >= 0; i--) {
      curve(chosen.get(i), CHOSEN * pixels, pen, out);
      pen.lay(out, palette.series(i), 1);
    }
  }

  private void curve(int topic, double thickness, Pen pen, Raster out) {
    double x = 0;
    double y = 0;
    for (int t = 0; t < trajectories.years().size(); t++) {
      int year = trajectories.years().get(t);
      boolean goesOn = t > 0 && year == trajectories.years().get(t - 1) + 1;
      double beforeX = x;
      double beforeY = y;
      x = axis.x(year, out.width());
      y = y(trajectories.strengths().get(t, topic), out.height());
      pen.line(goesOn ? beforeX : x, goesOn ? beforeY : y, x, y, thickness);
    }
  }

  /**
   * Marks a span of years over what was painted.
   *
   * @param out Modified.
   */
  public void brush(int from, int to, Raster out) {
    int left = axis.column(from, out.width());
    int right = axis.column(to + 1, out.width());
    out.blend(left, 0, right - left, out.height(), palette.accent(), BRUSH);
    out.fill(left, 0, 1, out.height(), palette.accent());
    out.fill(right - 1, 0, 1, out.height(), palette.accent());
  }

  /**
   * Marks a year by a line, and the chosen curves there by dots.
   *
   * @param out Modified.
   */
  public void mark(int year, List<Integer> chosen, double pixels, Raster out) {
    int x = (int) Math.round(axis.x(year, out.width()));
    out.fill(Math.max(0, Math.min(x, out.width() - 2)), 0, 2, out.height(), palette.series(4));
    int t = trajectories.row(year);
    for (int i = chosen.size() - 1; i >= 0 && t >= 0; i--) {
      double y = y(trajectories.strengths().get(t, chosen.get(i)), out.height());
      Capsule.disc(out, x, y, DOT * pixels + 1, palette.background());
      Capsule.disc(out, x, y, DOT * pixels, palette.series(i));
    }
  }
}
