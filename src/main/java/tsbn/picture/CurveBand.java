package tsbn.picture;

import java.util.List;

/**
 * What several curves of the same kind, such as runs with different seeds, have in common: their
 * mean, and the least and the greatest of them, as far as all of them go. Not modified once it is
 * made.
 *
 * @param mean of the curves
 * @param least of them, at the x of the mean's points
 * @param greatest of them, likewise
 */
public record CurveBand(Curve mean, Curve least, Curve greatest) {

  /**
   * The band of some curves, at the points of the first; others are interpolated linearly.
   *
   * @param name of the mean
   * @param curves at least one, each with at least one point
   */
  public static CurveBand of(String name, List<Curve> curves) {
    double from = curves.stream().mapToDouble(one -> one.x(0)).max().orElseThrow();
    double to = curves.stream().mapToDouble(one -> one.x(one.size() - 1)).min().orElseThrow();
    Curve mean = new Curve(name);
    Curve least = new Curve(name);
    Curve greatest = new Curve(name);
    Curve first = curves.get(0);
    for (int i = 0; i < first.size(); i++) {
      double x = first.x(i);
      if (x >= from && x <= to) {
        double[] ys = curves.stream().mapToDouble(one -> at(one, x)).sorted().toArray();
        double sum = 0;
        for (double y : ys) {
          sum += y;
        }
        mean.add(x, sum / ys.length);
        least.add(x, ys[0]);
        greatest.add(x, ys[ys.length - 1]);
      }
    }
    return new CurveBand(mean, least, greatest);
  }

  /** The y of a curve at an x within its extent. */
  static double at(Curve curve, double x) {
    int after = Math.min(curve.indexOf(x), curve.size() - 1);
    int before = Math.max(0, after - 1);
    double apart = curve.x(after) - curve.x(before);
    double share = apart > 0 ? (x - curve.x(before)) / apart : 1;
    return curve.y(before) + share * (curve.y(after) - curve.y(before));
  }
}
