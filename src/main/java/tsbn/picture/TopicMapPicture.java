package tsbn.picture;

import java.util.List;

/**
 * An overview of all topics over the years: one row a topic, one column a year, fuller the
 * stronger. Years without a text are shaded.
 */
public final class TopicMapPicture {
  private static final double TALLEST_GAP = 3;
  private static final double MISSING = 0.5;

  private final Trajectories trajectories;
  private final YearAxis axis;
  private final Palette palette;

  public TopicMapPicture(Trajectories trajectories, Palette palette) {
    this.trajectories = trajectories;
    this.axis = trajectories.axis();
    this.palette = palette;
  }

  /** The place in the order of the topic at a height; -1 below the last. */
  public static int rowAt(double y, double height, int topics) {
    int row = (int) Math.floor(y * topics / height);
    return row >= 0 && row < topics ? row : -1;
  }

  /**
   * Paints all topics.
   *
   * @param order the topics from the top down
   * @param chosen topics in colour; the i-th has the palette's i-th
   * @param out filled. Modified.
   */
  public void paint(List<Integer> order, List<Integer> chosen, Raster out) {
    out.fill(palette.background());
    List<Integer> years = trajectories.years();
    int rows = order.size();
    missing(out);
    for (int row = 0; row < rows; row++) {
      int top = row * out.height() / rows;
      int bottom = (row + 1) * out.height() / rows;
      int gap = bottom - top >= TALLEST_GAP ? 1 : 0;
      int topic = order.get(row);
      int place = chosen.indexOf(topic);
      int full = place < 0 ? palette.mutedText() : palette.series(place);
      for (int t = 0; t < years.size(); t++) {
        int left = axis.column(years.get(t), out.width());
        int right = Math.max(left + 1, axis.column(years.get(t) + 1, out.width()));
        float strength = trajectories.strengths().get(t, topic);
        int argb = Palette.mix(palette.background(), full, strength);
        out.fill(left, top, right - left, Math.max(1, bottom - top - gap), argb);
      }
    }
  }

  private void missing(Raster out) {
    for (int year = axis.first(); year <= axis.last(); year++) {
      if (trajectories.row(year) < 0) {
        int left = axis.column(year, out.width());
        int right = Math.max(left + 1, axis.column(year + 1, out.width()));
        out.blend(left, 0, right - left, out.height(), palette.grid(), MISSING);
      }
    }
  }

  /**
   * Marks a year.
   *
   * @param out Modified.
   */
  public void mark(int year, Raster out) {
    int x = (int) Math.round(axis.x(year, out.width()));
    out.fill(Math.max(0, Math.min(x, out.width() - 2)), 0, 2, out.height(), palette.series(4));
  }
}
