package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void linearTicksAreRoundAndWithinTheRange() {
    assertEquals(
        List.of("−140", "−120", "−100", "−80", "−60"), Ticks.linear(-141, -58, 6).labels());
    assertEquals(List.of("0", "5k", "10k", "15k", "20k"), Ticks.linear(0, 20_000, 5).labels());
    assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8"), Ticks.linear(0, 0.9, 5).labels());
    assertEquals(List.of("1.0M", "1.5M", "2.0M"), Ticks.linear(1e6, 2e6, 2).labels());
  }

  @Test
  void logarithmicTicksArePowersOfTen() {
    assertEquals(
        List.of("1", "10", "100", "1000", "10k", "100k"), Ticks.logarithmic(1, 1e5, 7).labels());
    assertEquals(List.of(10.0, 20.0, 50.0, 100.0, 200.0), Ticks.logarithmic(8, 210, 10).values());
  }

  @Test
  void numbersReadWell() {
    assertEquals("−71.6", Ticks.number(-71.62, 3));
    assertEquals("0.0031", Ticks.number(0.0031, 2));
    assertEquals("15,100", Ticks.number(15_100, 3));
    assertEquals("0", Ticks.number(-0.0, 1));
    assertEquals("–", Ticks.number(Double.NaN, 3));
  }

  @Test
  void oneNumberAloneOnAnAxisSaysNothing() {
    CurveView view = new CurveView(0, 10, -0.5, 9.4, false);
    assertEquals(List.of(0.0), Ticks.linear(-0.5, 9.4, 1).values());
    assertEquals(List.of(0.0, 5.0), view.ticksY(1).values());
  }
}
