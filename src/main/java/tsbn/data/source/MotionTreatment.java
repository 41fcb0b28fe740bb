package tsbn.data.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FloatSequence;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceLabel;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.Notation;
import tsbn.data.motion.RootCoding;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Standardisation;

/**
 * Makes a set of motions as they were recorded: resampled, the root as it is asked for, cut and
 * divided, constant channels dropped and the others standardised; the coding says so.
 *
 * @param name of the set, for people
 * @param source what opens it again
 * @param skeleton what moves
 * @param rate recorded frames a second
 * @param recorded how the root is given in the takes
 * @param notes sentences about what is odd but usable
 */
record MotionTreatment(
    String name,
    String source,
    Skeleton skeleton,
    double rate,
    RootCoding recorded,
    List<String> notes) {
  /**
   * What is less than this much of a degree, radian or unit of length, or of its mean, is no
   * movement. Files have up to 1e-4 where nothing moves, from rounding and from the lean of a body
   * that sways; the stillest channel that moves, a finger's, has 2e-3.
   */
  private static final double STILL = 5e-4;

  /**
   * Makes the set.
   *
   * @throws DataFormatException with one sentence if what is asked for is not possible
   */
  SequenceSet apply(List<Take> takes, MotionOptions options) throws DataFormatException {
    boolean asRecorded =
        recorded != RootCoding.ABSOLUTE && options.root() == null && options.fps() == 0;
    MotionCoding plain =
        new MotionCoding(
            rate,
            options.rate(rate),
            options.continuous() && !asRecorded && skeleton.notation() != Notation.EXPONENTIAL,
            asRecorded ? recorded : options.root(skeleton),
            Standardisation.none(skeleton.channels()),
            options.chunk());
    if (plain.root() != RootCoding.ABSOLUTE && !MotionCodec.rootCanBeRelative(skeleton)) {
      throw new DataFormatException(
          "%s: the root cannot be given by velocities, because it does not have three translations and three rotations; add ?root=absolute."
              .formatted(name));
    }
    MotionCodec codec = new MotionCodec(skeleton, plain);
    List<Take> columns = new ArrayList<>();
    for (Take take : takes) {
      columns.add(
          take.with(asRecorded ? take.frames() : codec.columns(inTrueUnits(take.frames()), rate)));
    }
    List<Take> divided = cut(columns, options);
    Standardisation standardisation;
    try {
      standardisation =
          Standardisation.of(
              divided.stream()
                  .filter(take -> options.overAll() || take.split() == Split.TRAIN)
                  .map(Take::frames)
                  .toList(),
              options.drop(),
              options.scale(),
              STILL);
    } catch (IllegalArgumentException e) {
      throw new DataFormatException("%s cannot be used: %s.".formatted(name, e.getMessage()), e);
    }
    return set(divided, plain.with(standardisation));
  }

  private DMatrixRMaj inTrueUnits(DMatrixRMaj frames) {
    if (recorded == RootCoding.ABSOLUTE) {
      return frames;
    }
    MotionCoding stored =
        new MotionCoding(rate, rate, false, recorded, Standardisation.none(skeleton.channels()), 0);
    return new MotionCodec(skeleton, stored).decode(frames);
  }

  private List<Take> cut(List<Take> takes, MotionOptions options) throws DataFormatException {
    List<Take> whole = options.join() ? List.of(joined(takes)) : takes;
    if (options.chunk() == 0) {
      return Holdout.divide(name, whole, options.division());
    }
    if (whole.size() == 1 && whole.get(0).split() == null) {
      List<Take> pieces = pieces(whole.get(0), options.chunk());
      return Holdout.divideInOrder(
          options.join() ? named(pieces, takes, options.chunk()) : pieces, options.division());
    }
    List<Take> pieces = new ArrayList<>();
    for (Take take : Holdout.divide(name, whole, options.division())) {
      pieces.addAll(pieces(take, options.chunk()));
    }
    return pieces;
  }

  /** Each piece is called after the take that it begins in. */
  private static List<Take> named(List<Take> pieces, List<Take> takes, int chunk) {
    List<Take> named = new ArrayList<>();
    int take = 0;
    int end = takes.get(0).frames().numRows;
    for (Take piece : pieces) {
      while (named.size() * chunk >= end) {
        take++;
        end += takes.get(take).frames().numRows;
      }
      String number = " #" + (named.size() + 1);
      named.add(piece.called(new SequenceLabel(takes.get(take).label().name() + number, "")));
    }
    return named;
  }

  private static Take joined(List<Take> takes) {
    int frames = takes.stream().mapToInt(take -> take.frames().numRows).sum();
    DMatrixRMaj all = new DMatrixRMaj(frames, takes.get(0).frames().numCols);
    int at = 0;
    for (Take take : takes) {
      int count = take.frames().getNumElements();
      System.arraycopy(take.frames().data, 0, all.data, at, count);
      at += count;
    }
    return new Take(SequenceLabel.NONE, null, all);
  }

  private static List<Take> pieces(Take take, int chunk) {
    List<Take> pieces = new ArrayList<>();
    int frames = take.frames().numRows;
    if (frames <= chunk) {
      return List.of(take);
    }
    for (int from = 0; from < frames; from += chunk) {
      pieces.add(take.piece(from, Math.min(frames, from + chunk), pieces.size() + 1));
    }
    return pieces;
  }

  private SequenceSet set(List<Take> takes, MotionCoding coding) {
    Map<Split, List<Sequence>> sequences = new EnumMap<>(Split.class);
    Map<Split, List<SequenceLabel>> labels = new EnumMap<>(Split.class);
    for (Take take : takes) {
      Split split = take.split();
      sequences
          .computeIfAbsent(split, one -> new ArrayList<>())
          .add(FloatSequence.of(MotionCodec.narrow(coding.columns().encode(take.frames()))));
      labels.computeIfAbsent(split, one -> new ArrayList<>()).add(take.label());
    }
    return new SequenceSet(
        name,
        source,
        DataKind.REAL,
        new FrameMeaning.Motion(skeleton, coding),
        coding.frameRate(),
        sequences,
        notes,
        labels);
  }
}
