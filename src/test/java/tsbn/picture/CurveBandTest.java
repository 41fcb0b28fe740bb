package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveBandTest {
  private static Curve curve(double... xy) {
    Curve curve = new Curve("one");
    for (int i = 0; i < xy.length; i += 2) {
      curve.add(xy[i], xy[i + 1]);
    }
    return curve;
  }

  @Test
  void theMeanGoesAsFarAsAllOfThem() {
    CurveBand band =
        CurveBand.of(
            "both", List.of(curve(0, 9, 10, 1, 20, 2, 30, 3), curve(5, 0, 15, 10, 25, 20)));
    assertEquals(2, band.mean().size());
    assertEquals(10, band.mean().x(0));
    assertEquals((1 + 5) / 2.0, band.mean().y(0));
    assertEquals((2 + 15) / 2.0, band.mean().y(1));
    assertEquals(1, band.least().y(0));
    assertEquals(15, band.greatest().y(1));
    assertEquals("both", band.mean().name());
  }

  @Test
  void oneCurveIsItsOwnMean() {
    CurveBand band = CurveBand.of("one", List.of(curve(3, 4)));
    assertEquals(4, band.mean().y(0));
    assertEquals(4, CurveBand.at(band.least(), 3));
  }

  @Test
  void theBandIsATint() {
    CurveBand band = CurveBand.of("b", List.of(curve(0, 0, 10, 0), curve(0, 10, 10, 10)));
    CurveView view = new CurveView(0, 10, -2, 12, false);
    Raster out = new Raster(40, 28);
    out.fill(Palette.LIGHT.background());
    new CurvePainter(40, 28)
        .paint(List.of(CurveSeries.of(band, 2)), view, 0, 2, Palette.LIGHT, out);
    assertNotEquals(Palette.LIGHT.background(), out.get(20, 8));
    assertEquals(Palette.LIGHT.background(), out.get(20, 1));
    assertEquals(Palette.LIGHT.series(2), out.get(20, 14), "the mean is bold");
  }
}
