package tsbn.app.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TileLayoutTest {
  private static final TileLayout.Shape BALLS = new TileLayout.Shape(30, 30, 2, true);

  @Test
  void tilesGrowAsLongAsAllFit() {
    // Twelve tiles in 4 columns and 3 rows of 90 + 5 need 379 x 284; at scale 4 they do not fit.
    TileLayout tiles = TileLayout.of(BALLS, 12, 386, 290, 14);
    assertEquals(90, tiles.tileWidth());
    assertEquals(4, tiles.columns());
    assertEquals(3 * 95 - 5 + 4, tiles.contentHeight());
  }

  @Test
  void anImageFillsItsRoomWhereWholeMultiplesWouldWasteMuch() {
    // Five in 5 columns of 100 + 5: 90 would leave a tenth, 3 rows of 3 would be no larger.
    TileLayout snapped = TileLayout.of(BALLS, 5, 5 * 105 - 5 + 4, 104, 14);
    assertEquals(90, snapped.tileWidth());
    TileLayout between = TileLayout.of(BALLS, 5, 5 * 115 - 5 + 4, 114, 14);
    assertEquals(110, between.tileWidth());
    assertEquals(110, between.tileHeight());
  }

  @Test
  void keysStayInWholeMultiplesAndGrowTaller() {
    TileLayout.Shape keys = new TileLayout.Shape(23, 7, 3, false);
    TileLayout tiles = TileLayout.of(keys, 4, 130, 260, 14);
    assertEquals(5 * 23, tiles.tileWidth());
    // A quarter of the height is 64 less the gap, 1.8 times the shape is 63.
    assertEquals(60, tiles.tileHeight());
    assertEquals(63, TileLayout.of(keys, 4, 130, 900, 14).tileHeight());
  }

  @Test
  void ratherThanScrollAnImageIsALittleSmaller() {
    // Hundred tiles in 12 columns and 9 rows: 585 high at the smallest scale, 580 here.
    TileLayout tiles = TileLayout.of(BALLS, 100, 784, 580, 14);
    assertEquals(59, tiles.tileWidth());
    assertTrue(tiles.contentHeight() <= 580);
  }

  @Test
  void keysAreLaidOutSoThatTheyCoverMost() {
    // Two columns of 13 x 23 would be 299 x 94, three of 11 x 23 are 253 x 138.
    TileLayout.Shape keys = new TileLayout.Shape(23, 7, 3, false);
    TileLayout tiles = TileLayout.of(keys, 12, 820, 594, 14);
    assertEquals(3, tiles.columns());
    assertEquals(253, tiles.tileWidth());
  }

  @Test
  void tooManyTilesScrollAtTheSmallestScale() {
    TileLayout tiles = TileLayout.of(BALLS, 1000, 400, 200, 14);
    assertEquals(60, tiles.tileWidth());
    assertEquals((400 - 14 + 5 - 4) / 65, tiles.columns());
    assertTrue(tiles.contentHeight() > 200);
    double at = tiles.reveal(999, 0, 200);
    assertEquals(tiles.contentHeight() - 200, at);
    assertEquals(0, tiles.reveal(0, at, 200));
    assertEquals(at, tiles.reveal(999, at, 200));
  }

  @Test
  void aPointFindsItsTileAndGapsBelongToNone() {
    TileLayout tiles = TileLayout.of(BALLS, 12, 386, 290, 14);
    for (int tile = 0; tile < 12; tile++) {
      assertEquals(tile, tiles.tileAt(tiles.x(tile), tiles.y(tile)));
      assertEquals(tile, tiles.tileAt(tiles.x(tile) + 89, tiles.y(tile) + 89));
      assertEquals(-1, tiles.tileAt(tiles.x(tile) + 91, tiles.y(tile)));
    }
    assertEquals(-1, tiles.tileAt(0, 0));
    assertEquals(-1, TileLayout.of(BALLS, 11, 386, 290, 14).tileAt(380, 280));
  }
}
