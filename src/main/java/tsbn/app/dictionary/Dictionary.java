package tsbn.app.dictionary;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import tsbn.app.support.Snapshot;
import tsbn.data.FrameMeaning;
import tsbn.evaluate.UnitUse;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Link;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.KeyRange;

/**
 * A hidden layer of a snapshot as the page shows it. Immutable.
 *
 * @param meaning what the weights' units stand for
 * @param weights W2, J x M; row j is what unit j draws; of an upper layer, the product of the
 *     blocks that lead down; of a piano, only the keys in use, and of each key less what all units
 *     have in common: keys that hardly ever sound are turned off by all, which tells no unit from
 *     another
 * @param symbols the names of those weights from the layer down, such as {@code W2}
 * @param limit the size of weight that gets the full colour where all units share a scale
 * @param measurable whether there is data to measure the use of units on
 * @param past W1 at lag 1, J x J; row i, column j is what unit i of the frame before adds to unit
 *     j; null where the model has no such links
 * @param pastSymbol the name of those weights; empty where there are none
 * @param iteration the steps the model had taken
 */
record Dictionary(
    FrameMeaning meaning,
    FMatrixRMaj weights,
    List<String> symbols,
    float limit,
    boolean measurable,
    FMatrixRMaj past,
    String pastSymbol,
    int iteration) {

  /**
   * The dictionary of a snapshot.
   *
   * @param layer from 1, the layer above the visible one
   * @param keys the keys of a piano that the data uses: the weights of the others, which every unit
   *     turns off, are left out; null to keep all
   */
  static Dictionary of(Snapshot snapshot, int layer, KeyRange keys) {
    Architecture architecture = snapshot.model().architecture();
    FrameMeaning meaning = snapshot.about().meaning();
    FMatrixRMaj weights = snapshot.model().dictionary(layer);
    if (keys != null && meaning instanceof FrameMeaning.PianoRoll piano) {
      meaning = keys.of(piano);
      weights = keys.columns(weights);
    }
    if (meaning instanceof FrameMeaning.PianoRoll) {
      weights = lessTheMean(weights);
    }
    Link memory =
        architecture.generativeLinks(layer).stream()
            .filter(link -> link.source() == layer && link.lag() == 1)
            .findFirst()
            .orElse(null);
    return new Dictionary(
        meaning,
        weights,
        IntStream.iterate(layer - 1, below -> below >= 0, below -> below - 1)
            .mapToObj(below -> architecture.generativeLinks(below).get(0).symbol())
            .toList(),
        DictionaryPicture.limit(weights),
        snapshot.data() != null,
        memory == null ? null : snapshot.model().parameters().get(memory.symbol()),
        memory == null ? "" : memory.symbol(),
        snapshot.iteration());
  }

  /** A matrix J x M, each column less its mean. */
  private static FMatrixRMaj lessTheMean(FMatrixRMaj weights) {
    FMatrixRMaj means = CommonOps_FDRM.sumCols(weights, null);
    FMatrixRMaj centred = weights.copy();
    for (int i = 0; i < centred.getNumElements(); i++) {
      centred.data[i] -= means.data[i % centred.numCols] / centred.numRows;
    }
    return centred;
  }

  /** Number of hidden units J. */
  int units() {
    return weights.numRows;
  }

  /** The size of weight that gets the full colour, by unit. */
  float[] limits(Scale scale) {
    if (scale == Scale.UNIT) {
      return DictionaryPicture.strongest(weights);
    }
    float[] limits = new float[units()];
    Arrays.fill(limits, limit);
    return limits;
  }

  /** The Euclidean norm of what a unit draws. */
  double norm(int unit) {
    double sum = 0;
    for (int i = 0; i < weights.numCols; i++) {
      sum += weights.get(unit, i) * weights.get(unit, i);
    }
    return Math.sqrt(sum);
  }

  /**
   * The units in an order.
   *
   * @param use what was measured, for {@link Sort#USE}; null sorts by index instead
   */
  int[] order(Sort sort, UnitUse use) {
    IntStream units = IntStream.range(0, units());
    if (sort == Sort.NORM) {
      return sorted(units, Comparator.comparingDouble(this::norm));
    } else if (sort == Sort.USE && use != null && use.shareOn().length == units()) {
      return sorted(units, Comparator.comparingDouble(unit -> use.shareOn()[unit]));
    }
    return units.toArray();
  }

  private static int[] sorted(IntStream units, Comparator<Integer> ascending) {
    return units.boxed().sorted(ascending.reversed()).mapToInt(Integer::intValue).toArray();
  }

  /** What every hidden unit of the frame before adds to a unit. */
  float[] fromPast(int unit) {
    float[] column = new float[past.numRows];
    for (int i = 0; i < column.length; i++) {
      column[i] = past.get(i, unit);
    }
    return column;
  }

  /** The units that a unit turns on most strongly at the next frame, strongest first. */
  int[] excites(int unit, int most) {
    return IntStream.range(0, past.numCols)
        .filter(other -> past.get(unit, other) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer other) -> -past.get(unit, other)))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
