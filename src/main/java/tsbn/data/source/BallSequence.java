package tsbn.data.source;

import java.util.Arrays;
import tsbn.data.StoredSequence;

/**
 * A video of balls that keeps the balls' centres and draws a frame when it is asked for: the value
 * of the pixel with centre p is {@code min(1, sum over balls of exp(-(d^2 / r^2)^4))}, d the
 * distance from p to the ball.
 *
 * <p>A negligible term is left out, which also bounds the pixels that a ball touches.
 */
final class BallSequence extends StoredSequence {
  /** The (d/r)^2 at which a ball's term falls below what counts. */
  private static final double REACH = Math.pow(-Math.log(NEGLIGIBLE), 0.25);

  private static final int STEPS = 4096;

  /** What turns a distance in radii into one whose square counts steps of the tables. */
  private static final double SCALE = Math.sqrt(STEPS / REACH);

  /**
   * exp(-u^4) at u = REACH i / STEPS, and its change to the next; straight lines between are off by
   * 2e-7 at most. The corners of the square around a ball lie beyond its reach: there both are 0.
   */
  private static final float[] TERM = new float[2 * STEPS + 2];

  private static final float[] CHANGE = new float[TERM.length];

  static {
    for (int i = 0; i < STEPS; i++) {
      double term = Math.exp(-Math.pow(REACH * i / STEPS, 4));
      TERM[i] = (float) term;
      CHANGE[i] = (float) (Math.exp(-Math.pow(REACH * (i + 1) / STEPS, 4)) - term);
    }
  }

  private final int size;
  private final int balls;
  private final float[] centres;

  /** Side of a pixel in radii. */
  private final double pixelRadii;

  /** Where pixels are along an axis, from the middle of the first one on, in scaled radii. */
  private final double[] middles;

  /**
   * A video of {@code size x size} pixels.
   *
   * @param centres as {@link BouncingBalls#video} gives them; kept, not copied
   */
  BallSequence(int size, int frames, int balls, float[] centres) {
    super(frames, size * size);
    this.size = size;
    this.balls = balls;
    this.centres = centres;
    this.pixelRadii = BouncingBalls.BOX / BouncingBalls.RADIUS / size;
    this.middles = new double[size];
    for (int i = 0; i < size; i++) {
      middles[i] = i * pixelRadii * SCALE;
    }
  }

  @Override
  protected float value(int frame, int unit) {
    float sum = 0;
    for (int ball = 0; ball < balls; ball++) {
      double dx = middles[unit % size] - edge(centre(frame, ball, 0));
      double dy = middles[unit / size] - edge(centre(frame, ball, 1));
      float at = (float) (dx * dx + dy * dy);
      sum += at < STEPS ? term(at) : 0;
    }
    return Math.min(1, sum);
  }

  @Override
  protected void copyValues(int from, int count, float[] out, int start) {
    Arrays.fill(out, start, start + count * units(), 0);
    for (int t = 0; t < count; t++) {
      for (int ball = 0; ball < balls; ball++) {
        draw(centre(from + t, ball, 0), centre(from + t, ball, 1), out, start + t * units());
      }
    }
  }

  private void draw(float x, float y, float[] out, int start) {
    double reach = Math.sqrt(REACH);
    int left = firstPixel(x, reach);
    int right = lastPixel(x, reach);
    int bottom = lastPixel(y, reach);
    double xEdge = edge(x);
    double yEdge = edge(y);
    for (int row = firstPixel(y, reach); row <= bottom; row++) {
      double dy = middles[row] - yEdge;
      int at = start + row * size;
      for (int column = left; column <= right; column++) {
        double dx = middles[column] - xEdge;
        float sum = out[at + column] + term((float) (dx * dx + dy * dy));
        out[at + column] = sum < 1 ? sum : 1;
      }
    }
  }

  private float centre(int frame, int ball, int axis) {
    return centres[2 * (frame * balls + ball) + axis];
  }

  /** How far a centre is from the middle of the first pixel along an axis, in scaled radii. */
  private double edge(float centre) {
    return (centre / BouncingBalls.RADIUS - 0.5 * pixelRadii) * SCALE;
  }

  /** The first pixel of an axis whose middle is not further before a centre than some radii. */
  private int firstPixel(double centre, double radii) {
    double edge = (centre / BouncingBalls.RADIUS - radii) / pixelRadii - 0.5;
    return Math.max(0, (int) Math.ceil(edge));
  }

  private int lastPixel(double centre, double radii) {
    double edge = (centre / BouncingBalls.RADIUS + radii) / pixelRadii - 0.5;
    return Math.min(size - 1, (int) Math.floor(edge));
  }

  /** exp(-u^4), flushed to zero, for {@code at} steps of u in the square around a ball. */
  private static float term(float at) {
    int i = (int) at;
    return TERM[i] + (at - i) * CHANGE[i];
  }
}
