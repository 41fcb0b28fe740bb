package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.evaluate.Column;
import tsbn.evaluate.LogLikelihood.Kind;
import tsbn.evaluate.Metric;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.support.RealData;

class PaperFiguresTest {
  private static SequenceSet open(String source) throws DataFormatException {
    return DataSources.open(source, Progress.NONE);
  }

  @Test
  void ballsLikeThePapersHaveItsFigures() throws DataFormatException {
    SequenceSet balls = open("builtin:balls?train=2&test=1&frames=4");
    List<ComparisonRow> rows = PaperFigures.of(balls, Split.TEST);
    assertEquals(4, rows.size());
    ComparisonRow last = rows.get(3);
    assertEquals("DTSBN-S 100-100, order 2", last.model());
    assertEquals(2.79, last.figures().get(Column.of(Metric.PREDICTION_ERROR)));
    assertEquals(
        -69.29,
        last.figures()
            .get(new Column(Metric.LOG_LIKELIHOOD, Kind.LOWER_BOUND, Likelihood.BERNOULLI)));
    for (ComparisonRow row : rows) {
      assertFalse(row.competes());
      assertTrue(row.note().contains("one sample"), row.note());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "builtin:balls?train=2&test=1&frames=4&size=8, TEST",
    "builtin:balls?train=2&test=1&frames=4&balls=2, TEST",
    "builtin:balls?train=2&test=1&frames=4, TRAIN",
    "builtin:chorales?train=4&valid=2&test=2, TEST"
  })
  void otherDataHaveNone(String source, Split split) throws DataFormatException {
    assertTrue(PaperFigures.of(open(source), split).isEmpty());
  }

  @Test
  void filesAreKnownByTheirNames() throws DataFormatException {
    SequenceSet songs = open(RealData.music("JSB_Chorales.mat").toString());
    assertEquals(
        -7.48, PaperFigures.of(songs, Split.TEST).get(0).figures().values().iterator().next());
    SequenceSet tunes = open(RealData.music("Nottingham.mat").toString());
    assertEquals(
        -3.67, PaperFigures.of(tunes, Split.TEST).get(0).figures().values().iterator().next());
    SequenceSet mocap = open(RealData.mocap("mit_mocap.mat") + "?var=test_data");
    ComparisonRow authors = PaperFigures.of(mocap, Split.TRAIN).get(0);
    assertEquals(2, authors.figures().size());
    Architecture theirs =
        AuthorsModel.read(RealData.authors("mocap_1.mat")).experiment().architecture();
    assertEquals(RunSettings.model(theirs), authors.model());
  }
}
