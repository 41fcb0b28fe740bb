package tsbn.app.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * The window's icon, drawn: two hidden states over two visible ones, the smallest temporal belief
 * network.
 */
final class StageIcon {
  private static final Color GROUND = Color.web("#0969da");
  private static final double CORNER = 0.2;
  private static final double DISC = 0.15;
  private static final double LINE = 0.035;
  private static final int OVERSAMPLING = 4;

  private StageIcon() {}

  /** The icon in the sizes that window systems ask for. */
  static List<Image> images() {
    return IntStream.of(16, 32, 48, 64, 128).mapToObj(StageIcon::draw).toList();
  }

  private static Image draw(int size) {
    WritableImage image = new WritableImage(size, size);
    PixelWriter writer = image.getPixelWriter();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        writer.setColor(x, y, average(x, y, size));
      }
    }
    return image;
  }

  private static Color average(int x, int y, int size) {
    double ground = 0;
    double mark = 0;
    double cells = OVERSAMPLING * OVERSAMPLING;
    for (int i = 0; i < cells; i++) {
      double u = (x + (i % OVERSAMPLING + 0.5) / OVERSAMPLING) / size;
      double v = (y + (i / OVERSAMPLING + 0.5) / OVERSAMPLING) / size;
      ground += onGround(u, v) ? 1 : 0;
      mark += onMark(u, v) ? 1 : 0;
    }
    Color mixed = GROUND.interpolate(Color.WHITE, mark / cells);
    return Color.color(mixed.getRed(), mixed.getGreen(), mixed.getBlue(), ground / cells);
  }

  private static boolean onGround(double u, double v) {
    double outX = Math.max(Math.abs(u - 0.5) - (0.5 - CORNER), 0);
    double outY = Math.max(Math.abs(v - 0.5) - (0.5 - CORNER), 0);
    return Math.hypot(outX, outY) <= CORNER;
  }

  private static boolean onMark(double u, double v) {
    // Mirrored to one quadrant: a disc at (0.28, 0.28) and lines to its neighbours.
    double x = Math.min(u, 1 - u) - 0.28;
    double y = Math.min(v, 1 - v) - 0.28;
    boolean disc = Math.hypot(x, y) <= DISC;
    boolean across = Math.abs(y) <= LINE && x > 0;
    boolean down = Math.abs(x) <= LINE && y > 0;
    return disc || across || down;
  }
}
