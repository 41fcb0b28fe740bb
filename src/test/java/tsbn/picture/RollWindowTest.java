package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Which part of a piece is seen. */
class RollWindowTest {

  @Test
  void thePieceFillsThePictureFromItsBeginningToItsEnd() {
    assertEquals(new RollWindow(0, 20), RollWindow.around(0, 100, 20));
    assertEquals(new RollWindow(0, 20), RollWindow.around(6, 100, 20), "up to its place");
    assertEquals(new RollWindow(44, 64), RollWindow.around(50, 100, 20));
    assertEquals(new RollWindow(80, 100), RollWindow.around(86, 100, 20));
    assertEquals(new RollWindow(80, 100), RollWindow.around(99.5, 100, 20));
  }

  @Test
  void aShortPieceStandsStill() {
    assertEquals(new RollWindow(0, 20), RollWindow.around(0, 12, 20));
    assertEquals(new RollWindow(0, 20), RollWindow.around(11, 12, 20));
  }

  @Test
  void framesHaveTheirPlace() {
    RollWindow window = new RollWindow(44, 64);
    assertEquals(0, window.x(44, 300));
    assertEquals(90, window.x(50, 300), 1e-9);
    assertEquals(300, window.x(64, 300));
  }
}
