package tsbn.app.predict;

import java.util.ArrayList;
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
import tsbn.math.Largest;
import tsbn.math.RandomStream;
import tsbn.model.sbn.TemporalSbn;
import tsbn.picture.Trajectories;

/**
 * What a model and counting alone say of held-out words (section 9 of the model), year by year. Not
 * modified once it is made.
 *
 * @param words what is held out
 * @param truth its counts: a row for each year
 * @param meaning names the words
 * @param guesses the model's first, then those of counting
 * @param overlaps for each year and guess the share of the top words that are foretold
 * @param samples of the hidden states that are averaged
 */
record WordForecast(
    HeldOutWords words,
    FMatrixRMaj truth,
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
    return new WordForecast(words, truth, meaning, List.copyOf(guesses), byYear, samples);
  }

  private static double[] row(FMatrixRMaj values, int row) {
    return IntStream.range(0, values.numCols).mapToDouble(i -> values.get(row, i)).toArray();
  }

  /** The words that a guess puts on top in a year, the likeliest first. */
  List<ListedWord> foretold(int guess, int row) {
    return listed(guesses.get(guess).shares(), truth, row);
  }

  /** The words that were on top in a year, the most frequent first. */
  List<ListedWord> truth(int guess, int row) {
    return listed(truth, guesses.get(guess).shares(), row);
  }

  private List<ListedWord> listed(FMatrixRMaj values, FMatrixRMaj others, int row) {
    Set<Integer> hits = new HashSet<>(top(others, row));
    return top(values, row).stream()
        .map(unit -> new ListedWord(meaning.unitName(unit), hits.contains(unit)))
        .toList();
  }

  private static List<Integer> top(FMatrixRMaj values, int row) {
    return Largest.of(values.numCols, TopWords.MOST, i -> values.get(row, i)).stream()
        .filter(unit -> values.get(row, unit) > 0)
        .toList();
  }
}
