package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class JointCurvesPictureTest {
  private static final int LEFT = 30;
  private static final int BOTTOM = 50;

  /** A spike in frame 6 of 10 is highest where that frame is marked. */
  @Test
  void theMarkIsWhereTheCurveIs() {
    FMatrixRMaj values = new FMatrixRMaj(10, 1);
    values.set(6, 0, 90);
    JointCurvesPicture picture =
        new JointCurvesPicture(
            new JointCurves(List.of("rx"), List.of(true), values), Palette.LIGHT);
    Raster part = new Raster(200, BOTTOM);
    picture.paint(part);
    int peak = -1;
    int top = (int) Math.round(picture.y(90, BOTTOM));
    for (int x = 0; x < part.width(); x++) {
      if (part.pixels()[top * part.width() + x] == Palette.LIGHT.series(0)) {
        peak = x;
      }
    }
    assertEquals(130, picture.x(6, 200));
    assertEquals(130, peak, 1);
    Raster whole = new Raster(LEFT + 200, BOTTOM + 10);
    picture.mark(6, LEFT, BOTTOM, whole);
    assertEquals(Palette.LIGHT.series(4), whole.pixels()[LEFT + 130]);
    assertTrue(whole.pixels()[BOTTOM * whole.width() + LEFT + 130] != Palette.LIGHT.series(4));
  }
}
