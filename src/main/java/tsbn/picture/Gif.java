package tsbn.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import tsbn.data.Progress;

/**
 * Animated GIF files that play for ever. Up to 256 different colours in a frame are kept exactly,
 * which covers every grey video; beyond, the most frequent are kept and the others are the nearest
 * of those.
 */
public final class Gif {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final int MAX_COLOURS = 256;
  private static final int[] GREYS = IntStream.range(0, 256).map(i -> i * 0x010101).toArray();

  /** Most players slow anything faster than a fiftieth of a second down to a tenth. */
  private static final int SHORTEST_CENTISECONDS = 2;

  private Gif() {}

  /**
   * Writes the frames one after the other; the stream stays open.
   *
   * @param count number of frames, at least 1
   * @param frame the frame of that index; asked for in order, all of one size
   * @param framesPerSecond speed; a GIF counts in hundredths of a second, so delays alternate where
   *     a frame is not a whole number of them, and 50 is the fastest
   * @throws java.util.concurrent.CancellationException if progress says so
   */
  public static void write(
      OutputStream out,
      int count,
      IntFunction<Raster> frame,
      double framesPerSecond,
      Progress progress)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < count; i++) {
        progress.check(i / (double) count);
        BufferedImage image = indexed(frame.apply(i));
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
        describe(metadata, delay(i, framesPerSecond), i == 0);
        writer.writeToSequence(new IIOImage(image, null, metadata), parameters);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    progress.done(1);
  }

  /** Hundredths of a second from frame i to the next, such that the sum never drifts. */
  static int delay(int i, double framesPerSecond) {
    long start = Math.round(100 * i / framesPerSecond);
    long end = Math.round(100 * (i + 1) / framesPerSecond);
    return (int) Math.max(SHORTEST_CENTISECONDS, end - start);
  }

  private static void describe(IIOMetadata metadata, int delay, boolean first) throws IOException {
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", Integer.toString(delay));
    control.setAttribute("transparentColorIndex", "0");
    root.appendChild(control);
    if (first) {
      // The Netscape extension with a repeat count of 0: for ever.
      IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(new byte[] {1, 0, 0});
      IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
      extensions.appendChild(loop);
      root.appendChild(extensions);
    }
    metadata.mergeTree(FORMAT, root);
  }

  private static BufferedImage indexed(Raster raster) {
    int size = raster.width() * raster.height();
    int[] colours = new int[size];
    for (int i = 0; i < size; i++) {
      colours[i] = raster.pixels()[i] & 0xFFFFFF;
    }
    int[] distinct = Arrays.stream(colours).distinct().sorted().toArray();
    int[] table = distinct;
    if (Arrays.stream(distinct).allMatch(c -> Arrays.binarySearch(GREYS, c) >= 0)) {
      table = GREYS; // all grey frames share one table, so that the file holds it once
    } else if (distinct.length > MAX_COLOURS) {
      table = GifColours.choose(colours, distinct, MAX_COLOURS);
      int[] nearest = GifColours.nearest(distinct, table);
      for (int i = 0; i < size; i++) {
        colours[i] = nearest[Arrays.binarySearch(distinct, colours[i])];
      }
    }
    IndexColorModel model =
        new IndexColorModel(8, table.length, table, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage image =
        new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] indices = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < size; i++) {
      indices[i] = (byte) Arrays.binarySearch(table, colours[i]);
    }
    return image;
  }
}
