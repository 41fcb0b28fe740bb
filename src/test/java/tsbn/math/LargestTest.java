package tsbn.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargestTest {
  private static List<Integer> of(int most, double... values) {
    return Largest.of(values.length, most, i -> values[i]);
  }

  @Test
  void theLargestComesFirstAndOfEqualOnesTheEarlier() {
    assertEquals(List.of(3, 0, 2), of(3, 5, 1, 5, 7, -2));
    assertEquals(List.of(0, 1), of(2, 4, 4, 4));
    assertEquals(List.of(1, 0), of(9, -3, -1));
    assertEquals(List.of(), of(0, 1, 2));
    assertEquals(List.of(), of(3));
    assertEquals(List.of(2), of(3, Double.NaN, Double.NaN, 0));
  }

  @Test
  void itIsTheBeginningOfAllInOrder() {
    RandomStream random = new RandomStream(1);
    double[] values = IntStream.range(0, 500).mapToDouble(i -> random.nextInt(60)).toArray();
    List<Integer> sorted =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
            .toList();
    for (int most : new int[] {1, 7, 499, 500, 900}) {
      assertEquals(sorted.subList(0, Math.min(most, 500)), of(most, values));
    }
  }
}
