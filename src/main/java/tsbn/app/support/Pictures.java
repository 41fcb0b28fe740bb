package tsbn.app.support;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import tsbn.picture.Raster;

/** What the screen shows as pixels. */
public final class Pictures {
  /** Finer than the screen, since a picture may be printed. */
  private static final double SCALE = 2;

  private Pictures() {}

  /** A node as it looks now, at twice the screen's resolution. */
  public static Raster of(Node node) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    parameters.setFill(node.getScene().getFill());
    WritableImage image = node.snapshot(parameters, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    Raster raster = new Raster(width, height);
    image
        .getPixelReader()
        .getPixels(
            0, 0, width, height, PixelFormat.getIntArgbInstance(), raster.pixels(), 0, width);
    return raster;
  }
}
