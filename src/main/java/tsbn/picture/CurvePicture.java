package tsbn.picture;

import java.util.List;

/** Curves with axes, ticks, labels and a legend as one picture that needs no font. */
public final class CurvePicture {
  private static final int LEFT = 92;
  private static final int RIGHT = 28;
  private static final int TOP = 64;
  private static final int BOTTOM = 64;
  private static final double SMALL = 9;
  private static final double LARGE = 12;

  private final String title;
  private final String subtitle;
  private final String labelX;
  private final Palette palette;

  /**
   * @param title what is drawn, such as {@code Lower bound}
   * @param subtitle its unit and how to read it, such as {@code nats per frame, higher is better}
   */
  public CurvePicture(String title, String subtitle, String labelX, Palette palette) {
    this.title = title;
    this.subtitle = subtitle;
    this.labelX = labelX;
    this.palette = palette;
  }

  /**
   * Paints the series.
   *
   * @param view the part to show, such as {@link CurveView#fit}
   * @param width of the picture, at least 240
   * @param height of the picture, at least 160
   */
  public Raster paint(
      List<CurveSeries> series, CurveView view, double smoothing, int width, int height) {
    Raster out = new Raster(width, height);
    out.fill(palette.background());
    StrokeFont font = new StrokeFont(width, height);
    int plotWidth = width - LEFT - RIGHT;
    int plotHeight = height - TOP - BOTTOM;
    paintTicks(view, plotWidth, plotHeight, font, out);
    Raster plot = new Raster(plotWidth, plotHeight);
    for (int y = 0; y < plotHeight; y++) {
      System.arraycopy(
          out.pixels(), (TOP + y) * width + LEFT, plot.pixels(), y * plotWidth, plotWidth);
    }
    new CurvePainter(plotWidth, plotHeight).paint(series, view, smoothing, 2.4, palette, plot);
    out.draw(plot, LEFT, TOP);
    font.write(title, 24, 32, LARGE, 2, palette.text(), out);
    double after = 24 + font.width(title, LARGE) + 10;
    font.write(subtitle, after, 32, SMALL, 1.3, palette.mutedText(), out);
    double middle = LEFT + (plotWidth - font.width(labelX, SMALL)) / 2;
    font.write(labelX, middle, height - 16.0, SMALL, 1.3, palette.mutedText(), out);
    paintLegend(series, font, out);
    return out;
  }

  private void paintTicks(
      CurveView view, int plotWidth, int plotHeight, StrokeFont font, Raster out) {
    Ticks down = view.ticksY(plotHeight / 50);
    for (int i = 0; i < down.values().size(); i++) {
      int y = TOP + (int) Math.round(view.down(down.values().get(i)) * plotHeight);
      out.fill(LEFT, y, plotWidth, 1, palette.grid());
      String label = down.labels().get(i);
      double x = LEFT - 10 - font.width(label, SMALL);
      font.write(label, x, y + SMALL / 2, SMALL, 1.3, palette.mutedText(), out);
    }
    int axis = TOP + plotHeight;
    out.fill(LEFT, axis, plotWidth, 1, palette.mutedText());
    Ticks along = view.ticksX(plotWidth / 90);
    for (int i = 0; i < along.values().size(); i++) {
      int x = LEFT + (int) Math.round(view.across(along.values().get(i)) * plotWidth);
      out.fill(x, axis, 1, 5, palette.mutedText());
      String label = along.labels().get(i);
      double left = x - font.width(label, SMALL) / 2;
      font.write(label, left, axis + 9 + SMALL, SMALL, 1.3, palette.mutedText(), out);
    }
  }

  /** The names at the top right, each behind a piece of its line. */
  private void paintLegend(List<CurveSeries> series, StrokeFont font, Raster out) {
    double x = out.width() - RIGHT;
    for (int i = series.size() - 1; i >= 0; i--) {
      CurveSeries one = series.get(i);
      String name = one.curve().name();
      x -= font.width(name, SMALL);
      font.write(name, x, 32, SMALL, 1.3, palette.text(), out);
      x -= 26;
      int colour = palette.series(one.colour());
      int thick = one.line() ? 3 : 1;
      out.fill((int) x, 28 - thick / 2, 18, thick, colour);
      x -= 18;
    }
  }
}
