package tsbn.evaluate;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataKind;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.text.Years;
import tsbn.math.RandomStream;
import tsbn.model.Predictor;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * Words over time of which some are held out (section 9 of the model): T training years with the
 * tokens to learn from, and what is to be foretold, the other tokens of these years and the future
 * years as a whole.
 */
public final class HeldOutWords {
  /** Samples of the hidden states drawn in one pass. */
  private static final int SAMPLES_AT_ONCE = 5;

  private final Sequence train;
  private final Years trainYears;
  private final Sequence test;
  private final Years testYears;

  private HeldOutWords(Sequence train, Years trainYears, Sequence test, Years testYears) {
    this.train = train;
    this.trainYears = trainYears;
    this.test = test;
    this.testYears = testYears;
  }

  /** The words of a set; nothing if it has no training and test sequence of years. */
  public static Optional<HeldOutWords> of(SequenceSet set) {
    Years trainYears = set.label(Split.TRAIN, 0).years();
    Years testYears = set.label(Split.TEST, 0).years();
    boolean held =
        set.kind() == DataKind.COUNTS
            && set.get(Split.TRAIN).size() == 1
            && set.get(Split.TEST).size() == 1
            && !trainYears.isEmpty()
            && !testYears.isEmpty();
    return held
        ? Optional.of(
            new HeldOutWords(
                set.get(Split.TRAIN).get(0), trainYears, set.get(Split.TEST).get(0), testYears))
        : Optional.empty();
  }

  /** The counts to learn from, T x M. */
  public Sequence train() {
    return train;
  }

  /** The years of {@link #train}. */
  public Years trainYears() {
    return trainYears;
  }

  /** The counts to foretell: held-out tokens of training years, and whole years after them. */
  public Sequence test() {
    return test;
  }

  /** The years of {@link #test}. */
  public Years testYears() {
    return testYears;
  }

  /** Whether a test frame lies behind all training years. */
  public boolean isFuture(int testFrame) {
    return testYears.at(testFrame) > trainYears.last();
  }

  /**
   * Compares predicted shares with what was held out. Frames without any word do not count.
   *
   * @param shares a row for each test frame that adds up to 1, each value above 0. Not modified.
   */
  public WordScores score(FMatrixRMaj shares) {
    double[] precision = new double[2];
    double[] logs = new double[2];
    double[] tokens = new double[2];
    int[] years = new int[2];
    int units = test.units();
    FMatrixRMaj truth = test.toMatrix();
    double[] found = new double[units];
    double[] predicted = new double[units];
    for (int t = 0; t < test.frames(); t++) {
      int which = isFuture(t) ? 1 : 0;
      double total = 0;
      for (int i = 0; i < units; i++) {
        found[i] = truth.data[t * units + i];
        predicted[i] = shares.data[t * units + i];
        total += found[i];
        logs[which] += found[i] == 0 ? 0 : found[i] * Math.log(Math.max(1e-30, predicted[i]));
      }
      if (total > 0) {
        precision[which] += TopWords.overlap(predicted, found, TopWords.MOST);
        tokens[which] += total;
        years[which]++;
      }
    }
    return new WordScores(
        precision[0] / years[0],
        Math.exp(-logs[0] / tokens[0]),
        years[0],
        precision[1] / years[1],
        Math.exp(-logs[1] / tokens[1]),
        years[1]);
  }

  /**
   * What a model says of every test frame: of a training year the mean of softmax(eta_t) with the
   * hidden states drawn from q given the training tokens up to that year; of a future year the
   * causal prediction from the years before it.
   *
   * @param samples samples of the hidden states that are averaged, at least 1
   * @return a row for each test frame
   */
  public FMatrixRMaj shares(
      TemporalSbn model, int samples, RandomStream random, Progress progress) {
    if (model.architecture().likelihood() != Likelihood.MULTINOMIAL) {
      throw new IllegalArgumentException("Shares of words need a multinomial model.");
    }
    int units = test.units();
    FMatrixRMaj shares = new FMatrixRMaj(test.frames(), units);
    FMatrixRMaj learned = posteriorShares(model, samples, random.child(0), progress);
    for (int t = 0; t < test.frames() && !isFuture(t); t++) {
      int from = trainYears.frame(testYears.at(t)) * units;
      System.arraycopy(learned.data, from, shares.data, t * units, units);
    }
    foretell(model.predictor(samples, random.child(1)), shares);
    return shares;
  }

  private FMatrixRMaj posteriorShares(
      TemporalSbn model, int samples, RandomStream random, Progress progress) {
    FMatrixRMaj sum = new FMatrixRMaj(train.frames(), train.units());
    FMatrixRMaj mean = new FMatrixRMaj(0, 0);
    Trace trace = model.newTrace();
    int together = 0;
    for (int done = 0; done < samples; done += together) {
      progress.check((double) done / samples);
      together = Math.min(SAMPLES_AT_ONCE, samples - done);
      trace.observe(List.of(train), together);
      model.recognition().sample(trace, random);
      model.generative().reconstruct(trace, mean);
      for (int i = 0; i < mean.getNumElements(); i++) {
        int row = i / sum.numCols / together;
        sum.data[row * sum.numCols + i % sum.numCols] += mean.data[i] / samples;
      }
    }
    return sum;
  }

  private void foretell(Predictor predictor, FMatrixRMaj shares) {
    int units = test.units();
    FMatrixRMaj before = train.toMatrix();
    float[] frame = new float[units];
    for (int t = 0; t < before.numRows; t++) {
      System.arraycopy(before.data, t * units, frame, 0, units);
      predictor.observe(frame);
    }
    FMatrixRMaj after = test.toMatrix();
    for (int t = 0; t < test.frames(); t++) {
      if (isFuture(t)) {
        predictor.mean(frame);
        System.arraycopy(frame, 0, shares.data, t * units, units);
        System.arraycopy(after.data, t * units, frame, 0, units);
        predictor.observe(frame);
      }
    }
  }
}
