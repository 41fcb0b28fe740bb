package tsbn.app.widget;

import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import tsbn.picture.Palette;
import tsbn.picture.Raster;

/**
 * Many small pictures of one size in rows, such as a dictionary. All of them share one pixel
 * buffer, so hundreds of tiles cost hardly more than their pixels; only those in view are painted.
 * One tile can be selected, by mouse or by the arrow keys; the text of the tile under the mouse is
 * the tooltip. Set {@link #revisionProperty} to a new value when the tiles' contents have changed.
 */
public final class TileGrid extends Region {

  /** Paints tiles. */
  @FunctionalInterface
  public interface TilePainter {
    /**
     * Paints one tile.
     *
     * @param tile its index, from 0
     * @param dark whether the page is dark
     * @param out filled; it is reused for the next tile. Modified.
     */
    void paint(int tile, boolean dark, Raster out);
  }

  private static final double BAR = 14;
  private static final double LIVE_RATE = 10;

  private final IntegerProperty count = new SimpleIntegerProperty(this, "count");
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(this, "hovered", -1);
  private final LongProperty revision = new SimpleLongProperty(this, "revision");
  private final ScrollBar bar = new ScrollBar();
  private final Tooltip tip = new Tooltip();
  private TilePainter painter = (tile, dark, out) -> {};
  private IntFunction<String> text = tile -> "";
  private TileLayout.Shape shape = new TileLayout.Shape(48, 48, 1, true);
  private TileLayout tiles = TileLayout.of(shape, 0, 1, 1, 0);
  private final PixelView pixels =
      new PixelView(LIVE_RATE) {
        {
          setPainter(this::draw);
        }

        private void draw(Raster out) {
          drawTiles(palette(), pixelScale(), out);
        }
      };

  public TileGrid() {
    getStyleClass().add("tile-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setPrefSize(640, 400);
    setMinSize(80, 60);
    bar.setOrientation(Orientation.VERTICAL);
    getChildren().addAll(pixels, bar);
    tip.setShowDelay(Duration.millis(350));
    bar.valueProperty().addListener((observable, before, after) -> pixels.repaint());
    revision.addListener((observable, before, after) -> pixels.repaintSoon());
    count.addListener((observable, before, after) -> sizeChanged());
    selected.addListener((observable, before, after) -> selectionChanged());
    pixels.addEventHandler(MouseEvent.MOUSE_MOVED, moved -> hover(tileAt(moved)));
    pixels.addEventHandler(MouseEvent.MOUSE_EXITED, gone -> hover(-1));
    pixels.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  // Properties

  /** Number of tiles. */
  public IntegerProperty countProperty() {
    return count;
  }

  /**
   * Sets the shape of a tile.
   *
   * @param width pixels across at scale 1
   * @param height pixels down at scale 1
   * @param least smallest scale at which a tile can be read
   * @param image whether it is an image, which keeps its proportions; others may grow taller
   */
  public void setTileShape(int width, int height, int least, boolean image) {
    shape = new TileLayout.Shape(width, height, least, image);
    sizeChanged();
  }

  /** The chosen tile; -1 for none. */
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /** The tile under the mouse; -1 for none. */
  public ReadOnlyIntegerProperty hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  /** Any new value says that the tiles look different now. */
  public LongProperty revisionProperty() {
    return revision;
  }

  /** Sets what paints a tile. */
  public void setPainter(TilePainter value) {
    painter = value;
    pixels.repaint();
  }

  /** Sets what names a tile in its tooltip and to screen readers. */
  public void setText(IntFunction<String> value) {
    text = value;
  }

  // Drawing

  private void sizeChanged() {
    if (selected.get() >= count.get()) {
      selected.set(-1);
    }
    requestLayout();
    pixels.repaint();
  }

  @Override
  protected void layoutChildren() {
    tiles = TileLayout.of(shape, count.get(), getWidth(), getHeight(), BAR);
    double most = Math.max(0, tiles.contentHeight() - getHeight());
    boolean tooMany = most > 0;
    bar.setVisible(tooMany);
    pixels.resizeRelocate(0, 0, getWidth() - (tooMany ? BAR : 0), getHeight());
    bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
    bar.setMax(most);
    bar.setVisibleAmount(most * getHeight() / (most + getHeight()));
    bar.setUnitIncrement(tiles.rowStep());
    bar.setBlockIncrement(getHeight());
    bar.setValue(Math.min(bar.getValue(), most));
  }

  private void drawTiles(Palette palette, double pixels, Raster out) {
    out.fill(palette.background());
    int wide = (int) Math.round(tiles.tileWidth() * pixels);
    int high = (int) Math.round(tiles.tileHeight() * pixels);
    Raster tile = new Raster(wide, high);
    for (int i = tiles.firstBelow(bar.getValue()); i < count.get(); i++) {
      int x = (int) Math.round(tiles.x(i) * pixels);
      int y = (int) Math.round((tiles.y(i) - bar.getValue()) * pixels);
      if (y >= out.height()) {
        break;
      }
      int frame = (int) Math.round(2 * pixels);
      boolean marked = i == selected.get() || i == hovered.get();
      if (marked) {
        int argb = i == selected.get() ? palette.accent() : palette.border();
        out.fill(x - frame, y - frame, wide + 2 * frame, high + 2 * frame, argb);
      }
      painter.paint(i, palette == Palette.DARK, tile);
      out.draw(tile, x, y);
    }
  }

  // Mouse and keys

  private int tileAt(MouseEvent event) {
    return tiles.tileAt(event.getX(), event.getY() + bar.getValue());
  }

  private void hover(int tile) {
    if (tile == hovered.get()) {
      return;
    }
    hovered.set(tile);
    if (tile < 0) {
      Tooltip.uninstall(pixels, tip);
      tip.hide();
    } else {
      tip.setText(text.apply(tile));
      Tooltip.install(pixels, tip);
    }
    pixels.repaint();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    int tile = tileAt(event);
    if (tile >= 0) {
      selected.set(tile);
    }
  }

  private void scrolled(ScrollEvent event) {
    if (bar.isVisible()) {
      double wanted = bar.getValue() - event.getDeltaY();
      bar.setValue(Math.max(0, Math.min(bar.getMax(), wanted)));
      hover(-1);
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (count.get() == 0 || event.isShortcutDown()) {
      return;
    }
    int page = (int) Math.max(1, getHeight() / tiles.rowStep()) * tiles.columns();
    switch (event.getCode()) {
      case LEFT -> select(selected.get() - 1);
      case RIGHT -> select(selected.get() + 1);
      case UP -> select(selected.get() - tiles.columns());
      case DOWN -> select(selected.get() < 0 ? 0 : selected.get() + tiles.columns());
      case PAGE_UP -> select(selected.get() - page);
      case PAGE_DOWN -> select(selected.get() + page);
      case HOME -> select(0);
      case END -> select(count.get() - 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int tile) {
    selected.set(Math.max(0, Math.min(count.get() - 1, tile)));
  }

  private void selectionChanged() {
    if (selected.get() >= 0) {
      double wanted = tiles.reveal(selected.get(), bar.getValue(), getHeight());
      bar.setValue(Math.max(0, Math.min(bar.getMax(), wanted)));
      setAccessibleText(text.apply(selected.get()));
    }
    pixels.repaint();
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }
}
