package tsbn.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.data.motion.Channel;
import tsbn.data.motion.Joint;
import tsbn.data.motion.RootCoding;
import tsbn.data.motion.Standardisation;

/**
 * What moves a joint over time, as a model sees it but neither shifted nor scaled: angles in
 * degrees, lengths in the skeleton's unit, the root's velocities a second.
 *
 * @param names what each curve is, such as {@code rx}
 * @param degrees by curve, whether its values are degrees
 * @param values T x curves; not to be modified
 */
public record JointCurves(List<String> names, List<Boolean> degrees, FMatrixRMaj values) {

  /**
   * The curves of a joint; none where all that moves it is constant.
   *
   * @param frames T x M. Not modified.
   */
  public static JointCurves of(FrameMeaning.Motion motion, FMatrixRMaj frames, int joint) {
    List<Integer> units = units(motion, joint);
    List<String> names = new ArrayList<>();
    List<Boolean> degrees = new ArrayList<>();
    FMatrixRMaj values = new FMatrixRMaj(frames.numRows, units.size());
    Standardisation columns = motion.coding().columns();
    for (int curve = 0; curve < units.size(); curve++) {
      int unit = units.get(curve);
      Channel channel = channel(motion, columns.kept().get(unit));
      boolean map = channel != null && !channel.translates() && !channel.rotates();
      double factor = map ? Math.toDegrees(1) : 1;
      names.add(motion.unitName(unit).substring(name(motion, joint).length() + 1));
      degrees.add(channel != null && !channel.translates());
      for (int t = 0; t < frames.numRows; t++) {
        double value =
            columns.mean().get(unit) + columns.deviation().get(unit) * frames.get(t, unit);
        values.set(t, curve, (float) (factor * value));
      }
    }
    return new JointCurves(List.copyOf(names), List.copyOf(degrees), values);
  }

  /** The units that move a joint; the root has the velocities of the body too. */
  public static List<Integer> units(FrameMeaning.Motion motion, int joint) {
    return IntStream.range(0, motion.units())
        .filter(unit -> Math.max(0, motion.jointOf(unit)) == joint)
        .boxed()
        .toList();
  }

  /** The nearest joint from that one up to the root that something moves; -1 for none. */
  public static int moved(FrameMeaning.Motion motion, int joint) {
    int moved = joint;
    while (moved >= 0 && units(motion, moved).isEmpty()) {
      moved = motion.skeleton().joints().get(moved).parent();
    }
    return moved;
  }

  private static String name(FrameMeaning.Motion motion, int joint) {
    return motion.skeleton().joints().get(joint).name();
  }

  /** Null where a column is none of the skeleton's channels but the root as a body knows it. */
  private static Channel channel(FrameMeaning.Motion motion, int column) {
    RootCoding root = motion.coding().root();
    if (column < root.names().size()) {
      return null;
    }
    int joint = motion.skeleton().jointOf(column);
    Joint moved = motion.skeleton().joints().get(joint);
    return moved.channels().get(column - motion.skeleton().firstChannel(joint));
  }

  /** Number of curves. */
  public int count() {
    return names.size();
  }

  /** Whether all curves are angles and so have one scale. */
  public boolean oneScale() {
    return !degrees.contains(false);
  }

  /** From the least to the largest value of the curve that moves most. */
  public double widest() {
    double widest = 0;
    ValueRange range = ValueRange.of(List.of(values));
    for (int i = 0; i < count(); i++) {
      widest = Math.max(widest, range.high()[i] - range.low()[i]);
    }
    return widest;
  }
}
