package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.evaluate.Column;
import tsbn.evaluate.Evaluation;
import tsbn.evaluate.HeldOutWords;
import tsbn.evaluate.LogLikelihood;
import tsbn.evaluate.LogLikelihood.Kind;
import tsbn.evaluate.Metric;
import tsbn.evaluate.ParticleFilter;
import tsbn.evaluate.Protocol;
import tsbn.evaluate.WordCounting;
import tsbn.evaluate.WordScores;
import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.baseline.Rival;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.support.Models;

class ComparisonTest {
  private static final String BALLS = "builtin:balls?train=4&valid=2&test=3&frames=12&size=8";
  private static final String CHORALES = "builtin:chorales?train=4&valid=2&test=2";
  private static final String SPEECHES =
      "builtin:speeches?years=30&words=400&min-total=5&min-year=2";
  private static final int SAMPLES = 3;
  private static final Column BOUND = bound(Likelihood.BERNOULLI);
  private static final Column ERROR = Column.of(Metric.PREDICTION_ERROR);

  private static Column bound(Likelihood frames) {
    return new Column(Metric.LOG_LIKELIHOOD, Kind.LOWER_BOUND, frames);
  }

  private static SequenceSet open(String source) throws DataFormatException {
    return DataSources.open(source, Progress.NONE);
  }

  private static SavedRun run(
      SequenceSet set, Architecture architecture, TrainingSettings settings) {
    return new SavedRun(
        new Experiment(set.source(), architecture, settings),
        DataSummary.of(set),
        List.of(),
        Models.model(architecture, 1));
  }

  private static SavedRun run(SequenceSet set, int units) {
    return run(set, Architecture.tsbn(set.units(), units, 1), TrainingSettings.paper());
  }

  private static ComparisonRow row(ComparisonRow.Kind kind, String name, Map<Column, Double> all) {
    return new ComparisonRow(kind, name, "a model", Map.of(), 0, 0, all, "");
  }

  private static ComparisonRow row(String name, double bound, double error) {
    return row(ComparisonRow.Kind.RUN, name, Map.of(BOUND, bound, ERROR, error));
  }

  private static Comparison of(ComparisonRow... rows) {
    TreeSet<Column> columns = new TreeSet<>();
    for (ComparisonRow row : rows) {
      columns.addAll(row.figures().keySet());
    }
    return new Comparison("Data", "3 sequences", List.copyOf(columns), List.of(rows), List.of());
  }

  @Test
  void theNumbersAreThoseOfTheEvaluators() throws DataFormatException {
    SequenceSet set = open(CHORALES);
    SavedRun run = run(set, 3);
    Protocol protocol = new Protocol(Split.TEST, SAMPLES, 4, 0, true, 7);
    Map<Column, Double> found =
        ComparisonRow.measured("a", run, set, protocol, Progress.NONE).figures();

    List<Sequence> test = set.get(Split.TEST);
    RandomStream random = new RandomStream(7);
    LogLikelihood bound =
        Evaluation.bound(run.model(), test, SAMPLES, random.child(0), Progress.NONE);
    Evaluation.Predictions predicted =
        Evaluation.predictions(run.model(), test, SAMPLES, random.child(1), Progress.NONE);
    LogLikelihood estimate =
        new ParticleFilter(run.model(), 4, true).estimate(test, random.child(2), Progress.NONE);
    LogLikelihood exact = Evaluation.exact(run.model(), test, Progress.NONE);
    assertEquals(bound.perSequence(), found.get(BOUND));
    assertEquals(predicted.error(), found.get(ERROR));
    assertEquals(predicted.scores().accuracy(), found.get(Column.of(Metric.ACCURACY)));
    assertEquals(
        estimate.perSequence(),
        found.get(new Column(Metric.LOG_LIKELIHOOD, Kind.PARTICLE_FILTER, Likelihood.BERNOULLI)));
    assertEquals(
        exact.perSequence(),
        found.get(new Column(Metric.LOG_LIKELIHOOD, Kind.EXACT, Likelihood.BERNOULLI)));
    Column perFrame =
        new Column(Metric.LOG_LIKELIHOOD_PER_FRAME, Kind.LOWER_BOUND, Likelihood.BERNOULLI);
    boolean alike = test.stream().mapToInt(Sequence::frames).distinct().count() == 1;
    assertEquals(alike ? null : (Double) bound.perFrame(), found.get(perFrame));
  }

  @Test
  void theLikelihoodOfALargeModelIsLeftOut() throws DataFormatException {
    SequenceSet set = open(BALLS);
    Protocol protocol = new Protocol(Split.TEST, 1, 0, 0, true, 1);
    Map<Column, Double> found =
        ComparisonRow.measured("a", run(set, 20), set, protocol, Progress.NONE).figures();
    assertTrue(found.keySet().stream().noneMatch(column -> column.kind() == Kind.EXACT));
    assertTrue(found.containsKey(BOUND));
  }

  @Test
  void baselinesAreMeasuredOnTheSameSequences() throws DataFormatException {
    SequenceSet set = open(BALLS);
    List<ComparisonRow> rows = BaselineRows.of(set, Split.TEST, Progress.NONE);
    assertEquals(List.of("repeat", "linear"), rows.stream().map(ComparisonRow::name).toList());
    assertEquals(
        Evaluation.predictionError(
            () -> Rival.LINEAR.predictor(64), set.get(Split.TEST), Progress.NONE),
        rows.get(1).figures().get(ERROR));
    HeldOutWords words = HeldOutWords.of(open(SPEECHES)).orElseThrow();
    WordScores scores = words.score(WordCounting.FOUR_YEARS.shares(words));
    ComparisonRow counting = BaselineRows.of(open(SPEECHES), Split.TEST, Progress.NONE).get(2);
    assertEquals(scores.meanPrecision(), counting.figures().get(Column.of(Metric.MEAN_PRECISION)));
    assertEquals(
        scores.futurePerplexity(), counting.figures().get(Column.of(Metric.FUTURE_PERPLEXITY)));
  }

  @Test
  void aRunOfOtherFramesIsRefused() throws DataFormatException {
    SavedRun run = run(open(BALLS), 3);
    SequenceSet other = open(CHORALES);
    DataFormatException refusal =
        assertThrows(
            DataFormatException.class,
            () ->
                ComparisonRow.measured("a", run, other, Protocol.of(Split.TEST, 1), Progress.NONE));
    assertTrue(refusal.getMessage().contains("88 values a frame"), refusal.getMessage());
  }

  @Test
  void theBestIsTheHighestBoundAndTheLowestError() {
    ComparisonRow one = row("one", -5, 2);
    ComparisonRow two = row("two", -4, 3);
    Comparison table = of(one, two);
    assertFalse(table.best(one, BOUND));
    assertTrue(table.best(two, BOUND));
    assertTrue(table.best(one, ERROR));
    assertFalse(table.best(two, ERROR));
  }

  @Test
  void whatATableShowsAlikeIsEquallyGood() {
    ComparisonRow one = row("one", -4.001, 2);
    ComparisonRow two = row("two", -4.004, 3);
    assertTrue(of(one, two).best(one, BOUND) && of(one, two).best(two, BOUND));
  }

  @Test
  void aPrintedFigureIsNeverTheBest() {
    ComparisonRow one = row("one", -5, 2);
    ComparisonRow two = row("two", -6, 3);
    ComparisonRow paper =
        row(ComparisonRow.Kind.REFERENCE, "paper", Map.of(BOUND, -1.0, ERROR, 0.1));
    Comparison table = of(one, two, paper);
    assertFalse(table.best(paper, BOUND) || table.best(paper, ERROR));
    assertTrue(table.best(one, BOUND) && table.best(one, ERROR));
    assertTrue(table.notes().get(1).contains("never the best"));
    assertFalse(of(one, paper).best(one, BOUND), "there is nothing to be better than");
  }

  @Test
  void densitiesAndProbabilitiesStandInColumnsOfTheirOwn() {
    ComparisonRow binary = row("one", -5, 2);
    ComparisonRow normal =
        row(ComparisonRow.Kind.RUN, "two", Map.of(bound(Likelihood.NORMAL), 80.0, ERROR, 3.0));
    Comparison table = of(binary, normal);
    assertEquals(3, table.columns().size());
    assertFalse(table.best(normal, bound(Likelihood.NORMAL)));
    assertEquals("lower bound, normal frames", table.title(bound(Likelihood.NORMAL)));
    assertEquals("lower bound", of(binary).title(BOUND));
  }

  @Test
  void settingsThatDifferAreNamed() throws DataFormatException {
    SequenceSet set = open(BALLS);
    Architecture architecture = Architecture.tsbn(64, 5, 1);
    TrainingSettings paper = TrainingSettings.paper();
    SavedRun one = run(set, architecture, paper);
    SavedRun two = run(set, architecture, paper.change().stepSize(2e-5).threads(7).seed(4).build());
    Comparison table =
        Comparison.of(
            set,
            Protocol.of(Split.TEST, 1),
            List.of(ComparisonRow.of("one", one), ComparisonRow.of("two", two)));
    assertEquals(List.of("step size", "seed"), table.settings());
    assertEquals("step size 0.0001, seed 1", table.differences(table.rows().get(0)));
    assertEquals("step size 2e-5, seed 4", table.differences(table.rows().get(1)));
    assertEquals("TSBN 5, order 1", table.rows().get(0).model());
    assertEquals(
        "3 test sequences (36 frames), one sample of the hidden states, seed 1", table.measured());
  }

  @Test
  void tablesSayWhatTheyHoldAndEscapeWhatTheyMust() {
    ComparisonRow one = row("a|b_c & 50%", -5.0049, 2.5);
    ComparisonRow two = row("x, \"y\"", -6, 0.25);
    ComparisonText text = new ComparisonText(of(one, two));
    List<String> markdown = text.markdown().lines().toList();
    assertTrue(
        markdown.get(0).contains("lower bound, nats per time step, mean over sequences \u2191"));
    assertTrue(
        markdown.get(2).startsWith("| a\\|b\\_c & 50% | a model | **-5.00** | 2.50 |"),
        markdown.get(2));
    assertTrue(markdown.get(3).endsWith("| -6.00 | **0.25** |"));
    assertEquals("Data: 3 sequences.", markdown.get(5));

    String latex = text.latex();
    assertTrue(latex.contains("a|b\\_c \\& 50\\% & a model & $\\mathbf{-5.00}$ & $2.50$ \\\\\n"));
    assertTrue(latex.startsWith("\\begin{tabular}{llrr}\n\\toprule\n"));

    List<String> csv = text.csv().lines().toList();
    assertTrue(csv.get(0).contains("\"lower bound (nats per time step, mean over sequences)\""));
    assertEquals("run,a|b_c & 50%,a model,,,-5.0049,2.5,3 sequences", csv.get(1));
    assertEquals("run,\"x, \"\"y\"\"\",a model,,,-6.0,0.25,3 sequences", csv.get(2));
  }

  @Test
  void aLikelihoodAlwaysHasAKind() {
    assertThrows(IllegalArgumentException.class, () -> Column.of(Metric.LOG_LIKELIHOOD));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Column(Metric.ACCURACY, Kind.EXACT, Likelihood.BERNOULLI));
  }

  @Test
  void theProgressOfPartsIsThatOfTheWhole() throws DataFormatException {
    SequenceSet set = open(BALLS);
    List<Double> told = new ArrayList<>();
    ComparisonRow.measured("a", run(set, 3), set, Protocol.of(Split.TEST, 2), told::add);
    assertEquals(told.stream().sorted().toList(), told);
    assertEquals(1, told.get(told.size() - 1));
  }
}
