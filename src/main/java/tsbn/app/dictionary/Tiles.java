package tsbn.app.dictionary;

import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.Palette;
import tsbn.picture.Raster;

/**
 * The units as tiles.
 *
 * @param meaning what the weights' units stand for
 * @param weights J x M; not to be modified
 * @param order tile to unit; not to be modified
 * @param limits the size of weight that gets the full colour, by unit; not to be modified
 * @param scale whether that is each unit's own
 */
public record Tiles(
    FrameMeaning meaning, FMatrixRMaj weights, int[] order, float[] limits, Scale scale) {
  private static final int PICTURE_TILE = 90;

  /** All tiles in one picture. */
  Raster sheet(boolean dark) {
    return new DictionaryPicture(meaning, Palette.of(dark))
        .sheet(weights, order, limits, PICTURE_TILE);
  }

  /** The tile of a unit; -1 where it has none. */
  int tileOf(int unit) {
    return IntStream.range(0, order.length).filter(i -> order[i] == unit).findFirst().orElse(-1);
  }
}
