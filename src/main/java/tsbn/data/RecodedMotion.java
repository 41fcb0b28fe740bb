package tsbn.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.Skeleton;

/**
 * Motions as a run sees them. Another file of the same body has means, rates and constant channels
 * of its own; a model expects those that it was trained on.
 */
public final class RecodedMotion {
  private RecodedMotion() {}

  /**
   * A set with its motions in the coding of another meaning: back in true units, and then encoded
   * anew. Anything but motions stays as it is.
   *
   * @throws DataFormatException if the motions are of a body with other joints
   */
  public static SequenceSet of(SequenceSet set, FrameMeaning wanted) throws DataFormatException {
    if (!(set.meaning() instanceof FrameMeaning.Motion from)
        || !(wanted instanceof FrameMeaning.Motion to)
        || from.equals(to)) {
      return set;
    }
    if (!channels(from.skeleton()).equals(channels(to.skeleton()))) {
      throw new DataFormatException(
          "%s moves a body with other joints than the run was trained on.".formatted(set.name()));
    }
    MotionCodec decoder = new MotionCodec(from.skeleton(), from.coding());
    MotionCodec encoder = new MotionCodec(to.skeleton(), to.coding());
    Map<Split, List<Sequence>> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      splits.put(
          split,
          set.get(split).stream()
              .map(sequence -> decoder.decode(MotionCodec.widen(sequence.toMatrix())))
              .map(frames -> encode(encoder, frames, from.coding().frameRate()))
              .toList());
    }
    return new SequenceSet(
        set.name(),
        set.source(),
        set.kind(),
        to,
        to.coding().frameRate(),
        splits,
        set.warnings(),
        set.labels());
  }

  private static Sequence encode(MotionCodec encoder, DMatrixRMaj frames, double rate) {
    return FloatSequence.of(MotionCodec.narrow(encoder.encode(frames, rate)));
  }

  private static List<String> channels(Skeleton skeleton) {
    return IntStream.range(0, skeleton.channels()).mapToObj(skeleton::channelName).toList();
  }
}
