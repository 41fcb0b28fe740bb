package tsbn.evaluate;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The texture of binary sequences: how many units are on at once, and how many of them stay on. Of
 * music these are the notes of a frame, and how many of the notes are held or struck again.
 *
 * @param unitsOn per frame, mean over all frames
 * @param repeated share of the units that are on in some frame and in the next one too; NaN where
 *     no frame with a unit on has a next one
 */
public record Activity(double unitsOn, double repeated) {

  /**
   * Of some sequences.
   *
   * @param all T x M each, of 0 and 1; at least one. Not modified.
   */
  public static Activity of(List<FMatrixRMaj> all) {
    long on = 0;
    long frames = 0;
    long before = 0;
    long stayed = 0;
    for (FMatrixRMaj matrix : all) {
      int units = matrix.numCols;
      frames += matrix.numRows;
      for (int at = 0; at < matrix.getNumElements(); at++) {
        boolean is = matrix.data[at] > 0.5f;
        on += is ? 1 : 0;
        if (is && at < matrix.getNumElements() - units) {
          before++;
          stayed += matrix.data[at + units] > 0.5f ? 1 : 0;
        }
      }
    }
    return new Activity((double) on / frames, (double) stayed / before);
  }
}
