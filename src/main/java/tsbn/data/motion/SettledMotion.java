package tsbn.data.motion;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A motion in which only joints that really move away from their parents have translations: where
 * those of a joint other than the root never change, they are a part of its offset.
 */
record SettledMotion(Skeleton skeleton, DMatrixRMaj frames) {

  /**
   * Settles a motion.
   *
   * @param frames T x C in true units. Not modified.
   * @throws IllegalArgumentException if a value is not a number
   */
  static SettledMotion of(Skeleton skeleton, DMatrixRMaj frames) {
    for (int i = 0; i < frames.getNumElements(); i++) {
      if (!Double.isFinite(frames.data[i])) {
        throw new IllegalArgumentException("The motion holds a value that is not a number.");
      }
    }
    List<Joint> joints = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    int first = 0;
    for (int j = 0; j < skeleton.size(); j++) {
      Joint joint = skeleton.joints().get(j);
      boolean still = j > 0 && still(joint, first, frames);
      List<Channel> channels = new ArrayList<>();
      double[] offset = {joint.offset().x(), joint.offset().y(), joint.offset().z()};
      for (int i = 0; i < joint.channels().size(); i++) {
        Channel channel = joint.channels().get(i);
        if (still && channel.translates()) {
          offset[channel.axis()] += frames.get(0, first + i);
        } else {
          channels.add(channel);
          kept.add(first + i);
        }
      }
      first += joint.channels().size();
      joints.add(
          new Joint(
              joint.name(),
              joint.parent(),
              new Vector3(offset[0], offset[1], offset[2]),
              joint.axes(),
              channels,
              joint.end()));
    }
    DMatrixRMaj settled = new DMatrixRMaj(frames.numRows, kept.size());
    for (int t = 0; t < frames.numRows; t++) {
      for (int c = 0; c < kept.size(); c++) {
        settled.set(t, c, frames.get(t, kept.get(c)));
      }
    }
    return new SettledMotion(
        new Skeleton(skeleton.notation(), joints, skeleton.up(), skeleton.metresPerUnit()),
        settled);
  }

  private static boolean still(Joint joint, int first, DMatrixRMaj frames) {
    for (int i = 0; i < joint.channels().size(); i++) {
      for (int t = 1; joint.channels().get(i).translates() && t < frames.numRows; t++) {
        if (Math.abs(frames.get(t, first + i) - frames.get(0, first + i)) > 1e-9) {
          return false;
        }
      }
    }
    return true;
  }
}
