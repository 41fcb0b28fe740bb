package tsbn.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tsbn.data.DataFormatException;
import tsbn.learn.CurvePoint;

/**
 * A run's curve as a table: one row per iteration; a cell is empty where something was not
 * measured.
 */
public final class CurveCsv {
  private static final String HEADER =
      "iteration,seconds,frames,train_bound,valid_bound,prediction_error,gradient_norm,"
          + "signal_variance,units_on";
  private static final int COLUMNS = 9;

  private CurveCsv() {}

  /** Writes the header and one line for every point. */
  public static void write(List<CurvePoint> curve, Appendable out) throws IOException {
    out.append(HEADER).append('\n');
    for (CurvePoint point : curve) {
      line(point, out);
    }
  }

  static void line(CurvePoint point, Appendable out) throws IOException {
    out.append(String.valueOf(point.iteration()));
    cell(point.seconds(), out);
    out.append(',').append(String.valueOf(point.frames()));
    cell(point.trainBound(), out);
    cell(point.validBound(), out);
    cell(point.predictionError(), out);
    cell(point.gradientNorm(), out);
    cell(point.signalVariance(), out);
    cell(point.unitsOn(), out);
    out.append('\n');
  }

  private static void cell(double value, Appendable out) throws IOException {
    out.append(',');
    if (!Double.isNaN(value)) {
      out.append(Double.toString(value));
    }
  }

  /**
   * Reads a table back. A last line without its end, as a program leaves it that is ended while it
   * writes, does not count.
   */
  public static List<CurvePoint> read(Path file) throws DataFormatException {
    return read(file, Integer.MAX_VALUE);
  }

  /** Reads the points of a table up to an iteration. */
  static List<CurvePoint> read(Path file, int iteration) throws DataFormatException {
    List<CurvePoint> curve = new ArrayList<>();
    try {
      String text = Files.readString(file).replace("\r\n", "\n");
      int from = HEADER.length() + 1;
      if (!text.startsWith(HEADER + "\n")) {
        throw new DataFormatException(
            "%s, line 1: the columns should be %s.".formatted(file, HEADER));
      }
      for (int end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
        CurvePoint point = point(text.substring(from, end), file, curve.size() + 2);
        if (point.iteration() > iteration) {
          break;
        }
        curve.add(point);
        from = end + 1;
      }
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(file), e);
    }
    return curve;
  }

  /** How many bytes of a table its lines up to an iteration take. */
  static long endOf(int iteration, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        boolean header = end == 0;
        if (!header && number(bytes, end, i) > iteration) {
          return end;
        }
        end = i + 1;
      }
    }
    return end;
  }

  /** The whole number that a line begins with. */
  private static long number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      number = 10 * number + bytes[i] - '0';
    }
    return number;
  }

  private static CurvePoint point(String line, Path file, int number) throws DataFormatException {
    String[] cells = line.split(",", -1);
    try {
      if (cells.length == COLUMNS) {
        return new CurvePoint(
            Integer.parseInt(cells[0]),
            value(cells[1]),
            Long.parseLong(cells[2]),
            value(cells[3]),
            value(cells[4]),
            value(cells[5]),
            value(cells[6]),
            value(cells[7]),
            value(cells[8]));
      }
    } catch (NumberFormatException e) {
      throw new DataFormatException(
          "%s, line %,d: a cell is not a number.".formatted(file, number), e);
    }
    throw new DataFormatException(
        "%s, line %,d: there are %d cells, not %d.".formatted(file, number, cells.length, COLUMNS));
  }

  private static double value(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
