package tsbn.data.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The words and years that settings leave of a corpus, and how many words each setting took away.
 * Years in which none of these words stands are left out.
 */
public final class WordSelection {

  /** What takes words away, in this order. */
  public enum Cause {
    /** Nothing: the words of the years that are read, as they are written. */
    READ,
    /** Capitals made small. */
    LOWER_CASE,
    /** Too short. */
    SHORT,
    /** Numbers. */
    NUMBER,
    /** In the list of stop words. */
    STOP_WORD,
    /** Too rare in all, or in every year. */
    RARE
  }

  /**
   * What is left after a setting.
   *
   * @param words different words
   * @param tokens occurrences of them
   */
  public record Step(Cause cause, int words, long tokens) {}

  private final Corpus corpus;
  private final List<Integer> frames;
  private final Years years;
  private final List<String> words;
  private final int[] unitOf;
  private final List<Step> steps;

  private WordSelection(
      Corpus corpus, List<Integer> frames, List<String> words, int[] unitOf, List<Step> steps) {
    this.corpus = corpus;
    this.words = words;
    this.unitOf = unitOf;
    this.steps = List.copyOf(steps);
    this.frames = frames.stream().filter(frame -> total(corpus, frame, unitOf) > 0).toList();
    this.years = new Years(this.frames.stream().map(corpus.years()::at).toList());
  }

  /** The years with one of the words at least. */
  public Years years() {
    return years;
  }

  /** The words in the order of their letters: unit m of a frame counts word m. */
  public List<String> words() {
    return words;
  }

  /** What was left after each setting; the last one is what is left. */
  public List<Step> steps() {
    return steps;
  }

  /** How often the words stand in a year: a new array of M counts. */
  public int[] counts(int frame) {
    int[] counts = new int[words.size()];
    Corpus.Document document = corpus.document(frames.get(frame));
    for (int i = 0; i < document.words().length; i++) {
      int unit = unitOf[document.words()[i]];
      if (unit >= 0) {
        counts[unit] += document.counts()[i];
      }
    }
    return counts;
  }

  private static long total(Corpus corpus, int frame, int[] unitOf) {
    long total = 0;
    Corpus.Document document = corpus.document(frame);
    for (int i = 0; i < document.words().length; i++) {
      total += unitOf[document.words()[i]] >= 0 ? document.counts()[i] : 0;
    }
    return total;
  }

  static WordSelection of(Corpus corpus, WordSettings settings) {
    List<Integer> frames =
        IntStream.range(0, corpus.years().count())
            .filter(frame -> settings.includes(corpus.years().at(frame)))
            .boxed()
            .toList();
    return new Sieve(corpus, settings, frames).selection();
  }

  /** Words that are one, with their counts, while some of them are taken away. */
  private static final class Sieve {
    private final Corpus corpus;
    private final WordSettings settings;
    private final List<Integer> frames;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> forms = new ArrayList<>();
    private final int[] formOf;
    private final long[] totals;
    private final long[] largest;
    private final boolean[] out;
    private final List<Step> steps = new ArrayList<>();

    Sieve(Corpus corpus, WordSettings settings, List<Integer> frames) {
      this.corpus = corpus;
      this.settings = settings;
      this.frames = frames;
      int count = corpus.words().size();
      formOf = new int[count];
      for (int i = 0; i < count; i++) {
        String word = corpus.words().get(i);
        String form = settings.lowerCase() ? word.toLowerCase(Locale.ROOT) : word;
        formOf[i] = numbers.computeIfAbsent(form, one -> forms.size());
        if (formOf[i] == forms.size()) {
          forms.add(form);
        }
      }
      totals = new long[forms.size()];
      largest = new long[forms.size()];
      out = new boolean[forms.size()];
      steps.add(count());
    }

    /** Counts every form in all years and in its best; says what was read. */
    private Step count() {
      boolean[] read = new boolean[formOf.length];
      long[] year = new long[forms.size()];
      for (int frame : frames) {
        Corpus.Document document = corpus.document(frame);
        for (int i = 0; i < document.words().length; i++) {
          read[document.words()[i]] = true;
          year[formOf[document.words()[i]]] += document.counts()[i];
        }
        for (int word : document.words()) {
          int form = formOf[word];
          totals[form] += year[form];
          largest[form] = Math.max(largest[form], year[form]);
          year[form] = 0;
        }
      }
      long tokens = 0;
      for (int form = 0; form < out.length; form++) {
        out[form] = totals[form] == 0;
        tokens += totals[form];
      }
      int words = (int) IntStream.range(0, read.length).filter(i -> read[i]).count();
      return new Step(Cause.READ, words, tokens);
    }

    WordSelection selection() {
      remove(Cause.LOWER_CASE, form -> false);
      remove(
          Cause.SHORT,
          form ->
              forms.get(form).codePointCount(0, forms.get(form).length()) < settings.minLength());
      remove(Cause.NUMBER, form -> !settings.numbers() && Tokeniser.isNumber(forms.get(form)));
      remove(
          Cause.STOP_WORD,
          form -> settings.stopWords().contains(forms.get(form).toLowerCase(Locale.ROOT)));
      remove(
          Cause.RARE,
          form -> totals[form] < settings.minTotal() || largest[form] < settings.minYear());
      List<String> words =
          IntStream.range(0, out.length)
              .filter(form -> !out[form])
              .mapToObj(forms::get)
              .sorted()
              .toList();
      int[] unitOfForm = new int[forms.size()];
      Arrays.fill(unitOfForm, -1);
      for (int unit = 0; unit < words.size(); unit++) {
        unitOfForm[numbers.get(words.get(unit))] = unit;
      }
      int[] unitOf = IntStream.of(formOf).map(form -> unitOfForm[form]).toArray();
      return new WordSelection(corpus, frames, words, unitOf, steps);
    }

    private void remove(Cause cause, Predicate<Integer> goes) {
      int words = 0;
      long tokens = 0;
      for (int form = 0; form < out.length; form++) {
        out[form] |= goes.test(form);
        words += out[form] ? 0 : 1;
        tokens += out[form] ? 0 : totals[form];
      }
      steps.add(new Step(cause, words, tokens));
    }
  }
}
