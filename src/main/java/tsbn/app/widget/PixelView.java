package tsbn.app.widget;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import tsbn.picture.Palette;
import tsbn.picture.Raster;

/**
 * A region whose inside is painted pixel by pixel, one {@link Raster} pixel to one pixel of the
 * screen. Whoever owns it sets a painter and calls {@link #repaint} when there is something new;
 * the painter then runs once, in a pulse, while the view is in a window.
 *
 * <p>Whether to paint for a dark page is read from the css property {@code -tsbn-page}, which the
 * widgets' style sheet sets to the theme's background.
 */
public class PixelView extends Region {
  private static final StyleablePropertyFactory<PixelView> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<PixelView, Color> PAGE =
      FACTORY.createColorCssMetaData("-tsbn-page", view -> view.page, Color.WHITE, false);
  private static final double FASTEST = 60;

  private final ImageView image = new ImageView();
  private final Sheets sheets = new Sheets(image);
  private final Repaint repaint;
  private final StyleableProperty<Color> page =
      new StyleableObjectProperty<>(Color.WHITE) {
        @Override
        protected void invalidated() {
          dark.set(get() != null && get().getBrightness() < 0.5);
          repaint();
        }

        @Override
        public CssMetaData<? extends Styleable, Color> getCssMetaData() {
          return PAGE;
        }

        @Override
        public Object getBean() {
          return PixelView.this;
        }

        @Override
        public String getName() {
          return "page";
        }
      };
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
  private Consumer<Raster> painter = raster -> {};
  private Supplier<Consumer<Raster>> asidePainter;
  private boolean wanted;

  public PixelView() {
    this(FASTEST);
  }

  /**
   * @param mostPerSecond how often new data is painted at most
   */
  PixelView(double mostPerSecond) {
    this.repaint = new Repaint(this, mostPerSecond, this::paint);
    getStyleClass().add("pixel-view");
    getChildren().add(image);
    image.setSmooth(false);
    image.setManaged(false);
    setMinSize(1, 1);
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  /** Whether the page is dark. */
  public final ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** The colours to paint with. */
  protected final Palette palette() {
    return Palette.of(dark.get());
  }

  /** Sets what fills the raster, which has the view's size in pixels of the screen. */
  protected final void setPainter(Consumer<Raster> value) {
    painter = value;
    repaint();
  }

  /**
   * Sets what fills the raster where that takes long: it is done on another thread, and shown a
   * pulse later.
   *
   * @param value says, on the FX thread, what to do; that may read nothing that changes
   */
  protected final void setAsidePainter(Supplier<Consumer<Raster>> value) {
    asidePainter = value;
    painter = raster -> value.get().accept(raster);
    repaint();
  }

  /** Paints in the next pulse. */
  public final void repaint() {
    wanted = true;
    repaint.now();
  }

  /** Paints soon, but no more often than the view's rate. */
  public final void repaintSoon() {
    wanted = true;
    repaint.request();
  }

  /** Pixels of the screen per unit of layout. */
  protected final double pixelScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getOutputScaleX();
  }

  @Override
  protected void layoutChildren() {
    int wide = (int) Math.round(getWidth() * pixelScale());
    int high = (int) Math.round(getHeight() * pixelScale());
    if (wide < 1 || high < 1) {
      return;
    }
    if (!sheets.fit(wide, high)) {
      sheets.resize(wide, high);
      image.setFitWidth(getWidth());
      image.setFitHeight(getHeight());
      wanted = false;
      sheets.paint(painter);
    }
  }

  /** Paints, or shows what was painted aside; says whether there is more to do in a later pulse. */
  private boolean paint() {
    if (!sheets.any()) {
      return false;
    }
    if (asidePainter == null) {
      sheets.paint(painter);
      return false;
    }
    boolean free = sheets.showPainted();
    if (wanted && free) {
      wanted = false;
      sheets.paintAside(asidePainter.get());
      return true;
    }
    return !free;
  }
}
