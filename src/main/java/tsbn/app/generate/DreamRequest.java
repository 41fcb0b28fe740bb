package tsbn.app.generate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Clip;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Snapshot;
import tsbn.app.support.Symbols;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.Split;
import tsbn.data.text.Years;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Generation;
import tsbn.experiment.StyleChange;
import tsbn.experiment.Transition;
import tsbn.experiment.Within;
import tsbn.model.Feedback;
import tsbn.model.Guide;
import tsbn.model.Simulation;
import tsbn.model.sbn.Architecture;
import tsbn.picture.Figure;
import tsbn.picture.KeyRange;
import tsbn.picture.PianoRollPicture;
import tsbn.picture.ValueRange;
import tsbn.sound.WavFile;

/** What to make up: everything a worker needs, so that it reads no property. */
record DreamRequest(
    Snapshot snapshot,
    int frames,
    int samples,
    int primerFrames,
    boolean feedMeans,
    double temperature,
    boolean withinRange,
    List<StyleChange> changes,
    long seed) {
  private static final Messages MESSAGES = Messages.of(DreamRequest.class);

  /**
   * Makes it up with a copy of the model, on a worker.
   *
   * @param beside the real sequence, from which the primer comes; null where there is no data
   */
  Dream run(Sequence beside, String title, Years years, String status, Progress progress) {
    FMatrixRMaj real =
        beside == null ? new FMatrixRMaj(0, snapshot.model().visible()) : beside.toMatrix();
    FMatrixRMaj primer = beside == null ? real : beside.first(primerFrames);
    Feedback feedback = new Feedback(feedMeans, snapshot.about().feedback().total(), temperature);
    Guide limit = withinRange ? Within.of(snapshot.data().get(Split.TRAIN)) : Guide.NONE;
    Generation generation = new Generation(frames, samples, primer, feedback, changes, limit, seed);
    List<Dream.Sample> made =
        generation.run(snapshot.model().copy(), progress).stream()
            .map(simulation -> sample(generation, simulation))
            .toList();
    DataSummary about = snapshot.about();
    return new Dream(
        about.meaning(),
        about.framesPerSecond(),
        primerFrames,
        real,
        title,
        years,
        made,
        layers(snapshot.model().architecture()),
        keys(about.meaning(), real, made),
        range(beside, made),
        figures(about.meaning(), real, made),
        about.meaning() instanceof FrameMeaning.PianoRoll && WavFile.possible(),
        status + changes(generation, beside, made));
  }

  private Dream.Sample sample(Generation generation, Simulation made) {
    DataSummary about = snapshot.about();
    boolean music = about.meaning() instanceof FrameMeaning.PianoRoll;
    return new Dream.Sample(
        generation.behindPrimer(about.shown(made)),
        made,
        music ? generation.behindPrimer(made.means()) : null);
  }

  /** How abrupt the first sample's changes of style are, against the data; empty without any. */
  private String changes(Generation generation, Sequence beside, List<Dream.Sample> made) {
    if (changes.isEmpty()) {
      return "";
    }
    List<Sequence> training = snapshot.data().get(Split.TRAIN);
    return Transition.of(generation, training, beside, made.get(0).frames()).stream()
        .map(
            change ->
                MESSAGES.format(
                    "status.change",
                    Readable.count(change.frame()),
                    Readable.significant(change.abruptness())))
        .collect(Collectors.joining(" ", ". ", ""));
  }

  private static List<Dream.Layer> layers(Architecture architecture) {
    int depth = architecture.depth();
    return IntStream.rangeClosed(1, depth)
        .mapToObj(
            layer ->
                new Dream.Layer(
                    Symbols.written(depth == 1 ? "h" : "h" + layer), architecture.units(layer)))
        .toList();
  }

  /**
   * Real and made-up sequences share the scales of the data; without any, those of what is made.
   */
  private ValueRange range(Sequence beside, List<Dream.Sample> made) {
    if (!snapshot.about().meaning().numbers()) {
      return null;
    }
    return beside == null
        ? ValueRange.of(made.stream().map(Dream.Sample::frames).toList())
        : Clip.range(snapshot.data(), beside);
  }

  /** All stand on the floor of the first. */
  private static List<Figure> figures(
      FrameMeaning meaning, FMatrixRMaj real, List<Dream.Sample> made) {
    if (!(meaning instanceof FrameMeaning.Motion motion)) {
      return List.of();
    }
    List<Figure> all =
        Stream.concat(
                Stream.of(real).filter(data -> data.numRows > 0),
                made.stream().map(Dream.Sample::frames))
            .map(frames -> Figure.of(motion, frames))
            .toList();
    return all.stream().map(figure -> figure.beside(all.get(0))).toList();
  }

  private static KeyRange keys(FrameMeaning meaning, FMatrixRMaj real, List<Dream.Sample> made) {
    if (!(meaning instanceof FrameMeaning.PianoRoll piano)) {
      return null;
    }
    Stream<FMatrixRMaj> all =
        Stream.concat(Stream.of(real), made.stream().map(Dream.Sample::frames));
    return PianoRollPicture.rangeFor(piano, all.toArray(FMatrixRMaj[]::new));
  }
}
