package tsbn.data.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tsbn.data.text.WordSelection.Cause;
import tsbn.math.RandomStream;

class WordSelectionTest {

  private static List<String> words(String text) {
    List<String> found = new ArrayList<>();
    Tokeniser.words(text, found::add);
    return found;
  }

  private static Corpus corpus(Object... yearsAndTexts) {
    Corpus.Builder builder = new Corpus.Builder();
    for (int i = 0; i < yearsAndTexts.length; i += 2) {
      int year = (int) yearsAndTexts[i];
      builder.addYear(year);
      Tokeniser.words((String) yearsAndTexts[i + 1], word -> builder.add(year, word));
    }
    return builder.build();
  }

  private static WordSettings all() {
    return new WordSettings(false, 1, true, Set.of(), 0, 0, 0, 9999);
  }

  @Test
  void textIsDividedIntoWords() {
    assertEquals(
        List.of("We", "the", "people", "1,000", "3.5"), words("We, the people: 1,000; 3.5."));
    assertEquals(List.of("nation", "don't", "wives"), words("nation's don\u2019t wives'"));
    assertEquals(
        List.of("Stra\u00dfe", "e\u0301tat", "well", "known"),
        words("Stra\u00dfe e\u0301tat well-known"));
    assertEquals(List.of("1st", "B2").size(), 2);
    assertEquals(List.of("1", "st", "B", "2"), words("1st B2"));
    assertEquals(List.of(), words("-- '' ... \u2014"));
    assertEquals(List.of("end"), words("a".repeat(65) + " end"));
    assertTrue(Tokeniser.isNumber("1,000"));
    assertFalse(Tokeniser.isNumber("one"));
  }

  @Test
  void everySettingTakesWordsAway() {
    Corpus corpus =
        corpus(1900, "War war is the war 1900 ox", 1903, "the war peace Peace peace", 1910, "ox");
    assertEquals(List.of(1900, 1903, 1910), corpus.years().of());
    WordSelection everything = corpus.select(all());
    assertEquals(
        List.of("1900", "Peace", "War", "is", "ox", "peace", "the", "war"), everything.words());
    assertArrayEquals(new int[] {1, 0, 1, 1, 1, 0, 1, 2}, everything.counts(0));
    assertArrayEquals(new int[] {0, 1, 0, 0, 0, 2, 1, 1}, everything.counts(1));

    WordSelection chosen =
        corpus.select(new WordSettings(true, 3, false, Set.of("the"), 3, 2, 0, 9999));
    assertEquals(List.of("peace", "war"), chosen.words());
    assertEquals(List.of(1900, 1903), chosen.years().of(), "1910 has none of these words");
    assertArrayEquals(new int[] {0, 3}, chosen.counts(0));
    assertArrayEquals(new int[] {3, 1}, chosen.counts(1));
    assertEquals(
        List.of(
            new WordSelection.Step(Cause.READ, 8, 13),
            new WordSelection.Step(Cause.LOWER_CASE, 6, 13),
            new WordSelection.Step(Cause.SHORT, 4, 10),
            new WordSelection.Step(Cause.NUMBER, 3, 9),
            new WordSelection.Step(Cause.STOP_WORD, 2, 7),
            new WordSelection.Step(Cause.RARE, 2, 7)),
        chosen.steps());
    assertEquals(
        List.of("war"),
        corpus.select(new WordSettings(true, 3, false, Set.of("the"), 4, 3, 0, 9999)).words());
    assertEquals(
        List.of("Peace", "peace"),
        corpus
            .select(new WordSettings(false, 3, false, Set.of("the", "war"), 0, 0, 1901, 1905))
            .words());
  }

  @Test
  void countsAreThoseOfAPlainMap() {
    RandomStream random = new RandomStream(5);
    Corpus.Builder builder = new Corpus.Builder();
    TreeMap<String, int[]> expected = new TreeMap<>();
    for (int i = 0; i < 5000; i++) {
      int year = random.nextInt(7);
      String word = "w" + (char) ('a' + random.nextInt(3)) + random.nextInt(300);
      int count = random.nextInt(3);
      assertTrue(builder.add(year, word, count));
      expected.computeIfAbsent(word, one -> new int[7])[year] += count;
    }
    expected.values().removeIf(counts -> java.util.Arrays.stream(counts).sum() == 0);
    WordSelection selection = builder.build().select(all());
    assertEquals(new ArrayList<>(expected.keySet()), selection.words());
    for (int t = 0; t < 7; t++) {
      int[] counts = selection.counts(t);
      for (int m = 0; m < counts.length; m++) {
        assertEquals(expected.get(selection.words().get(m))[t], counts[m]);
      }
    }
  }

  @Test
  void aBuilderKnowsItsLimits() {
    Corpus.Builder builder = new Corpus.Builder(10);
    assertTrue(builder.add(1900, "war", Corpus.Builder.MOST));
    assertFalse(builder.add(1900, "war", 1));
    assertFalse(builder.full());
    for (int i = 0; i < 10; i++) {
      builder.add(1900 + i, "word" + i);
    }
    assertTrue(builder.full());
  }

  @Test
  void exactlyTheShareIsHeldOutAndEveryTokenAlike() {
    int[] counts = {0, 1, 10, 100, 389};
    double[] mean = new double[counts.length];
    for (int seed = 0; seed < 4000; seed++) {
      int[] left = counts.clone();
      int[] drawn = HeldOutTokens.draw(left, 0.2, new RandomStream(seed));
      assertEquals(100, java.util.Arrays.stream(drawn).sum());
      for (int i = 0; i < counts.length; i++) {
        assertEquals(counts[i], left[i] + drawn[i]);
        assertTrue(drawn[i] >= 0 && left[i] >= 0);
        mean[i] += drawn[i] / 4000.0;
      }
    }
    assertArrayEquals(new double[] {0, 0.2, 2, 20, 77.8}, mean, 0.25);
    int[] all = {3, 2};
    assertArrayEquals(new int[] {0, 0}, HeldOutTokens.draw(all, 0, new RandomStream(1)));
  }

  @Test
  void yearsKnowTheirGaps() {
    Years years = new Years(List.of(1790, 1791, 1795));
    assertEquals(3, years.missing());
    assertEquals(2, years.frame(1795));
    assertEquals(-1, years.frame(1792));
    assertEquals("1790-1795", years.text());
    assertEquals(new Years(List.of(1791, 1795)), years.between(1, 3));
    assertTrue(Years.NONE.isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new Years(List.of(2, 2)));
  }

  @Test
  void stopWordsAreWordsInLowerCase() {
    assertTrue(StopWords.english().containsAll(Set.of("the", "of", "shall", "upon", "we're")));
    assertFalse(StopWords.english().contains("government"));
    assertEquals(Set.of("war", "peace"), StopWords.parse("War, peace # of the user\n# none\n"));
    for (String word : StopWords.english()) {
      assertEquals(List.of(word), words(word), "a text never has it otherwise");
    }
  }
}
