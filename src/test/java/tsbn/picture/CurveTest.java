package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsbn.math.RandomStream;

class CurveTest {

  @Test
  void keepsWhatWasMeasuredAndFindsIt() {
    Curve curve = new Curve("bound");
    curve.add(1, -5);
    curve.add(2, Double.NaN);
    curve.add(3, -4);
    assertEquals(2, curve.size());
    assertEquals(1, curve.indexOf(2));
    assertEquals(0, curve.nearest(1.9));
    assertEquals(1, curve.nearest(2.1));
    assertEquals(1, curve.nearest(99));
    assertEquals(-1, new Curve("empty").nearest(0));
    assertThrows(IllegalArgumentException.class, () -> curve.add(2, 0));
  }

  @Test
  void smoothingKeepsAConstantAndHalvesNoise() {
    RandomStream random = new RandomStream(1);
    Curve flat = new Curve("flat");
    Curve noise = new Curve("noise");
    for (int i = 0; i < 10_000; i++) {
      flat.add(i, 3);
      noise.add(i, random.nextGaussian());
    }
    for (double value : flat.smoothed(0.9)) {
      assertEquals(3, value, 1e-9);
    }
    double sum = 0;
    for (double value : noise.smoothed(0.5)) {
      sum += value * value;
    }
    // An average with memory m has variance about 1 / (2 m); here m is 50 points.
    assertEquals(0.01, sum / 10_000, 0.004);
    assertArrayEquals(new double[] {3, 3, 3}, java.util.Arrays.copyOf(flat.smoothed(0), 3));
  }

  @Test
  void viewMapsThereAndBackAndIgnoresASpike() {
    Curve curve = new Curve("bound");
    for (int i = 1; i <= 1000; i++) {
      curve.add(i, i == 1 ? -1e6 : -100 + i / 10.0);
    }
    List<CurveSeries> series = List.of(new CurveSeries(curve, 0, true, true));
    for (boolean log : new boolean[] {false, true}) {
      CurveView view = CurveView.fit(series, log);
      assertEquals(log ? 1 : 0, view.x(0), 1e-12);
      assertEquals(1, view.across(1000), 1e-12);
      assertEquals(300, view.x(view.across(300)), 1e-9);
      assertEquals(-60, view.y(view.down(-60)), 1e-9);
      assertTrue(view.y0() > -120 && view.y1() > 0 && view.y1() < 20);
    }
  }

  @Test
  void hundredThousandPointsPaintTheirExtremes() {
    Curve curve = new Curve("spiky");
    for (int i = 0; i < 100_000; i++) {
      curve.add(i, i == 50_000 ? 1 : 0);
    }
    Raster out = new Raster(200, 100);
    out.fill(0xFFFFFFFF);
    CurveView view = new CurveView(0, 99_999, -0.5, 1.5, false);
    new CurvePainter(200, 100)
        .paint(List.of(new CurveSeries(curve, 0, true, false)), view, 0, 2, Palette.LIGHT, out);
    // The one point at 1 lies a quarter down, in the middle column; nowhere else is there ink.
    assertEquals(Palette.LIGHT.series(0), out.get(100, 26));
    assertEquals(0xFFFFFFFF, out.get(98, 26));
    assertEquals(0xFFFFFFFF, out.get(103, 26));
  }
}
