package tsbn.picture;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** A picture: {@code width x height} ARGB pixels, row by row from the top left. */
public final class Raster {
  /** A picture that an image covers to this share across or down counts as full. */
  private static final double FULL = 0.9;

  private final int width;
  private final int height;
  private final int[] pixels;

  /** A transparent picture. */
  public Raster(int width, int height) {
    this(width, height, new int[Math.multiplyExact(width, height)]);
  }

  /** A picture over pixels that somebody else owns, such as the buffer of an image on screen. */
  public Raster(int width, int height, int[] pixels) {
    if (width < 1 || height < 1 || pixels.length < width * height) {
      throw new IllegalArgumentException(
          "%d pixels are no picture of %d x %d.".formatted(pixels.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The live pixels: pixel (x, y) is at {@code y * width + x}. */
  public int[] pixels() {
    return pixels;
  }

  public int get(int x, int y) {
    return pixels[y * width + x];
  }

  public void set(int x, int y, int argb) {
    pixels[y * width + x] = argb;
  }

  /** Fills the whole picture. */
  public void fill(int argb) {
    Arrays.fill(pixels, 0, width * height, argb);
  }

  /** Fills a rectangle; what lies outside the picture is left out. */
  public void fill(int x, int y, int w, int h, int argb) {
    int left = Math.max(0, x);
    int right = Math.min(width, x + w);
    if (left >= right) {
      return;
    }
    for (int row = Math.max(0, y); row < Math.min(height, y + h); row++) {
      Arrays.fill(pixels, row * width + left, row * width + right, argb);
    }
  }

  /** Lays a colour over a rectangle; what lies outside the picture is left out. */
  public void blend(int x, int y, int w, int h, int argb, double share) {
    int share256 = Palette.share256(share);
    int right = Math.min(width, x + w);
    for (int row = Math.max(0, y); row < Math.min(height, y + h); row++) {
      for (int at = row * width + Math.max(0, x); at < row * width + right; at++) {
        pixels[at] = Palette.mix256(pixels[at], argb, share256);
      }
    }
  }

  /** Copies another picture into this one with its top left at (x, y), clipped. */
  public void draw(Raster other, int x, int y) {
    int left = Math.max(0, x);
    int count = Math.min(width, x + other.width) - left;
    if (count <= 0) {
      return;
    }
    for (int row = Math.max(0, y); row < Math.min(height, y + other.height); row++) {
      System.arraycopy(
          other.pixels, (row - y) * other.width + left - x, pixels, row * width + left, count);
    }
  }

  /** A copy in which every pixel is a square of {@code factor x factor} pixels. */
  public Raster scaled(int factor) {
    Raster out = new Raster(width * factor, height * factor);
    out.drawImage(width, height, i -> pixels[i]);
    return out;
  }

  /**
   * Draws an image in the middle, as large as whole squares per pixel let it be, clipped where even
   * one screen pixel each is too large.
   *
   * @param colour the colour of pixel {@code y * columns + x}
   */
  void drawImage(int columns, int rows, IntUnaryOperator colour) {
    int scale = Math.max(1, Math.min(width / columns, height / rows));
    int left = Math.max(0, (width - scale * columns) / 2);
    int top = Math.max(0, (height - scale * rows) / 2);
    int wide = Math.min(width - left, scale * columns);
    for (int y = 0; y < rows && top + y * scale < height; y++) {
      // One line of the row, then copies of it: tiles are painted by the hundred.
      int line = (top + y * scale) * width + left;
      for (int x = 0; x * scale < wide; x++) {
        int from = line + x * scale;
        Arrays.fill(
            pixels, from, Math.min(line + wide, from + scale), colour.applyAsInt(y * columns + x));
      }
      for (int copy = 1; copy < scale && top + y * scale + copy < height; copy++) {
        System.arraycopy(pixels, line, pixels, line + copy * width, wide);
      }
    }
  }

  /**
   * Draws an image like {@link #drawImage}, but over the whole picture where whole squares would
   * leave much of it empty: some pixels are then one screen pixel larger than others.
   *
   * @param colour the colour of pixel {@code y * columns + x}
   */
  void fitImage(int columns, int rows, IntUnaryOperator colour) {
    int scale = Math.min(width / columns, height / rows);
    if (scale < 1 || scale * columns >= FULL * width || scale * rows >= FULL * height) {
      drawImage(columns, rows, colour);
      return;
    }
    for (int y = 0; y < rows; y++) {
      int top = y * height / rows;
      int bottom = (y + 1) * height / rows;
      for (int x = 0; x < columns; x++) {
        int left = x * width / columns;
        int argb = colour.applyAsInt(y * columns + x);
        Arrays.fill(pixels, top * width + left, top * width + (x + 1) * width / columns, argb);
      }
      for (int copy = top + 1; copy < bottom; copy++) {
        System.arraycopy(pixels, top * width, pixels, copy * width, width);
      }
    }
  }

  /**
   * The tiles row by row with that many in a row and a gap around each.
   *
   * @param tiles at least one; each gets the room of the widest and the highest
   */
  public static Raster grid(List<Raster> tiles, int columns, int gap, int background) {
    int across = gap + tiles.stream().mapToInt(Raster::width).max().orElseThrow();
    int down = gap + tiles.stream().mapToInt(Raster::height).max().orElseThrow();
    int rows = (tiles.size() + columns - 1) / columns;
    Raster out = new Raster(columns * across + gap, rows * down + gap);
    out.fill(background);
    for (int i = 0; i < tiles.size(); i++) {
      out.draw(tiles.get(i), gap + i % columns * across, gap + i / columns * down);
    }
    return out;
  }
}
