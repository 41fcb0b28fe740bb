package tsbn.app.predict;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Clip;
import tsbn.app.support.DataText;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Snapshot;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.evaluate.Forecast;
import tsbn.evaluate.UnitScores;
import tsbn.math.RandomStream;
import tsbn.model.Predictor;
import tsbn.model.baseline.Rival;
import tsbn.model.sbn.TemporalSbn;
import tsbn.picture.Figure;
import tsbn.picture.KeyRange;
import tsbn.picture.PianoRollPicture;

/**
 * What to predict: everything a worker needs, so that it reads no property.
 *
 * @param split the part of the data
 * @param samples chains of hidden states that are averaged; 1 is the paper's protocol
 */
record PredictRequest(Snapshot snapshot, Split split, int samples, long seed) {
  private static final Messages MESSAGES = Messages.of(PredictRequest.class);

  /** The rivals that make sense for the data: a straight line only where values are numbers. */
  static List<Rival> rivals(FrameMeaning meaning) {
    return meaning.numbers() ? List.of(Rival.REPEAT, Rival.LINEAR) : List.of(Rival.REPEAT);
  }

  /** Predicts one sequence, on a worker. */
  Prediction one(int index) {
    SequenceSet data = snapshot.data();
    FrameMeaning meaning = data.meaning();
    Sequence sequence = data.get(split).get(index);
    FMatrixRMaj frames = sequence.toMatrix();
    Forecast forecast = forecast(snapshot.model().copy(), frames, index);
    List<Prediction.Guess> guesses = new ArrayList<>();
    guesses.add(guess(MESSAGES.get("model"), forecast));
    for (Rival rival : rivals(meaning)) {
      guesses.add(guess(MESSAGES.get("rival." + rival.label()), forecast(rival, frames)));
    }
    return new Prediction(
        meaning,
        data.framesPerSecond(),
        DataText.sequence(data, split, index),
        frames,
        forecast.means(),
        difference(forecast, meaning.numbers()),
        figures(meaning, forecast),
        guesses,
        scores(forecast),
        keys(meaning, forecast),
        Clip.range(data, sequence),
        MESSAGES.format(
            samples == 1 ? "status.one" : "status",
            Readable.count(snapshot.iteration()),
            Readable.count(samples),
            Long.toString(seed)));
  }

  /** The errors of the first sequences of the split, on a worker. */
  List<ErrorRow> table(int most, Progress progress) {
    TemporalSbn model = snapshot.model().copy();
    SequenceSet data = snapshot.data();
    List<Sequence> sequences = data.get(split);
    List<ErrorRow> rows = new ArrayList<>();
    int count = Math.min(most, sequences.size());
    for (int i = 0; i < count; i++) {
      progress.check((double) i / count);
      FMatrixRMaj frames = sequences.get(i).toMatrix();
      List<Double> errors = new ArrayList<>();
      Forecast ofModel = forecast(model, frames, i);
      errors.add(ofModel.meanError());
      for (Rival rival : rivals(data.meaning())) {
        errors.add(forecast(rival, frames).meanError());
      }
      rows.add(new ErrorRow(i, name(data, i), frames.numRows, errors, scores(ofModel)));
    }
    return rows;
  }

  /** The sequence's own name where it has one: a table has little room. */
  private String name(SequenceSet data, int index) {
    String label = data.label(split, index).text();
    return label.isEmpty() ? DataText.sequence(data.meaning(), index) : label;
  }

  /** The draws of a sequence follow from the seed and its place, so a table and a page agree. */
  private Forecast forecast(TemporalSbn model, FMatrixRMaj frames, int index) {
    RandomStream random = new RandomStream(seed).child(split.ordinal()).child(index);
    Predictor predictor = model.predictor(samples, random);
    return Forecast.of(predictor, frames, snapshot.about().kind() == DataKind.COUNTS);
  }

  private static Forecast forecast(Rival rival, FMatrixRMaj frames) {
    return Forecast.of(rival.predictor(frames.numCols), frames, false);
  }

  /** Of pictures and keys 1 is as far off as can be shown. */
  private static FMatrixRMaj difference(Forecast forecast, boolean numbers) {
    FMatrixRMaj truth = forecast.frames();
    FMatrixRMaj difference = new FMatrixRMaj(truth.numRows, truth.numCols);
    for (int i = truth.numCols; i < truth.getNumElements(); i++) {
      float off = Math.abs(truth.data[i] - forecast.means().data[i]);
      difference.data[i] = numbers ? off : Math.min(1, off);
    }
    return difference;
  }

  private UnitScores scores(Forecast forecast) {
    return snapshot.about().kind() == DataKind.BINARY
        ? UnitScores.of(forecast.frames(), forecast.means())
        : null;
  }

  private static Prediction.Guess guess(String name, Forecast forecast) {
    return new Prediction.Guess(name, forecast.errors(), forecast.meanError());
  }

  /**
   * What was expected of the body's velocities would lead it away from the truth step by step, so
   * both bodies go where the true one went.
   */
  private static List<Figure> figures(FrameMeaning meaning, Forecast forecast) {
    if (!(meaning instanceof FrameMeaning.Motion motion)) {
      return List.of();
    }
    FMatrixRMaj expected = forecast.means().copy();
    for (int unit = 0; unit < expected.numCols; unit++) {
      if (motion.jointOf(unit) < 0) {
        for (int t = 0; t < expected.numRows; t++) {
          expected.set(t, unit, forecast.frames().get(t, unit));
        }
      }
    }
    Figure truth = Figure.of(motion, forecast.frames());
    return List.of(truth.beside(truth), Figure.of(motion, expected).beside(truth));
  }

  private static KeyRange keys(FrameMeaning meaning, Forecast forecast) {
    return meaning instanceof FrameMeaning.PianoRoll piano
        ? PianoRollPicture.rangeFor(piano, forecast.frames())
        : null;
  }
}
