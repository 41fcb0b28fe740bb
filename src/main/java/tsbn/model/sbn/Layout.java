package tsbn.model.sbn;

import java.util.List;
import java.util.stream.IntStream;
import tsbn.data.Sequence;

/**
 * How the frames of several sequences, and K samples of the hidden states of each, lie in the rows
 * of matrices: frame by frame, and within a frame sequence by sequence, the longest first. So
 * whatever is alive at time t is one contiguous block, its past d steps before is the beginning of
 * another, and one product serves all chains. A <em>frame</em> is a row of the visible matrix; each
 * has K <em>rows</em> of hidden states, one behind the other.
 */
public final class Layout {
  private final int samples;
  private final int[] length;
  private final int[] rank;
  private final int[] start;

  private Layout(int samples, int[] length, int[] rank, int[] start) {
    this.samples = samples;
    this.length = length;
    this.rank = rank;
    this.start = start;
  }

  /**
   * The layout of some sequences.
   *
   * @param samples samples K of the hidden states of each, at least 1
   */
  public static Layout of(List<Sequence> sequences, int samples) {
    int[] length = sequences.stream().mapToInt(Sequence::frames).toArray();
    int[] byLength =
        IntStream.range(0, length.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(length[b], length[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rank = new int[length.length];
    for (int i = 0; i < byLength.length; i++) {
      rank[byLength[i]] = i;
    }
    int steps = length.length == 0 ? 0 : length[byLength[0]];
    int[] start = new int[steps + 1];
    int active = length.length;
    for (int t = 0; t < steps; t++) {
      while (length[byLength[active - 1]] <= t) {
        active--;
      }
      start[t + 1] = start[t] + active;
    }
    return new Layout(samples, length, rank, start);
  }

  /** Samples K of each sequence. */
  public int samples() {
    return samples;
  }

  /** Number of sequences. */
  public int count() {
    return length.length;
  }

  /** Frames of the longest sequence. */
  public int steps() {
    return start.length - 1;
  }

  /** Frames of all sequences: rows of the visible matrix. */
  public int frames() {
    return start[start.length - 1];
  }

  /** Rows of the hidden matrices: K for each frame. */
  public int rows() {
    return frames() * samples;
  }

  /** Frames of one sequence. */
  public int length(int sequence) {
    return length[sequence];
  }

  /** The first frame of time t. */
  int start(int t) {
    return start[t];
  }

  /** How many sequences have a frame at time t. */
  int active(int t) {
    return start[t + 1] - start[t];
  }

  /** Where frame t of a sequence lies. */
  public int frame(int sequence, int t) {
    return start[t] + rank[sequence];
  }

  /** Where sample k of the hidden states at frame t of a sequence lies. */
  public int row(int sequence, int k, int t) {
    return frame(sequence, t) * samples + k;
  }

  /** The first row of time t. */
  public int firstRow(int t) {
    return start[t] * samples;
  }

  /** How many rows lie at time t: K for each sequence that is so long. */
  public int rowsAt(int t) {
    return active(t) * samples;
  }

  /** How many frames have a frame {@code lag} steps before them. */
  public int framesWithLag(int lag) {
    return lag >= steps() ? 0 : frames() - start[lag];
  }

  /**
   * Hands over the pairs of blocks of frames that are {@code lag} steps apart. Where all sequences
   * are of one length there is one pair.
   */
  void forEachLagged(int lag, LaggedBlock action) {
    forEachLagged(lag, 0, action);
  }

  /** The same without the pairs that {@linkplain #parted a truncation parts}. */
  void forEachLagged(int lag, int truncation, LaggedBlock action) {
    int t = lag;
    while (t < steps()) {
      if (parted(t - lag, t, truncation)) {
        t++;
        continue;
      }
      int first = t;
      // The source of t + 1 follows that of t where as many sequences are alive at both.
      while (t + 1 < steps()
          && active(t - lag) == active(t)
          && !parted(t + 1 - lag, t + 1, truncation)) {
        t++;
      }
      action.accept(start[first], start[first - lag], start[t + 1] - start[first]);
      t++;
    }
  }

  /** Whether two times lie in different chunks of {@code truncation} frames; 0 for one chunk. */
  static boolean parted(int t, int later, int truncation) {
    return truncation > 0 && later / truncation != t / truncation;
  }

  /** Frames target .. target + count - 1 and what lies a lag before them. */
  @FunctionalInterface
  interface LaggedBlock {
    void accept(int target, int source, int count);
  }
}
