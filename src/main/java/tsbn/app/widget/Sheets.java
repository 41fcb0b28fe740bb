package tsbn.app.widget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import tsbn.app.support.PaintThread;
import tsbn.picture.Raster;

/**
 * The pictures of a view that take turns: while one is shown and the renderer may still read the
 * one before, a third is painted, here or on a thread that paints for all views. On the FX thread.
 */
final class Sheets {
  private static final int COUNT = 3;

  private final ImageView image;
  private final Deque<Sheet> waiting = new ArrayDeque<>();
  private Sheet painted;
  private CompletableFuture<Void> painting;

  Sheets(ImageView image) {
    this.image = image;
  }

  /** Whether there are any, which is so once the view has a size. */
  boolean any() {
    return !waiting.isEmpty();
  }

  /** Whether there are sheets, and of that size. */
  boolean fit(int width, int height) {
    return !waiting.isEmpty() && waiting.peek().fits(width, height);
  }

  /** Takes new sheets; what is being painted is dropped. */
  void resize(int width, int height) {
    waiting.clear();
    painting = null;
    painted = null;
    for (int i = 0; i < COUNT; i++) {
      waiting.add(Sheet.of(width, height));
    }
  }

  /** Paints the next sheet and shows it. */
  void paint(Consumer<Raster> painter) {
    finish();
    Sheet next = waiting.remove();
    painter.accept(next.raster());
    show(next);
  }

  /** Begins to paint the next sheet aside; {@link #showPainted} shows it. */
  void paintAside(Consumer<Raster> painter) {
    Sheet next = waiting.remove();
    painted = next;
    painting = PaintThread.paint(() -> painter.accept(next.raster()));
  }

  /** Shows what was painted aside once it is there; says whether nothing is being painted. */
  boolean showPainted() {
    if (painting != null && !painting.isDone()) {
      return false;
    }
    finish();
    return true;
  }

  /** Waits for what is being painted aside, and shows it. */
  private void finish() {
    if (painting != null) {
      CompletableFuture<Void> done = painting;
      painting = null;
      Sheet sheet = painted;
      try {
        done.join();
      } finally {
        show(sheet);
      }
    }
  }

  private void show(Sheet sheet) {
    sheet.changed();
    image.setImage(sheet.image());
    waiting.add(sheet);
  }
}
