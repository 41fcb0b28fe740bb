package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import tsbn.data.Progress;

class GifTest {

  private record ReadBack(List<BufferedImage> frames, List<Integer> delays) {}

  private static byte[] write(int count, IntFunction<Raster> frame, double fps) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Gif.write(out, count, frame, fps, Progress.NONE);
    return out.toByteArray();
  }

  private static ReadBack read(byte[] bytes) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    ReadBack back = new ReadBack(new ArrayList<>(), new ArrayList<>());
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in);
      int count = reader.getNumImages(true);
      for (int i = 0; i < count; i++) {
        back.frames.add(reader.read(i));
        IIOMetadataNode root =
            (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode control =
            (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        back.delays.add(Integer.valueOf(control.getAttribute("delayTime")));
      }
    }
    return back;
  }

  /** A picture in which every one of the 256 greys occurs. */
  private static Raster greys(int shift) {
    Raster raster = new Raster(32, 8);
    for (int i = 0; i < 256; i++) {
      raster.pixels()[i] = Palette.grey(((i + shift) % 256) / 255f);
    }
    return raster;
  }

  private static int[] rgb(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void framesComeBackInNumberSizeOrderAndExactGrey() throws IOException {
    ReadBack back = read(write(5, GifTest::greys, 25));
    assertEquals(5, back.frames.size());
    for (int i = 0; i < 5; i++) {
      assertEquals(32, back.frames.get(i).getWidth());
      assertEquals(8, back.frames.get(i).getHeight());
      assertArrayEquals(greys(i).pixels(), rgb(back.frames.get(i)), "frame " + i);
    }
    assertEquals(List.of(4, 4, 4, 4, 4), back.delays);
  }

  @Test
  void delaysAddUpToTheLengthOfTheSequence() throws IOException {
    // 30 frames at 30 per second take one second: 100 hundredths, though 100 / 30 is not whole.
    ReadBack back = read(write(30, i -> new Raster(2, 2), 30));
    assertEquals(100, back.delays.stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void playsForEver() throws IOException {
    byte[] bytes = write(2, GifTest::greys, 10);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("NETSCAPE2.0");
    assertTrue(at > 0);
    // Block of three bytes: 1, then the repeat count 0 in little endian, then the end.
    assertEquals("\u0003\u0001\u0000\u0000\u0000", text.substring(at + 11, at + 16));
  }

  @Test
  void fewColoursAreExactAndManyLoseOnlyLowBits() throws IOException {
    Raster few = new Raster(16, 16);
    Raster many = new Raster(64, 64);
    for (int i = 0; i < 256; i++) {
      few.pixels()[i] = Palette.LIGHT.diverging(i / 127.5f - 1);
    }
    for (int i = 0; i < 64 * 64; i++) {
      many.pixels()[i] = 0xFF000000 | (i * 0x9E3779B1 >>> 8);
    }
    assertArrayEquals(few.pixels(), rgb(read(write(1, i -> few, 10)).frames.get(0)));
    int[] back = rgb(read(write(1, i -> many, 10)).frames.get(0));
    for (int i = 0; i < back.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        int difference = (back[i] >> shift & 0xFF) - (many.pixels()[i] >> shift & 0xFF);
        assertTrue(Math.abs(difference) < 64, "pixel " + i);
      }
    }
  }

  @Test
  void stopsWhenNoLongerWanted() {
    Progress cancelled =
        new Progress() {
          @Override
          public void done(double fraction) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () -> Gif.write(new ByteArrayOutputStream(), 3, GifTest::greys, 10, cancelled));
  }
}
