package tsbn.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.BitSequence;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FloatSequence;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;

/**
 * MATLAB files whose variables are the splits: cells of {@code T x M} matrices, one a sequence, or
 * a single such matrix, whose rows a matrix of one-hot labels may divide into sequences. Binary
 * values of 88 columns are a piano roll from MIDI note 21 on, as in the four polyphonic music sets
 * of the paper's section 5.3.
 */
final class MatSource {
  private static final double OTHER_FRAMES_PER_SECOND = 10;
  private static final int MOST_UNITS = 20_000;

  /** Names of variables by split, without underscores and in small letters. */
  private static final Map<Split, List<String>> NAMES =
      Map.of(
          Split.TRAIN, List.of("traindata", "train", "data", "y"),
          Split.VALID, List.of("validdata", "valid", "validationdata", "validation"),
          Split.TEST, List.of("testdata", "test", "ytest"));

  /** Names of the variables that say which sequence each row of a matrix belongs to. */
  private static final Map<Split, String> LABELS =
      Map.of(Split.TRAIN, "lbls", Split.VALID, "lblsvalid", Split.TEST, "lblstest");

  private final String file;
  private final Progress progress;
  private boolean binary = true;
  private boolean unit = true;
  private boolean counts = true;
  private int units;

  private MatSource(String file, Progress progress) {
    this.file = file;
    this.progress = progress;
  }

  /**
   * Opens a file. The option {@code var} names one variable to take as training sequences, and
   * {@code skeleton} an Acclaim skeleton whose motions they are.
   */
  static SequenceSet open(Path path, SourceAddress address, Progress progress)
      throws DataFormatException {
    String wanted = address.text("var");
    MatFile5 mat = MatFile5.read(path, Runtime.getRuntime().maxMemory() / 8);
    if (wanted == null && MatMotion.holdsSkeleton(mat.variables())) {
      return MatMotion.open(path, mat, address);
    }
    MatSource source = new MatSource(path.getFileName().toString(), progress);
    if (address.text("skeleton") != null) {
      address.requireOnly(MotionOptions.names(Set.of("var", "skeleton")));
      return MatMotion.withSkeleton(path, source.open(mat, "", wanted), address);
    }
    address.requireOnly(Set.of("var", "standardise", "skeleton"));
    boolean standardise = address.flag("standardise");
    List<String> options = new ArrayList<>();
    if (wanted != null) {
      options.add("var=" + wanted);
    }
    if (standardise) {
      options.add("standardise=true");
    }
    String again =
        path.toAbsolutePath().normalize()
            + (options.isEmpty() ? "" : "?" + String.join("&", options));
    SequenceSet set = source.open(mat, again, wanted);
    return standardise ? StandardisedSet.of(set) : set;
  }

  private SequenceSet open(MatFile5 mat, String source, String wanted) throws DataFormatException {
    Map<Split, MatFile5.Variable> chosen = choose(mat.variables(), wanted);
    Map<Split, List<Sequence>> splits = new EnumMap<>(Split.class);
    List<String> warnings = new ArrayList<>();
    for (Split split : Split.values()) {
      if (chosen.containsKey(split)) {
        MatFile5.Variable labels = labels(mat.variables(), split);
        splits.put(split, sequences(mat, chosen.get(split), labels));
      } else {
        warnings.add(split.missing());
      }
    }
    boolean music = binary && units == Piano.KEYS.units();
    return new SequenceSet(
        file.replaceFirst("(?i)\\.mat$", ""),
        source,
        kind(),
        music ? Piano.KEYS : new FrameMeaning.Channels(units),
        music ? Piano.FRAMES_PER_SECOND : OTHER_FRAMES_PER_SECOND,
        splits,
        warnings);
  }

  private DataKind kind() {
    if (binary) {
      return DataKind.BINARY;
    }
    return unit ? DataKind.GREY : counts ? DataKind.COUNTS : DataKind.REAL;
  }

  private Map<Split, MatFile5.Variable> choose(List<MatFile5.Variable> variables, String wanted)
      throws DataFormatException {
    Map<Split, MatFile5.Variable> chosen = new EnumMap<>(Split.class);
    if (wanted != null) {
      variables.stream()
          .filter(variable -> variable.name().equals(wanted))
          .findFirst()
          .ifPresent(variable -> chosen.put(Split.TRAIN, variable));
    } else {
      NAMES.forEach(
          (split, names) ->
              names.stream()
                  .flatMap(name -> variables.stream().filter(v -> plain(v.name()).equals(name)))
                  .findFirst()
                  .ifPresent(variable -> chosen.put(split, variable)));
    }
    if (!chosen.containsKey(Split.TRAIN)) {
      throw new DataFormatException(unknown(variables, wanted));
    }
    return chosen;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private String unknown(List<MatFile5.Variable> variables, String wanted) {
    if (variables.isEmpty()) {
      return "%s has no variables.".formatted(file);
    }
    String found =
        variables.stream()
            .limit(10)
            .map(variable -> "%s (%s)".formatted(variable.name(), variable.shape()))
            .collect(Collectors.joining(", "));
    return wanted == null
        ? "%s has no variable named traindata, train_data, TrainData or Data; it has %s: choose one with ?var=NAME after the file's name."
            .formatted(file, found)
        : "%s has no variable named %s; it has %s.".formatted(file, wanted, found);
  }

  private static MatFile5.Variable labels(List<MatFile5.Variable> variables, Split split) {
    return variables.stream()
        .filter(variable -> plain(variable.name()).equals(LABELS.get(split)))
        .findFirst()
        .orElse(null);
  }

  private List<Sequence> sequences(
      MatFile5 mat, MatFile5.Variable variable, MatFile5.Variable labels)
      throws DataFormatException {
    Array array = mat.decode(variable);
    if (array instanceof Matrix matrix) {
      Sequence whole = sequence(matrix, variable.name());
      return labels == null ? List.of(whole) : divide(whole, mat.decode(labels), labels.name());
    }
    Cell cells = (Cell) array;
    if (cells.getNumElements() == 0) {
      throw new DataFormatException(
          "%s: the variable %s has no cells.".formatted(file, variable.name()));
    }
    List<Sequence> sequences = new ArrayList<>();
    for (int i = 0; i < cells.getNumElements(); i++) {
      progress.check((double) i / cells.getNumElements());
      sequences.add(sequence(cells.get(i), "%s, cell %d".formatted(variable.name(), i + 1)));
    }
    return sequences;
  }

  private Sequence sequence(Matrix matrix, String place) throws DataFormatException {
    checkShape(matrix, place);
    FMatrixRMaj values = new FMatrixRMaj(matrix.getNumRows(), matrix.getNumCols());
    boolean bits = true;
    for (int t = 0; t < values.numRows; t++) {
      for (int m = 0; m < values.numCols; m++) {
        double value = matrix.getDouble(t, m);
        if (!(Math.abs(value) <= Float.MAX_VALUE)) {
          throw notANumber(value, "%s, row %d, column %d".formatted(place, t + 1, m + 1));
        }
        bits &= value == 0 || value == 1;
        unit &= value >= 0 && value <= 1;
        counts &= value >= 0 && value == Math.rint(value) && value < 1 << 24;
        values.unsafe_set(t, m, (float) value);
      }
    }
    binary &= bits;
    return bits ? BitSequence.of(values) : FloatSequence.of(values);
  }

  /** The runs of rows with one label, in order. */
  private List<Sequence> divide(Sequence whole, Array labels, String name)
      throws DataFormatException {
    if (!(labels instanceof Matrix matrix) || matrix.getNumRows() != whole.frames()) {
      throw new DataFormatException(
          "%s: %s should have a row for each of the %,d frames."
              .formatted(file, name, whole.frames()));
    }
    List<Sequence> parts = new ArrayList<>();
    int start = 0;
    for (int row = 1; row <= whole.frames(); row++) {
      if (row == whole.frames() || label(matrix, row, name) != label(matrix, start, name)) {
        FMatrixRMaj part = new FMatrixRMaj(row - start, whole.units());
        whole.copyFrames(start, row - start, part, 0);
        parts.add(binary ? BitSequence.of(part) : FloatSequence.of(part));
        start = row;
      }
    }
    return parts;
  }

  private int label(Matrix labels, int row, String name) throws DataFormatException {
    for (int i = 0; i < labels.getNumCols(); i++) {
      if (labels.getDouble(row, i) != 0) {
        return i;
      }
    }
    throw new DataFormatException(
        "%s: row %,d of %s names no sequence.".formatted(file, row + 1, name));
  }

  private void checkShape(Matrix matrix, String place) throws DataFormatException {
    if (matrix.getNumDimensions() != 2) {
      throw new DataFormatException(
          "%s: %s has %d dimensions; a sequence is a matrix of frames x units."
              .formatted(file, place, matrix.getNumDimensions()));
    }
    if (matrix.getNumRows() == 0 || matrix.getNumCols() == 0) {
      throw new DataFormatException("%s: %s is empty.".formatted(file, place));
    }
    if (units == 0) {
      units = matrix.getNumCols();
    }
    if (matrix.getNumCols() != units) {
      throw new DataFormatException(
          "%s: %s has %d columns where the sequences before it have %d."
              .formatted(file, place, matrix.getNumCols(), units));
    }
    if (units > MOST_UNITS) {
      throw new DataFormatException(
          "%s: %s has %,d columns; a frame can have %,d values at most."
              .formatted(file, place, units, MOST_UNITS));
    }
  }

  private DataFormatException notANumber(double value, String place) {
    String what = Double.isNaN(value) ? "NaN" : Double.isInfinite(value) ? "infinite" : "too large";
    return new DataFormatException(
        "%s: the value at %s is %s, not a number.".formatted(file, place, what));
  }
}
