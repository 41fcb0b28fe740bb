package tsbn.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/**
 * Named blocks of float parameters in a fixed order. Gradients and optimiser state have the same
 * form. A weight block is stored {@code source units x target units}: row j holds what unit j of
 * the source adds to every unit of the target, the transpose of the paper's matrices. A bias is one
 * row.
 */
public final class Parameters {
  private final Map<String, FMatrixRMaj> byName = new LinkedHashMap<>();
  private final List<FMatrixRMaj> inOrder = new ArrayList<>();
  private final List<FMatrixRMaj> view = Collections.unmodifiableList(inOrder);

  /** Adds a block of zeros at the end and returns it. */
  public FMatrixRMaj add(String name, int rows, int columns) {
    FMatrixRMaj block = new FMatrixRMaj(rows, columns);
    if (byName.putIfAbsent(name, block) != null) {
      throw new IllegalArgumentException("There is a block " + name + " already.");
    }
    inOrder.add(block);
    return block;
  }

  /** The block of that name; writing to it changes the parameters. */
  public FMatrixRMaj get(String name) {
    FMatrixRMaj block = byName.get(name);
    if (block == null) {
      throw new IllegalArgumentException("There is no block " + name + ".");
    }
    return block;
  }

  /** Names in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Blocks in order. */
  public List<FMatrixRMaj> blocks() {
    return view;
  }

  /** Number of parameters in all blocks. */
  public long count() {
    return byName.values().stream().mapToLong(FMatrixRMaj::getNumElements).sum();
  }

  /** The same blocks filled with zeros. */
  public Parameters zeros() {
    Parameters zeros = new Parameters();
    byName.forEach((name, block) -> zeros.add(name, block.numRows, block.numCols));
    return zeros;
  }

  /** Sets every value to zero. */
  public void clear() {
    inOrder.forEach(FMatrixRMaj::zero);
  }

  /** A deep copy. */
  public Parameters copy() {
    Parameters copy = zeros();
    copy.copyFrom(this);
    return copy;
  }

  /** Overwrites every block with the other's of the same name and shape. */
  public void copyFrom(Parameters other) {
    byName.forEach(
        (name, block) -> {
          FMatrixRMaj from = other.get(name);
          if (from.numRows != block.numRows || from.numCols != block.numCols) {
            throw new IllegalArgumentException(
                "Block %s is %d x %d, not %d x %d."
                    .formatted(name, from.numRows, from.numCols, block.numRows, block.numCols));
          }
          System.arraycopy(from.data, 0, block.data, 0, block.getNumElements());
        });
  }
}
