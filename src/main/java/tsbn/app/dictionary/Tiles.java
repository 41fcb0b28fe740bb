package tsbn.app.dictionary;

import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;

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
    FrameMeaning meaning, FMatrixRMaj weights, int[] order, float[] limits, Scale scale) {}
