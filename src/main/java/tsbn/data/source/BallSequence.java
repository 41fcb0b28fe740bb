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

  /** exp(-u^4) at u = REACH i / STEPS; straight lines between are off by 2e-7 at most. */
  private static final float[] TERM = new float[STEPS + 2];

  static {
    for (int i = 0; i < TERM.length; i++) {
      TERM[i] = (float) Math.exp(-Math.pow(REACH * i / STEPS, 4));
    }
  }

  private final int size;
  private final int balls;
  private final float[] centres;

  /** Side of a pixel in radii. */
  private final double pixelRadii;

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
  }

  @Override
  protected float value(int frame, int unit) {
    float sum = 0;
    for (int ball = 0; ball < balls; ball++) {
      double dx = offset(unit % size, centre(frame, ball, 0));
      double dy = offset(unit / size, centre(frame, ball, 1));
      sum += term(dx * dx + dy * dy);
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

  private void draw(double x, double y, float[] out, int start) {
    double reach = Math.sqrt(REACH);
    for (int row = firstPixel(y, reach); row <= lastPixel(y, reach); row++) {
      double dy = offset(row, y);
      double half = Math.sqrt(Math.max(0, REACH - dy * dy));
      int right = lastPixel(x, half);
      for (int column = firstPixel(x, half); column <= right; column++) {
        double dx = offset(column, x);
        int pixel = start + row * size + column;
        float sum = out[pixel] + term(dx * dx + dy * dy);
        out[pixel] = sum < 1 ? sum : 1;
      }
    }
  }

  private float centre(int frame, int ball, int axis) {
    return centres[2 * (frame * balls + ball) + axis];
  }

  /** Distance along an axis, in radii, from a centre to the middle of a pixel. */
  private double offset(int pixel, double centre) {
    return (pixel + 0.5) * pixelRadii - centre * (1 / BouncingBalls.RADIUS);
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

  /** exp(-u^4) for u = (d/r)^2, flushed to zero. */
  private static float term(double u) {
    double at = u * (STEPS / REACH);
    if (at >= STEPS) {
      return 0;
    }
    int i = (int) at;
    return TERM[i] + (float) (at - i) * (TERM[i + 1] - TERM[i]);
  }
}
