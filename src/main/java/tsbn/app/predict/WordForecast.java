package tsbn.app.predict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.evaluate.HeldOutWords;
import tsbn.evaluate.TopWords;
import tsbn.evaluate.WordCounting;
import tsbn.evaluate.WordScores;
import tsbn.math.RandomStream;
import tsbn.model.sbn.TemporalSbn;
import tsbn.picture.Trajectories;

/**
 * What a model and counting alone say of held-out words (section 9 of the model), year by year. Not
 * modified once it is made.
 *
 * @param words what is held out
 * @param meaning names the words
 * @param guesses the model's first, then those of counting
 * @param overlaps for each year and guess the share of the top words that are foretold
 * @param samples of the hidden states that are averaged
 */
record WordForecast(
    HeldOutWords words,
    FrameMeaning meaning,
    List<Guess> guesses,
    Trajectories overlaps,
    int samples) {

  /**
   * Somebody's shares of all words.
   *
   * @param name for people
   * @param shares a row for each year of what is held out
   */
  record Guess(String name, FMatrixRMaj shares, WordScores scores) {}

  /**
   * A word of a list.
   *
   * @param hit whether the other list has it, too
   */
  record Listed(String word, boolean hit) {}

  /** Works everything out; work for a worker, which gets a copy of the model. */
  static WordForecast of(
      HeldOutWords words,
      FrameMeaning meaning,
      TemporalSbn model,
      String modelName,
      int samples,
      Progress progress) {
    List<Guess> guesses = new ArrayList<>();
    FMatrixRMaj shares = words.shares(model, samples, new RandomStream(1), progress);
    guesses.add(new Guess(modelName, shares, words.score(shares)));
    for (WordCounting counting : WordCounting.values()) {
      FMatrixRMaj counted = counting.shares(words);
      guesses.add(new Guess(counting.title(), counted, words.score(counted)));
    }
    int years = words.testYears().count();
    FMatrixRMaj overlaps = new FMatrixRMaj(years, guesses.size());
    FMatrixRMaj truth = words.test().toMatrix();
    for (int t = 0; t < years; t++) {
      for (int k = 0; k < guesses.size(); k++) {
        double[] foretold = row(guesses.get(k).shares(), t);
        overlaps.set(t, k, (float) TopWords.overlap(foretold, row(truth, t), TopWords.MOST));
      }
    }
    Trajectories byYear = new Trajectories(words.testYears().of(), overlaps);
    return new WordForecast(words, meaning, List.copyOf(guesses), byYear, samples);
  }

  private static double[] row(FMatrixRMaj values, int row) {
    return IntStream.range(0, values.numCols).mapToDouble(i -> values.get(row, i)).toArray();
  }

  /** The words that a guess puts on top in a year, the likeliest first. */
  List<Listed> foretold(int guess, int row) {
    double[] shares = row(guesses.get(guess).shares(), row);
    return listed(shares, row(words.test().toMatrix(), row));
  }

  /** The words that were on top in a year, the most frequent first. */
  List<Listed> truth(int guess, int row) {
    double[] shares = row(guesses.get(guess).shares(), row);
    return listed(row(words.test().toMatrix(), row), shares);
  }

  private List<Listed> listed(double[] values, double[] others) {
    Set<Integer> hits = new HashSet<>(top(others));
    return top(values).stream()
        .map(unit -> new Listed(meaning.unitName(unit), hits.contains(unit)))
        .toList();
  }

  private static List<Integer> top(double[] values) {
    return IntStream.range(0, values.length)
        .filter(i -> values[i] > 0)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> -values[i]))
        .limit(TopWords.MOST)
        .toList();
  }
}
