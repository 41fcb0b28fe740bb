package tsbn.app.widget;

/**
 * Where the tiles of a {@link TileGrid} lie: as large as lets all of them be seen at once, but
 * never smaller than the smallest scale; then they scroll. Coordinates are from the top left of the
 * content.
 */
final class TileLayout {

  /**
   * What a tile looks like.
   *
   * @param width pixels across at scale 1
   * @param height pixels down at scale 1
   * @param smallest scale at which a tile can be read
   * @param image whether it is an image, which keeps its proportions and looks best in whole
   *     multiples; other tiles are as wide as whole multiples and may grow taller
   */
  record Shape(int width, int height, int smallest, boolean image) {
    int heightAt(int tileWidth) {
      return Math.round(height * (tileWidth / (float) width));
    }

    /** A width in whole multiples, unless that would waste too much of an image's room. */
    int snapped(int tileWidth) {
      int whole = tileWidth / width * width;
      return image && tileWidth - whole > WASTE * tileWidth ? tileWidth : whole;
    }
  }

  private static final int GAP = 5;

  /** Room for the frame of a selected tile. */
  private static final int EDGE = 2;

  private static final int LARGEST = 600;

  /** An image may be this much smaller than at its smallest scale where it then need not scroll. */
  private static final double SMALLER = 0.85;

  /** The share of an image's width that may be given up for whole multiples. */
  private static final double WASTE = 0.1;

  /** How many times as high as its shape a tile that is no image may become. */
  private static final double TALLEST = 1.8;

  private final int count;
  private final int columns;
  private final int tileWidth;
  private final int tileHeight;

  private TileLayout(int count, int columns, int tileWidth, int tileHeight) {
    this.count = count;
    this.columns = columns;
    this.tileWidth = tileWidth;
    this.tileHeight = tileHeight;
  }

  /**
   * Lays out tiles in a space.
   *
   * @param bar width that a scroll bar takes away where one is needed
   */
  static TileLayout of(Shape shape, int count, double width, double height, double bar) {
    int least = shape.width * shape.smallest;
    int fitting = (int) (shape.image ? SMALLER * least : least);
    TileLayout best = null;
    for (int columns = 1; columns <= Math.max(1, count); columns++) {
      int rows = Math.max(1, (count + columns - 1) / columns);
      int across = share(width, columns);
      int down = share(height, rows);
      int room = Math.min(across, (int) ((down + 0.5) * shape.width / shape.height));
      int wide = shape.snapped(Math.min(LARGEST, room));
      if (wide < fitting || shape.heightAt(wide) > down) {
        continue;
      }
      int tall = shape.image ? 0 : Math.min(down, (int) (TALLEST * shape.heightAt(wide)));
      TileLayout other = new TileLayout(count, columns, wide, Math.max(shape.heightAt(wide), tall));
      if (best == null || other.area() >= best.area()) {
        best = other;
      }
    }
    if (best != null) {
      return best;
    }
    int columns = (int) Math.max(1, (width - bar + GAP - 2 * EDGE) / (least + GAP));
    return new TileLayout(count, columns, least, shape.heightAt(least));
  }

  private long area() {
    return (long) tileWidth * tileHeight;
  }

  /** What each of some tiles in a line gets of its length. */
  private static int share(double length, int tiles) {
    return (int) ((length - 2 * EDGE + GAP) / tiles) - GAP;
  }

  int columns() {
    return columns;
  }

  int tileWidth() {
    return tileWidth;
  }

  int tileHeight() {
    return tileHeight;
  }

  /** From the top of one row to the next. */
  int rowStep() {
    return tileHeight + GAP;
  }

  double contentHeight() {
    int rows = (count + columns - 1) / columns;
    return Math.max(0, rows * rowStep() - GAP) + 2.0 * EDGE;
  }

  int x(int tile) {
    return EDGE + tile % columns * (tileWidth + GAP);
  }

  int y(int tile) {
    return EDGE + tile / columns * rowStep();
  }

  /** The first tile whose row reaches below y. */
  int firstBelow(double y) {
    return (int) Math.max(0, Math.floor((y - EDGE) / rowStep())) * columns;
  }

  /** The scroll position nearest to {@code now} at which the whole tile is in a view so high. */
  double reveal(int tile, double now, double height) {
    double top = y(tile) - EDGE;
    double bottom = y(tile) + tileHeight + EDGE;
    return Math.min(top, Math.max(now, bottom - height));
  }

  /** The tile at a point; -1 for none. */
  int tileAt(double x, double y) {
    double across = x - EDGE;
    double down = y - EDGE;
    if (across < 0 || down < 0) {
      return -1;
    }
    int column = (int) (across / (tileWidth + GAP));
    int tile = (int) (down / rowStep()) * columns + column;
    boolean inside =
        column < columns && across % (tileWidth + GAP) < tileWidth && down % rowStep() < tileHeight;
    return inside && tile < count ? tile : -1;
  }
}
