package tsbn.experiment;

import java.io.IOException;
import java.util.List;
import tsbn.learn.CurvePoint;

/** The curve of a run as a table: one row a point, an empty cell where nothing was measured. */
public final class CurveCsv {
  private static final String HEADER =
      "iteration,seconds,frames,train_bound,valid_bound,prediction_error,gradient_norm,"
          + "signal_variance,units_on\n";

  private CurveCsv() {}

  /** Writes the header and one line for every point. */
  public static void write(List<CurvePoint> curve, Appendable out) throws IOException {
    out.append(HEADER);
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
}
