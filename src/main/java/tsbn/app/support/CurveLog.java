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
  private int limit;
  private final List<CurvePoint> points = new ArrayList<>();
  private final List<CurvePoint> view = Collections.unmodifiableList(points);
  private int edition;

  /**
   * @param most points without a validation that are kept at most
   */
  CurveLog(int most) {
    this.most = most;
    this.limit = most;
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
    if (points.size() >= limit) {
      thin();
      limit = Math.max(most, 2 * points.size()); // validations alone may be many
    }
    points.add(point);
  }

  private void thin() {
    List<CurvePoint> kept = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      if (i % 2 == 0 || points.get(i).validated()) {
        kept.add(points.get(i));
      }
    }
    points.clear();
    points.addAll(kept);
    edition++;
  }
}
