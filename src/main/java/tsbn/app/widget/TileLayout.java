package tsbn.app.widget;

/**
 * Where the tiles of a {@link TileGrid} lie: as large as lets all of them be seen at once, in whole
 * multiples of their size at scale 1, but never smaller than the smallest scale; then they scroll.
 * Coordinates are from the top left of the content.
 */
final class TileLayout {

  /**
   * What a tile looks like.
   *
   * @param width pixels across at scale 1
   * @param height pixels down at scale 1
   * @param smallest scale at which a tile can be read
   */
  record Shape(int width, int height, int smallest) {}

  private static final int GAP = 5;

  /** Room for the frame of a selected tile. */
  private static final int EDGE = 2;

  private static final int LARGEST = 360;

  private final Shape shape;
  private final int count;
  private final int scale;
  private final int columns;

  private TileLayout(Shape shape, int count, int scale, double width) {
    this.shape = shape;
    this.count = count;
    this.scale = scale;
    this.columns = (int) Math.max(1, (width + GAP - 2 * EDGE) / (shape.width * scale + GAP));
  }

  /**
   * Lays out tiles in a space.
   *
   * @param bar width that a scroll bar takes away where one is needed
   */
  static TileLayout of(Shape shape, int count, double width, double height, double bar) {
    TileLayout best = new TileLayout(shape, count, shape.smallest, width);
    if (best.contentHeight() > height) {
      return new TileLayout(shape, count, shape.smallest, width - bar);
    }
    while (true) {
      TileLayout larger = new TileLayout(shape, count, best.scale + 1, width);
      boolean fits = larger.contentHeight() <= height && larger.tileWidth() + 2 * EDGE <= width;
      if (!fits || larger.tileWidth() > LARGEST) {
        return best;
      }
      best = larger;
    }
  }

  int columns() {
    return columns;
  }

  int tileWidth() {
    return shape.width * scale;
  }

  int tileHeight() {
    return shape.height * scale;
  }

  /** From the top of one row to the next. */
  int rowStep() {
    return tileHeight() + GAP;
  }

  double contentHeight() {
    int rows = (count + columns - 1) / columns;
    return Math.max(0, rows * rowStep() - GAP) + 2.0 * EDGE;
  }

  int x(int tile) {
    return EDGE + tile % columns * (tileWidth() + GAP);
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
    double bottom = y(tile) + tileHeight() + EDGE;
    return Math.min(top, Math.max(now, bottom - height));
  }

  /** The tile at a point; -1 for none. */
  int tileAt(double x, double y) {
    double across = x - EDGE;
    double down = y - EDGE;
    if (across < 0 || down < 0) {
      return -1;
    }
    int column = (int) (across / (tileWidth() + GAP));
    int tile = (int) (down / rowStep()) * columns + column;
    boolean inside =
        column < columns
            && across % (tileWidth() + GAP) < tileWidth()
            && down % rowStep() < tileHeight();
    return inside && tile < count ? tile : -1;
  }
}
