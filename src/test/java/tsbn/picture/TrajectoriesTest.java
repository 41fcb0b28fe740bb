package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrajectoriesTest {
  private static final Trajectories GAPPED =
      new Trajectories(
          List.of(1900, 1901, 1910), new FMatrixRMaj(new float[][] {{1, 0}, {0, 1}, {0.5f, 1}}));

  @Test
  void yearsAreFoundAndMissingOnesAreNot() {
    assertEquals(1, GAPPED.row(1901));
    assertEquals(-1, GAPPED.row(1905));
    assertEquals(1901, GAPPED.nearest(1905));
    assertEquals(1910, GAPPED.nearest(1906));
    assertEquals(1900, GAPPED.nearest(1850));
    assertEquals(1910, GAPPED.nearest(2000));
  }

  @Test
  void smoothingAveragesNeighboursAndSkipsGaps() {
    assertSame(GAPPED, GAPPED.smoothed(0));
    Trajectories smooth = GAPPED.smoothed(1);
    double near = Math.exp(-0.5);
    assertEquals(1 / (1 + near), smooth.strengths().get(0, 0), 1e-6);
    assertEquals(near / (1 + near), smooth.strengths().get(0, 1), 1e-6);
    assertEquals(0.5, smooth.strengths().get(2, 0), 1e-6, "nine years away");
  }

  @Test
  void eachRowNeedsItsYear() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Trajectories(List.of(1900), new FMatrixRMaj(2, 2)));
    assertThrows(
        IllegalArgumentException.class, () -> new Trajectories(List.of(), new FMatrixRMaj(0, 2)));
  }

  @Test
  void yearsWithoutDataHaveTheirShareOfTheAxis() {
    YearAxis axis = GAPPED.axis();
    assertEquals(11, axis.count());
    assertEquals(50, axis.x(1900, 1100), 1e-9);
    assertEquals(1905, axis.yearAt(550, 1100));
    assertEquals(1900, axis.yearAt(-3, 1100));
    assertEquals(1910, axis.yearAt(5000, 1100));
    assertEquals(List.of("1900", "1905", "1910"), axis.ticks(3).labels());
    assertEquals(List.of("1910"), new YearAxis(1907, 1911).ticks(1).labels());
    assertThrows(IllegalArgumentException.class, () -> new YearAxis(1900, 1899));
  }

  @Test
  void aCurveStopsWhereYearsAreMissing() {
    Raster out = new Raster(220, 100);
    new TrajectoriesPicture(GAPPED, Palette.LIGHT).paint(List.of(1), 1, out);
    int y = (int) TrajectoriesPicture.y(1, 100);
    assertEquals(Palette.LIGHT.background(), out.get(110, y + 3), "nothing between 1901 and 1910");
    int painted = 0;
    for (int x = 0; x < 220; x++) {
      painted += isSeries(out, x, y) ? 1 : 0;
    }
    assertNotEquals(0, painted);
    new TrajectoriesPicture(GAPPED, Palette.LIGHT).brush(1900, 1901, out);
    assertEquals(Palette.LIGHT.accent(), out.get(0, 50));
  }

  private static boolean isSeries(Raster out, int x, int y) {
    return out.get(x, y) != Palette.LIGHT.background() && out.get(x, y) != Palette.LIGHT.grid();
  }

  @Test
  void theOverviewIsFullerTheStronger() {
    Raster out = new Raster(220, 40);
    new TopicMapPicture(GAPPED, Palette.LIGHT).paint(List.of(1, 0), List.of(0), out);
    assertEquals(Palette.LIGHT.background(), out.get(5, 5), "topic 1 was not there in 1900");
    assertEquals(Palette.LIGHT.mutedText(), out.get(25, 5));
    assertEquals(Palette.LIGHT.series(0), out.get(5, 25));
    assertNotEquals(Palette.LIGHT.background(), out.get(100, 5), "missing years are shaded");
    assertEquals(1, TopicMapPicture.rowAt(25, 40, 2));
    assertEquals(-1, TopicMapPicture.rowAt(41, 40, 2));
    Raster sheet =
        new TopicsPicture(GAPPED, Palette.DARK).paint(List.of(0), List.of("war"), List.of(0, 1));
    assertEquals(1200, sheet.width());
  }
}
