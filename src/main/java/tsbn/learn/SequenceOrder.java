package tsbn.learn;

import tsbn.math.RandomStream;

/**
 * The order in which sequences are visited: every epoch a fresh shuffle. The order of an epoch
 * follows from the seed and the epoch's number alone.
 */
final class SequenceOrder {
  private final int count;
  private final RandomStream random;
  private final int[] order;
  private long epoch = -1;

  SequenceOrder(int count, RandomStream random) {
    this.count = count;
    this.random = random;
    this.order = new int[count];
  }

  /** Which sequence the {@code position}-th visit of the run goes to. */
  int at(long position) {
    if (position / count != epoch) {
      epoch = position / count;
      shuffle(random.child(epoch));
    }
    return order[(int) (position % count)];
  }

  private void shuffle(RandomStream stream) {
    for (int i = 0; i < count; i++) {
      int j = stream.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }
}
