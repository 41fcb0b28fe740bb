package tsbn.experiment;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;
import tsbn.model.Guide;
import tsbn.picture.ValueRange;

/**
 * Keeps real-valued frames that a model makes up within the range of what it learned from, with a
 * tenth of it as margin. Frames that depend on frames linearly can run away without end; a body
 * would be torn apart.
 */
public final class Within implements Guide {
  private static final float MARGIN = 0.1f;

  private final float[] low;
  private final float[] high;

  private Within(float[] low, float[] high) {
    this.low = low;
    this.high = high;
  }

  /** The range of each unit over all frames of some sequences, at least one. */
  public static Within of(List<Sequence> data) {
    ValueRange range = ValueRange.of(data.stream().map(Sequence::toMatrix).toList());
    float[] low = range.low().clone();
    float[] high = range.high().clone();
    for (int i = 0; i < low.length; i++) {
      float margin = MARGIN * (high[i] - low[i]);
      low[i] -= margin;
      high[i] += margin;
    }
    return new Within(low, high);
  }

  @Override
  public boolean lead(int t, FMatrixRMaj frames) {
    boolean led = false;
    for (int i = 0; i < low.length; i++) {
      float made = frames.get(t, i);
      float kept = made >= low[i] ? Math.min(made, high[i]) : low[i]; // low also for NaN
      if (kept != made) {
        frames.set(t, i, kept);
        led = true;
      }
    }
    return led;
  }
}
