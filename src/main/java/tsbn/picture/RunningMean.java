package tsbn.picture;

/** The mean of each column over the rows around a row, fewer at the ends. */
final class RunningMean {
  private RunningMean() {}

  /**
   * Takes the mean.
   *
   * @param values rows of {@code columns} values. Not modified.
   * @param half how many rows to either side
   */
  static float[] of(float[] values, int columns, int half) {
    int rows = values.length / columns;
    float[] means = new float[values.length];
    double[] sums = new double[rows + 1];
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        sums[row + 1] = sums[row] + values[row * columns + column];
      }
      for (int row = 0; row < rows; row++) {
        int reach = Math.min(half, Math.min(row, rows - 1 - row));
        double sum = sums[row + reach + 1] - sums[row - reach];
        means[row * columns + column] = (float) (sum / (2 * reach + 1));
      }
    }
    return means;
  }
}
