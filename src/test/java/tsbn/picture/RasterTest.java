package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RasterTest {

  @Test
  void scalingMakesSquaresOfOneColour() {
    Raster small = new Raster(2, 1, new int[] {0xFF102030, 0xFFA0B0C0});
    assertArrayEquals(
        new int[] {
          0xFF102030, 0xFF102030, 0xFF102030, 0xFFA0B0C0, 0xFFA0B0C0, 0xFFA0B0C0,
          0xFF102030, 0xFF102030, 0xFF102030, 0xFFA0B0C0, 0xFFA0B0C0, 0xFFA0B0C0,
          0xFF102030, 0xFF102030, 0xFF102030, 0xFFA0B0C0, 0xFFA0B0C0, 0xFFA0B0C0
        },
        small.scaled(3).pixels());
  }

  @Test
  void pngKeepsEveryPixel() throws IOException {
    Raster raster = new Raster(5, 3);
    for (int i = 0; i < 15; i++) {
      raster.pixels()[i] = 0xFF000000 | i * 0x0F1E2D;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Png.write(raster, out);
    BufferedImage back = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    assertEquals(5, back.getWidth());
    assertArrayEquals(raster.pixels(), back.getRGB(0, 0, 5, 3, null, 0, 5));
  }

  @Test
  void drawingOutsideIsClipped() {
    Raster page = new Raster(3, 3);
    page.fill(-1, 2, 9, 9, 7);
    page.draw(new Raster(2, 2, new int[] {1, 2, 3, 4}), 2, -1);
    assertArrayEquals(new int[] {0, 0, 3, 0, 0, 0, 7, 7, 7}, page.pixels());
  }

  @Test
  void gridPlacesTilesRowByRow() {
    Raster a = new Raster(1, 1, new int[] {1});
    Raster b = new Raster(1, 1, new int[] {2});
    Raster c = new Raster(1, 1, new int[] {3});
    assertArrayEquals(
        new int[] {
          9, 9, 9, 9, 9,
          9, 1, 9, 2, 9,
          9, 9, 9, 9, 9,
          9, 3, 9, 9, 9,
          9, 9, 9, 9, 9
        },
        Raster.grid(List.of(a, b, c), 2, 1, 9).pixels());
  }
}
