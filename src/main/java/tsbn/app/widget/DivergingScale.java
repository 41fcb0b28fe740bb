package tsbn.app.widget;

import tsbn.picture.Raster;

/** The colours of signed weights as a strip from most negative to most positive, for a legend. */
public final class DivergingScale extends PixelView {

  public DivergingScale() {
    getStyleClass().add("diverging-scale");
    setPrefSize(120, 10);
    setMinSize(40, 8);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setPainter(this::draw);
  }

  private void draw(Raster out) {
    for (int x = 0; x < out.width(); x++) {
      float strength = 2f * x / Math.max(1, out.width() - 1) - 1;
      out.fill(x, 0, 1, out.height(), palette().diverging(strength));
    }
  }
}
