package tsbn.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.SequenceLabel;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.motion.Channel;
import tsbn.data.motion.Joint;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.Notation;
import tsbn.data.motion.RootCoding;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Up;
import tsbn.data.motion.Vector3;
import tsbn.data.source.motion.AsfFile;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * Motions in MATLAB files. One form is the MIT motions that Taylor, Hinton and Roweis published: a
 * struct {@code skel} with a tree of joints, each with the columns of its exponential map and of
 * its offset in millimetres, and cells {@code Motion} of T x 6 J, in which the root is already
 * given by the angles, turns and velocities of {@link RootCoding#BODY_AXES}. The other is a matrix
 * of channels whose skeleton is an Acclaim file.
 */
final class MatMotion {
  /** The recordings hold every fourth of 120 frames a second: a stride takes some 31 of them. */
  private static final double MIT_RATE = 30;

  private static final double CMU_RATE = 30;
  private static final int PER_JOINT = 6;

  /** The joints of the MIT motions, which the file does not name. */
  private static final List<String> MIT_JOINTS =
      List.of(
          "pelvis",
          "lhip",
          "lknee",
          "lankle",
          "ltoes",
          "rhip",
          "rknee",
          "rankle",
          "rtoes",
          "spine",
          "lcollar",
          "lshoulder",
          "lelbow",
          "lwrist",
          "rcollar",
          "rshoulder",
          "relbow",
          "rwrist");

  private static final List<Integer> MIT_PARENTS =
      List.of(-1, 0, 1, 2, 3, 0, 5, 6, 7, 0, 9, 10, 11, 12, 9, 14, 15, 16);

  private final String file;

  private MatMotion(String file) {
    this.file = file;
  }

  /** Whether variables are a skeleton and its motions. */
  static boolean holdsSkeleton(List<MatFile5.Variable> variables) {
    return find(variables, "skel") != null && find(variables, "Motion") != null;
  }

  private static MatFile5.Variable find(List<MatFile5.Variable> variables, String name) {
    return variables.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  /** Opens a file with a skeleton. */
  static SequenceSet open(Path path, MatFile5 mat, SourceAddress address)
      throws DataFormatException {
    address.requireOnly(MotionOptions.allNames(Set.of()));
    MotionOptions options = MotionOptions.of(address);
    MatMotion reader = new MatMotion(path.getFileName().toString());
    List<MatFile5.Variable> variables = mat.variables();
    Skeleton skeleton = reader.skeleton(mat.decodeStruct(find(variables, "skel")));
    List<Take> takes = reader.takes(mat.decode(find(variables, "Motion")), skeleton.channels());
    return new MotionTreatment(
            reader.file.replaceFirst("(?i)\\.mat$", ""),
            source(path, address),
            skeleton,
            MIT_RATE,
            RootCoding.BODY_AXES,
            List.of())
        .apply(takes, options);
  }

  private static String source(Path path, SourceAddress address) {
    String options = address.optionText();
    return path.toAbsolutePath().normalize() + (options.isEmpty() ? "" : "?" + options);
  }

  /**
   * Gives a set of plain channels a skeleton, which the option {@code skeleton} names; 30 frames a
   * second, as the CMU motions are published in MATLAB files.
   */
  static SequenceSet withSkeleton(Path path, SequenceSet set, SourceAddress address)
      throws DataFormatException {
    Path asf = MotionSource.file(address, "skeleton").toAbsolutePath().normalize();
    Skeleton skeleton = AsfFile.read(asf);
    if (skeleton.channels() != set.units()) {
      throw new DataFormatException(
          "%s has %,d columns and the skeleton %s %,d channels."
              .formatted(path.getFileName(), set.units(), asf.getFileName(), skeleton.channels()));
    }
    List<Take> takes = new ArrayList<>();
    for (Split split : Split.values()) {
      for (var sequence : set.get(split)) {
        String name = split.label() + " " + (takes.size() + 1);
        takes.add(
            new Take(new SequenceLabel(name, ""), split, MotionCodec.widen(sequence.toMatrix())));
      }
    }
    return new MotionTreatment(
            set.name(),
            source(path, address.replacing("skeleton", asf.toString())),
            skeleton,
            CMU_RATE,
            RootCoding.ABSOLUTE,
            set.warnings())
        .apply(takes, MotionOptions.of(address));
  }

  private Skeleton skeleton(Array array) throws DataFormatException {
    if (!(array instanceof Struct skel)
        || !skel.getFieldNames().contains("tree")
        || skel.getNumElements() != 1
        || !(skel.get("tree") instanceof Struct tree)
        || !tree.getFieldNames().containsAll(List.of("parent", "or", "offset"))) {
      throw new DataFormatException(
          "%s: the variable skel is not a tree of joints with parent, or and offset."
              .formatted(file));
    }
    int count = tree.getNumElements();
    if (count < 1 || count > Skeleton.MOST_JOINTS) {
      throw new DataFormatException("%s: the skeleton has %,d joints.".formatted(file, count));
    }
    List<Integer> parents = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      requireColumns(tree.get("or", j), PER_JOINT * j, j);
      requireColumns(tree.get("offset", j), PER_JOINT * j + 3, j);
      parents.add(parent(tree.get("parent", j), j));
    }
    List<Joint> joints = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      joints.add(
          Joint.of(
              parents.equals(MIT_PARENTS) ? MIT_JOINTS.get(j) : "joint " + (j + 1),
              parents.get(j),
              Vector3.ZERO,
              Channel.EX,
              Channel.EY,
              Channel.EZ,
              Channel.TX,
              Channel.TY,
              Channel.TZ));
    }
    return new Skeleton(Notation.EXPONENTIAL, joints, Up.Z, 0.001);
  }

  private void requireColumns(Array array, int first, int joint) throws DataFormatException {
    boolean good = array instanceof Matrix matrix && matrix.getNumElements() == 3;
    for (int i = 0; good && i < 3; i++) {
      good = ((Matrix) array).getDouble(i) == first + i + 1;
    }
    if (!good) {
      throw new DataFormatException(
          "%s: the columns of joint %d of the skeleton are not %d to %d."
              .formatted(file, joint + 1, first + 1, first + 3));
    }
  }

  private int parent(Array array, int joint) throws DataFormatException {
    boolean none = array instanceof Matrix empty && empty.getNumElements() == 0;
    if (none && joint == 0) {
      return -1;
    }
    if (array instanceof Matrix matrix && matrix.getNumElements() == 1) {
      double parent = matrix.getDouble(0);
      if (parent >= 1 && parent <= joint && parent == Math.rint(parent)) {
        return (int) parent - 1;
      }
    }
    throw new DataFormatException(
        "%s: joint %d of the skeleton does not come behind its parent.".formatted(file, joint + 1));
  }

  private List<Take> takes(Array array, int width) throws DataFormatException {
    if (!(array instanceof Cell cells) || cells.getNumElements() == 0) {
      throw new DataFormatException("%s: Motion has no cells.".formatted(file));
    }
    List<Take> takes = new ArrayList<>();
    for (int i = 0; i < cells.getNumElements(); i++) {
      String place = "Motion, cell %d".formatted(i + 1);
      if (!(cells.get(i) instanceof Matrix matrix)
          || matrix.getNumDimensions() != 2
          || matrix.getNumRows() == 0
          || matrix.getNumCols() != width) {
        throw new DataFormatException(
            "%s: %s is not a matrix of frames x %d.".formatted(file, place, width));
      }
      DMatrixRMaj frames = new DMatrixRMaj(matrix.getNumRows(), width);
      for (int t = 0; t < frames.numRows; t++) {
        for (int c = 0; c < width; c++) {
          double value = matrix.getDouble(t, c);
          if (!(Math.abs(value) <= 1e9)) {
            throw new DataFormatException(
                "%s: the value at %s, row %d, column %d is not a number that can be used."
                    .formatted(file, place, t + 1, c + 1));
          }
          frames.set(t, c, value);
        }
      }
      takes.add(new Take(new SequenceLabel("motion " + (i + 1), ""), null, frames));
    }
    return takes;
  }
}
