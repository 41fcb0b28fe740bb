package tsbn.data.motion;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A motion at another number of frames a second. Where the new rate divides the old one, frames are
 * left out and none is changed; otherwise frames between two are made: translations on the line,
 * rotations on the shortest turn.
 */
final class Resampling {
  private static final double SAME = 1e-3;

  private final Skeleton skeleton;

  Resampling(Skeleton skeleton) {
    this.skeleton = skeleton;
  }

  /** How many frames a motion of so many has at another rate. */
  static int frames(int frames, double from, double to) {
    return (int) Math.floor((frames - 1) / step(from, to) + 1e-9) + 1;
  }

  /** Old frames to a new one; a whole number where it nearly is. */
  private static double step(double from, double to) {
    double step = from / to;
    double whole = Math.rint(step);
    return whole >= 1 && Math.abs(step - whole) < SAME * whole ? whole : step;
  }

  /**
   * Makes the frames.
   *
   * @param frames T x C at the rate {@code from}. Not modified.
   * @return T' x C at the rate {@code to}
   */
  DMatrixRMaj apply(DMatrixRMaj frames, double from, double to) {
    double step = step(from, to);
    DMatrixRMaj made = new DMatrixRMaj(frames(frames.numRows, from, to), frames.numCols);
    for (int t = 0; t < made.numRows; t++) {
      double moment = Math.min(t * step, frames.numRows - 1.0);
      int before = (int) moment;
      double share = moment - before;
      int at = t * frames.numCols;
      System.arraycopy(frames.data, before * frames.numCols, made.data, at, frames.numCols);
      if (share > 1e-9) {
        between(frames.data, before * frames.numCols, share, made.data, at);
      }
    }
    return made;
  }

  /** Moves a copy of the frame at {@code one} some of the way to the frame behind it. */
  private void between(double[] frames, int one, double share, double[] out, int at) {
    int width = skeleton.channels();
    int first = 0;
    double[] from = new double[9];
    double[] to = new double[9];
    double[] turned = new double[9];
    double[] map = new double[3];
    for (Joint joint : skeleton.joints()) {
      List<Channel> channels = joint.channels();
      JointRotation rotation = new JointRotation(joint, skeleton.notation());
      for (int i = 0; i < channels.size(); i++) {
        double a = frames[one + first + i];
        double b = frames[one + width + first + i];
        if (channels.get(i).rotates()) {
          // By the shorter way round.
          b -= 360 * Math.rint((b - a) / 360);
        }
        if (channels.get(i).translates() || !rotation.free()) {
          out[at + first + i] = a + share * (b - a);
        }
      }
      if (rotation.free()) {
        // R = A exp(share log(A' B))
        rotation.matrix(frames, one + first, from);
        rotation.matrix(frames, one + width + first, to);
        double[] back = from.clone();
        Rotations.transpose(back);
        Rotations.multiply(back, to, turned);
        Rotations.logarithm(turned, map);
        Rotations.exponential(share * map[0], share * map[1], share * map[2], turned);
        Rotations.multiply(from, turned, to);
        rotation.solve(to, out, at + first);
      }
      first += channels.size();
    }
  }
}
