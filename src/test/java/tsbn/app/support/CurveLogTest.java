package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsbn.learn.CurvePoint;

class CurveLogTest {
  private static CurvePoint point(int iteration, boolean validated) {
    double valid = validated ? -1 : Double.NaN;
    return new CurvePoint(iteration, 0, 0, -1, valid, valid, 0, 0, 0);
  }

  @Test
  void aFullLogIsThinnedButKeepsEveryValidation() {
    CurveLog log = new CurveLog(100);
    for (int i = 1; i <= 1000; i++) {
      log.add(point(i, i % 50 == 0));
    }
    List<CurvePoint> points = log.points();
    assertTrue(points.size() <= 100 + 20, "there are " + points.size());
    assertEquals(20, points.stream().filter(CurvePoint::validated).count());
    assertEquals(1, points.get(0).iteration());
    assertEquals(1000, points.get(points.size() - 1).iteration());
    assertTrue(log.edition() > 0);
    for (int i = 1; i < points.size(); i++) {
      assertTrue(points.get(i - 1).iteration() < points.get(i).iteration());
    }
  }

  @Test
  void anOrdinaryLogKeepsEverything() {
    CurveLog log = new CurveLog(100);
    for (int i = 1; i <= 100; i++) {
      log.add(point(i, false));
    }
    assertEquals(100, log.points().size());
    assertEquals(0, log.edition());
  }
}
