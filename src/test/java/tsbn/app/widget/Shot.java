package tsbn.app.widget;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import tsbn.picture.Png;
import tsbn.picture.Raster;

/** What a scene looks like, as pixels and as a file to look at. */
public final class Shot {
  private Shot() {}

  /** The pixels of a scene; on the FX thread. */
  public static Raster of(Scene scene) {
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    Raster raster = new Raster(width, height);
    image
        .getPixelReader()
        .getPixels(
            0, 0, width, height, PixelFormat.getIntArgbInstance(), raster.pixels(), 0, width);
    return raster;
  }

  /** Saves a picture as {@code target/gallery/NAME.png}. */
  public static void save(Raster raster, String name) {
    Path file = Path.of("target", "gallery", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        Png.write(raster, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
