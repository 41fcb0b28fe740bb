package tsbn.data.text;

import java.util.Arrays;

/** Counts by number, in a table of open addresses: eight bytes for each place. */
final class Tally {
  private static final int FREE = -1;

  private int[] keys = new int[16];
  private int[] counts = new int[16];
  private int size;

  Tally() {
    Arrays.fill(keys, FREE);
  }

  /** How many numbers were counted. */
  int size() {
    return size;
  }

  /**
   * Adds to a count.
   *
   * @param key at least 0
   * @param count above 0
   * @return what it is now; it stays at the largest whole number
   */
  long add(int key, int count) {
    if (2 * size >= keys.length) {
      grow();
    }
    int place = place(key);
    if (keys[place] == FREE) {
      keys[place] = key;
      size++;
    }
    long sum = (long) counts[place] + count;
    counts[place] = (int) Math.min(Integer.MAX_VALUE, sum);
    return sum;
  }

  private int place(int key) {
    int place = key * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(keys.length) + 1;
    while (keys[place] != FREE && keys[place] != key) {
      place = place + 1 & keys.length - 1;
    }
    return place;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new int[2 * oldKeys.length];
    counts = new int[keys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        counts[place] = oldCounts[i];
      }
    }
  }

  Corpus.Document document() {
    int[] words = new int[size];
    int[] found = new int[size];
    int next = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE) {
        words[next] = keys[i];
        found[next++] = counts[i];
      }
    }
    return new Corpus.Document(words, found);
  }
}
