package tsbn.app.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tsbn.learn.CurvePoint;

/**
 * The curve of a run, in order. It grows at its end; only when a very long run fills it, it is
 * thinned to half, so that training for days fits in memory. Points with a validation all stay.
 */
public final class CurveLog {
  /** About forty megabytes. */
  static final int MOST_POINTS = 400_000;

  private final int most;
  private int plain;
  private final List<CurvePoint> points = new ArrayList<>();
  private final List<CurvePoint> view = Collections.unmodifiableList(points);
  private int edition;

  /**
   * @param most points without a validation that are kept at most
   */
  CurveLog(int most) {
    this.most = most;
  }

  /** All points, for reading; a later {@link #add} shows in it. */
  public List<CurvePoint> points() {
    return view;
  }

  /** Changes when points that were there before are gone. */
  public int edition() {
    return edition;
  }

  void add(CurvePoint point) {
    if (!point.validated() && ++plain > most) {
      thin();
      plain++;
    }
    points.add(point);
  }

  private void thin() {
    List<CurvePoint> kept = new ArrayList<>(points.size());
    plain = 0;
    boolean keep = false;
    for (CurvePoint point : points) {
      keep = point.validated() ? keep : !keep;
      if (point.validated()) {
        kept.add(point);
      } else if (keep) {
        kept.add(point);
        plain++;
      }
    }
    points.clear();
    points.addAll(kept);
    edition++;
  }
}
