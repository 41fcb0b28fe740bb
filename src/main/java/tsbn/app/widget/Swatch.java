package tsbn.app.widget;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import tsbn.picture.Palette;

/** A patch of one of the colours that series have, for a legend. */
public final class Swatch extends PixelView {
  private final IntegerProperty colour = new SimpleIntegerProperty(this, "colour");
  private final DoubleProperty strength = new SimpleDoubleProperty(this, "strength", 1);

  public Swatch() {
    this(18, 10);
  }

  Swatch(double width, double height) {
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
    setPainter(
        raster ->
            raster.fill(
                Palette.mix(
                    palette().background(), palette().series(colour.get()), strength.get())));
    colour.addListener((observable, before, after) -> repaint());
    strength.addListener((observable, before, after) -> repaint());
  }

  /** Which series' colour, from 0. */
  public IntegerProperty colourProperty() {
    return colour;
  }

  public int getColour() {
    return colour.get();
  }

  public void setColour(int value) {
    colour.set(value);
  }

  /** How much of it, in [0, 1]; the rest is the page's colour. */
  public DoubleProperty strengthProperty() {
    return strength;
  }

  public double getStrength() {
    return strength.get();
  }

  public void setStrength(double value) {
    strength.set(value);
  }
}
