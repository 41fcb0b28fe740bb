package tsbn.data.source.motion;

import org.ejml.data.DMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.motion.MotionCoding;

/**
 * A motion as it was recorded.
 *
 * @param frames T x C channels in true units
 * @param rate frames a second
 */
public record Recording(DMatrixRMaj frames, double rate) {
  /** How far a rate may be from a whole number that is meant. */
  private static final double ROUNDED = 1e-3;

  /** A rate that a file names: whole where it was rounded in writing, as 1 / 0.033333 is 30. */
  static double rate(double named, TextLines lines) throws DataFormatException {
    if (!(named >= 0.01 && named <= MotionCoding.MOST_FRAMES_PER_SECOND * (1 + ROUNDED))) {
      throw lines.wrong("a motion cannot have %.4g frames a second".formatted(named));
    }
    double whole = Math.rint(named);
    return whole >= 1 && Math.abs(named - whole) < ROUNDED * whole ? whole : named;
  }
}
