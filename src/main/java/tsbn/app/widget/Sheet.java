package tsbn.app.widget;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.util.Callback;
import tsbn.picture.Raster;

/**
 * A picture that can be painted on and shown, on the same pixels.
 *
 * @param raster to paint on
 * @param buffer the same pixels
 * @param image shows them
 */
record Sheet(Raster raster, PixelBuffer<IntBuffer> buffer, WritableImage image) {
  private static final Callback<PixelBuffer<IntBuffer>, Rectangle2D> WHOLE = buffer -> null;

  static Sheet of(int width, int height) {
    int[] pixels = new int[width * height];
    PixelBuffer<IntBuffer> buffer =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    return new Sheet(new Raster(width, height, pixels), buffer, new WritableImage(buffer));
  }

  boolean fits(int width, int height) {
    return raster.width() == width && raster.height() == height;
  }

  /** Lets the renderer know that it was painted on. On the FX thread. */
  void changed() {
    buffer.updateBuffer(WHOLE);
  }
}
