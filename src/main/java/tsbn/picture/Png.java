package tsbn.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** PNG files. */
public final class Png {
  private Png() {}

  /** Writes the picture; the stream stays open. */
  public static void write(Raster raster, OutputStream out) throws IOException {
    BufferedImage image =
        new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, raster.width(), raster.height(), raster.pixels(), 0, raster.width());
    ImageIO.setUseCache(false);
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("This Java cannot write PNG files.");
    }
  }
}
