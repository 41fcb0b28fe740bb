package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

  /** L* of CIE 1976, from the sRGB standard's luminance: an oracle independent of OKLab. */
  private static double lightness(int argb) {
    double luminance =
        0.2126 * linear(argb >> 16 & 0xFF)
            + 0.7152 * linear(argb >> 8 & 0xFF)
            + 0.0722 * linear(argb & 0xFF);
    return 116 * Math.cbrt(luminance) - 16;
  }

  private static double linear(int level) {
    double value = level / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @ParameterizedTest
  @EnumSource
  void bothSignsAreEquallyStrong(Palette palette) {
    for (float strength = 0.1f; strength <= 1; strength += 0.1f) {
      double plus = lightness(palette.diverging(strength));
      double minus = lightness(palette.diverging(-strength));
      assertEquals(plus, minus, 4, "strength " + strength);
    }
  }

  @ParameterizedTest
  @EnumSource
  void strongerIsFurtherFromNeutralAndEndsAreClipped(Palette palette) {
    double zero = lightness(palette.diverging(0));
    double before = 0;
    for (int i = 1; i <= 10; i++) {
      double distance = Math.abs(lightness(palette.diverging(i / 10f)) - zero);
      assertTrue(distance > before);
      before = distance;
    }
    assertEquals(palette.diverging(1), palette.diverging(7));
    assertEquals(palette.diverging(-1), palette.diverging(Float.NEGATIVE_INFINITY));
    assertEquals(palette.neutral(), palette.diverging(Float.NaN));
    assertNotEquals(palette.diverging(1), palette.diverging(-1));
  }

  @ParameterizedTest
  @EnumSource
  void textAndSeriesCanBeReadOnThePage(Palette palette) {
    double page = lightness(palette.background());
    assertTrue(Math.abs(lightness(palette.text()) - page) > 60);
    for (int i = 0; i < palette.seriesCount(); i++) {
      assertTrue(Math.abs(lightness(palette.series(i)) - page) > 25, "series " + i);
    }
    assertEquals(palette.series(0), palette.series(palette.seriesCount()));
  }

  @Test
  void greyIsExactAtTheEndsAndClipped() {
    assertEquals(0xFF000000, Palette.grey(0));
    assertEquals(0xFFFFFFFF, Palette.grey(1));
    assertEquals(0xFF808080, Palette.grey(0.5f));
    assertEquals(0xFF000000, Palette.grey(-3));
    assertEquals(0xFF000000, Palette.grey(Float.NaN));
    assertEquals(0xFFFFFFFF, Palette.grey(2));
  }

  @Test
  void mixingReachesBothEnds() {
    assertEquals(0xFF112233, Palette.mix(0xFF112233, 0xFFAABBCC, 0));
    assertEquals(0xFFAABBCC, Palette.mix(0xFF112233, 0xFFAABBCC, 1));
    assertEquals(0xFF7F7F7F, Palette.mix(0xFF000000, 0xFFFFFFFF, 0.5));
  }
}
