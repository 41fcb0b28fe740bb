package tsbn.learn;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ejml.data.FMatrixRMaj;
import tsbn.model.Parameters;

/**
 * Copies of what training has to remember between two steps, by name: float matrices, double
 * vectors, whole numbers. Copying a second time into the same arrays takes no new memory.
 */
public final class StateArrays {
  private final Map<String, FMatrixRMaj> matrices = new LinkedHashMap<>();
  private final Map<String, double[]> vectors = new LinkedHashMap<>();
  private final Map<String, Long> numbers = new LinkedHashMap<>();
  private final Set<String> stale = new HashSet<>();

  /** Begins a copy: what is not put from now on is gone at its {@link #end}. */
  void begin() {
    stale.addAll(matrices.keySet());
    stale.addAll(vectors.keySet());
    stale.addAll(numbers.keySet());
  }

  void end() {
    matrices.keySet().removeAll(stale);
    vectors.keySet().removeAll(stale);
    numbers.keySet().removeAll(stale);
    stale.clear();
  }

  /** Copies a matrix of any shape. */
  public void put(String name, FMatrixRMaj values) {
    stale.remove(name);
    FMatrixRMaj copy = matrices.get(name);
    if (copy == null || copy.numRows != values.numRows || copy.numCols != values.numCols) {
      copy = new FMatrixRMaj(values.numRows, values.numCols);
      matrices.put(name, copy);
    }
    System.arraycopy(values.data, 0, copy.data, 0, values.getNumElements());
  }

  /** Takes a matrix over without a copy. */
  public void take(String name, FMatrixRMaj values) {
    stale.remove(name);
    matrices.put(name, values);
  }

  /** Copies every block under its name behind the prefix. */
  void put(String prefix, Parameters blocks) {
    for (String name : blocks.names()) {
      put(prefix + name, blocks.get(name));
    }
  }

  /** Copies a vector. */
  public void put(String name, double... values) {
    stale.remove(name);
    vectors.put(name, values.clone());
  }

  /** Notes a whole number. */
  public void put(String name, long value) {
    stale.remove(name);
    numbers.put(name, value);
  }

  /** Whether there is a matrix whose name begins so. */
  boolean hasMatrices(String prefix) {
    return matrices.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /**
   * Copies every block back.
   *
   * @param blocks Modified.
   */
  void get(String prefix, Parameters blocks) {
    for (String name : blocks.names()) {
      FMatrixRMaj from = there(matrices.get(prefix + name), prefix + name);
      FMatrixRMaj to = blocks.get(name);
      if (from.numRows != to.numRows || from.numCols != to.numCols) {
        throw new IllegalArgumentException(
            "%s is %d x %d, not %d x %d."
                .formatted(prefix + name, from.numRows, from.numCols, to.numRows, to.numCols));
      }
      System.arraycopy(from.data, 0, to.data, 0, to.getNumElements());
    }
  }

  double[] vector(String name) {
    return there(vectors.get(name), name);
  }

  double[] vector(String name, int length) {
    double[] values = vector(name);
    if (values.length != length) {
      throw new IllegalArgumentException(
          "%s has %d values, not %d.".formatted(name, values.length, length));
    }
    return values;
  }

  long number(String name) {
    return there(numbers.get(name), name);
  }

  private static <T> T there(T found, String name) {
    if (found == null) {
      throw new IllegalArgumentException("There is no %s.".formatted(name));
    }
    return found;
  }

  /** The matrices by name; not to be changed. */
  public Map<String, FMatrixRMaj> matrices() {
    return Collections.unmodifiableMap(matrices);
  }

  /** The vectors by name; not to be changed. */
  public Map<String, double[]> vectors() {
    return Collections.unmodifiableMap(vectors);
  }

  /** The whole numbers by name. */
  public Map<String, Long> numbers() {
    return Collections.unmodifiableMap(numbers);
  }
}
