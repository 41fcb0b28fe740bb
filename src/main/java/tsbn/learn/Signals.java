package tsbn.learn;

import tsbn.model.sbn.Layout;
import tsbn.model.sbn.Trace;

/** The learning signal s_t of every row of a pass. */
final class Signals {
  private final double discount;

  /** Signals of a kind; the discount is that of {@link SignalKind#DISCOUNTED}. */
  Signals(SignalKind kind, double discount) {
    this.discount =
        switch (kind) {
          case OWN_STEP -> 0;
          case REMAINING -> 1;
          case DISCOUNTED -> discount;
        };
  }

  /** Whether a signal reaches beyond its own step. */
  boolean accumulates() {
    return discount > 0;
  }

  /**
   * s_t = sum over s &gt;= t of g^(s-t) l_s.
   *
   * @param out one value a row. Modified.
   */
  void of(Trace trace, double[] out) {
    Layout layout = trace.layout();
    for (int row = 0; row < layout.rows(); row++) {
      out[row] = trace.term(row);
    }
    for (int t = layout.steps() - 2; discount > 0 && t >= 0; t--) {
      int row = layout.firstRow(t);
      int next = layout.firstRow(t + 1);
      int count = layout.rowsAt(t + 1);
      for (int i = 0; i < count; i++) {
        out[row + i] += discount * out[next + i];
      }
    }
  }
}
