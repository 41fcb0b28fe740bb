package tsbn.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  }

  private static void cell(double value, Appendable out) throws IOException {
    out.append(',');
    if (!Double.isNaN(value)) {
      out.append(Double.toString(value));
    }
  }

  /** Reads a table back. */
  public static List<CurvePoint> read(Path file) throws DataFormatException {
    List<CurvePoint> curve = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (!HEADER.equals(lines.readLine())) {
        throw new DataFormatException(
            "%s, line 1: the columns should be %s.".formatted(file, HEADER));
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        curve.add(point(line, file, curve.size() + 2));
      }
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(file), e);
    }
    return curve;
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
