package tsbn.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsbn.data.DataKind;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.evaluate.Column;
import tsbn.evaluate.Evaluation;
import tsbn.evaluate.Forecast;
import tsbn.evaluate.HeldOutWords;
import tsbn.evaluate.Measured;
import tsbn.evaluate.Metric;
import tsbn.evaluate.UnitScores;
import tsbn.evaluate.WordCounting;
import tsbn.model.baseline.Rival;

/** What needs no training, as rows of a comparison. */
public final class BaselineRows {
  private BaselineRows() {}

  /**
   * Measures every baseline that such data have: counting for words over time of which some are
   * held out, none for other counts, and otherwise predictions from the last frames.
   *
   * @param set as the runs see it
   */
  public static List<ComparisonRow> of(SequenceSet set, Split split, Progress progress) {
    Optional<HeldOutWords> words = HeldOutWords.of(set);
    if (words.isPresent()) {
      return counting(words.get(), progress);
    }
    List<ComparisonRow> rows = new ArrayList<>();
    for (Rival rival : set.kind() == DataKind.COUNTS ? new Rival[0] : Rival.values()) {
      progress.check((double) rows.size() / Rival.values().length);
      Map<Column, Double> figures = figures(rival, set, split);
      if (!figures.isEmpty()) {
        rows.add(row(rival.label(), rival.description(), figures));
      }
    }
    progress.done(1);
    return rows;
  }

  private static List<ComparisonRow> counting(HeldOutWords words, Progress progress) {
    List<ComparisonRow> rows = new ArrayList<>();
    for (WordCounting counting : WordCounting.values()) {
      progress.check((double) rows.size() / WordCounting.values().length);
      Map<Column, Double> figures = Measured.figures(words.score(counting.shares(words)));
      rows.add(row("counting", counting.title(), figures));
    }
    progress.done(1);
    return rows;
  }

  private static Map<Column, Double> figures(Rival rival, SequenceSet set, Split split) {
    List<Sequence> sequences = set.get(split);
    double error =
        Evaluation.predictionError(() -> rival.predictor(set.units()), sequences, Progress.NONE);
    if (!Double.isFinite(error)) {
      return Map.of();
    }
    Map<Column, Double> figures = new TreeMap<>();
    figures.put(Column.of(Metric.PREDICTION_ERROR), error);
    if (set.kind() == DataKind.BINARY) {
      UnitScores scores = UnitScores.NONE;
      for (Sequence sequence : sequences) {
        Forecast forecast = Forecast.of(rival.predictor(set.units()), sequence.toMatrix(), false);
        scores = scores.plus(UnitScores.of(forecast.frames(), forecast.means()));
      }
      figures.put(Column.of(Metric.ACCURACY), scores.accuracy());
    }
    return figures;
  }

  private static ComparisonRow row(String name, String what, Map<Column, Double> figures) {
    return new ComparisonRow(ComparisonRow.Kind.BASELINE, name, what, Map.of(), 0, 0, figures, "");
  }
}
