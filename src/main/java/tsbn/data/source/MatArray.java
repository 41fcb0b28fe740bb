package tsbn.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsbn.data.DataFormatException;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;

/**
 * An array of numbers from a MATLAB file.
 *
 * @param shape its dimensions, at least two
 * @param values column-major, as MATLAB keeps them
 */
public record MatArray(int[] shape, double[] values) {

  /** Size of a dimension; 1 beyond the last. */
  public int size(int dimension) {
    return dimension < shape.length ? shape[dimension] : 1;
  }

  /** The value at (i, j, k), counted from 0. */
  public double get(int i, int j, int k) {
    return values[i + size(0) * (j + size(1) * k)];
  }

  /** Whether it is {@code rows x columns}, or {@code rows x columns x pages} with some pages. */
  public boolean is(int rows, int columns, int pages) {
    return size(0) == rows && size(1) == columns && size(2) == pages && shape.length <= 3;
  }

  /** {@code 100 x 49 x 3}. */
  public String shapeText() {
    return String.join(" x ", Arrays.stream(shape).mapToObj(String::valueOf).toList());
  }

  /**
   * The cells of a variable of a file.
   *
   * @throws DataFormatException with one sentence if there is no such variable, or it is no cell of
   *     finite numbers
   */
  public static List<MatArray> cells(Path path, String name) throws DataFormatException {
    MatFile5 mat = MatFile5.read(path, Runtime.getRuntime().maxMemory() / 8);
    MatFile5.Variable variable =
        mat.variables().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new DataFormatException(
                        "%s has no variable %s.".formatted(path.getFileName(), name)));
    if (!(mat.decode(variable) instanceof Cell cell)) {
      throw new DataFormatException(
          "%s: the variable %s is %s, not cells."
              .formatted(path.getFileName(), name, variable.shape()));
    }
    List<MatArray> arrays = new ArrayList<>();
    for (int i = 0; i < cell.getNumElements(); i++) {
      arrays.add(of(cell.get(i), "%s: %s, cell %d".formatted(path.getFileName(), name, i + 1)));
    }
    return arrays;
  }

  private static MatArray of(Array array, String place) throws DataFormatException {
    if (!(array instanceof Matrix matrix)) {
      throw new DataFormatException("%s is not a matrix.".formatted(place));
    }
    double[] values = new double[matrix.getNumElements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix.getDouble(i);
      if (!(Math.abs(values[i]) <= Float.MAX_VALUE)) {
        throw new DataFormatException("%s holds a value that is no number.".formatted(place));
      }
    }
    return new MatArray(matrix.getDimensions().clone(), values);
  }
}
