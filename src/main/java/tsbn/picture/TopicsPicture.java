package tsbn.picture;

import java.util.List;

/** Chosen topics as curves over the years, with names and axes, above an overview of all topics. */
public final class TopicsPicture {
  private static final int WIDTH = 1200;
  private static final int CURVES = 400;
  private static final int ROW = 9;
  private static final int LEFT = 70;
  private static final int RIGHT = 28;
  private static final int TOP = 56;
  private static final int BETWEEN = 48;
  private static final int BOTTOM = 34;
  private static final double SMALL = 9;
  private static final double THIN = 1.3;

  private final Trajectories trajectories;
  private final Palette palette;

  public TopicsPicture(Trajectories trajectories, Palette palette) {
    this.trajectories = trajectories;
    this.palette = palette;
  }

  /**
   * Paints the topics.
   *
   * @param chosen topics in colour; the i-th has the palette's i-th
   * @param names of the chosen topics
   * @param order all topics of the overview from the top down
   */
  public Raster paint(List<Integer> chosen, List<String> names, List<Integer> order) {
    int map = ROW * order.size();
    Raster out = new Raster(WIDTH, TOP + CURVES + BETWEEN + map + BOTTOM);
    out.fill(palette.background());
    StrokeFont font = new StrokeFont(out.width(), out.height());
    int wide = WIDTH - LEFT - RIGHT;
    Raster curves = new Raster(wide, CURVES);
    new TrajectoriesPicture(trajectories, palette).paint(chosen, 1, curves);
    out.draw(curves, LEFT, TOP);
    if (map > 0) {
      Raster overview = new Raster(wide, map);
      new TopicMapPicture(trajectories, palette).paint(order, chosen, overview);
      out.draw(overview, LEFT, TOP + CURVES + BETWEEN);
    }
    for (String strength : List.of("0", "0.5", "1")) {
      double y = TOP + TrajectoriesPicture.y(Double.parseDouble(strength), CURVES) + SMALL / 2;
      double x = LEFT - 12 - font.width(strength, SMALL);
      font.write(strength, x, y, SMALL, THIN, palette.mutedText(), out);
    }
    years(TOP + CURVES + 22, font, out);
    years(out.height() - 12, font, out);
    legend(names, font, out);
    return out;
  }

  private void years(int baseline, StrokeFont font, Raster out) {
    YearAxis axis = trajectories.axis();
    Ticks ticks = axis.ticks(12);
    for (int i = 0; i < ticks.values().size(); i++) {
      String label = ticks.labels().get(i);
      double middle = LEFT + axis.x(ticks.values().get(i), WIDTH - LEFT - RIGHT);
      double x = middle - font.width(label, SMALL) / 2;
      font.write(label, x, baseline, SMALL, THIN, palette.mutedText(), out);
    }
  }

  private void legend(List<String> names, StrokeFont font, Raster out) {
    double x = LEFT;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).replace(" \u00b7 ", ", ");
      double width = 24 + font.width(name, SMALL) + 26;
      if (x + width > WIDTH) {
        return; // what has no room here has its colour all the same
      }
      out.fill((int) x, 26, 16, 4, palette.series(i));
      font.write(name, x + 24, 33, SMALL, THIN, palette.text(), out);
      x += width;
    }
  }
}
