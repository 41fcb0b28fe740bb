package tsbn.app.widget;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tsbn.data.FrameMeaning;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.Raster;

/**
 * Signed weights as what their units mean: blue turns a unit on, orange turns it off. An image for
 * image units, a keyboard for piano keys, bars around zero for anything else.
 */
public final class WeightsCanvas extends PixelView {

  /**
   * What is drawn.
   *
   * @param meaning what the weights' units stand for
   * @param values one weight per unit; not to be modified
   * @param limit the size of weight that gets the full colour
   */
  public record Weights(FrameMeaning meaning, float[] values, float limit) {}

  private final ObjectProperty<Weights> weights = new SimpleObjectProperty<>(this, "weights");

  public WeightsCanvas() {
    getStyleClass().add("weights-canvas");
    setPrefSize(240, 240);
    setPainter(this::draw);
    weights.addListener((observable, before, after) -> repaint());
  }

  /** What is drawn; null for nothing. */
  public ObjectProperty<Weights> weightsProperty() {
    return weights;
  }

  private void draw(Raster out) {
    Weights drawn = weights.get();
    if (drawn == null) {
      out.fill(palette().background());
    } else {
      new DictionaryPicture(drawn.meaning(), palette()).paint(drawn.values(), drawn.limit(), out);
    }
  }
}
