package tsbn.app.generate;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Snapshot;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Generation;
import tsbn.model.Feedback;
import tsbn.picture.KeyRange;
import tsbn.picture.PianoRollPicture;

/** What to make up: everything a worker needs, so that it reads no property. */
record DreamRequest(
    Snapshot snapshot,
    int frames,
    int samples,
    int primerFrames,
    boolean feedMeans,
    boolean showMeans,
    long seed) {

  /**
   * Makes it up with a copy of the model, on a worker.
   *
   * @param beside the real sequence, from which the primer comes
   */
  Dream run(Sequence beside, String title, String status, Progress progress) {
    FMatrixRMaj real = beside.toMatrix();
    FMatrixRMaj primer = new FMatrixRMaj(primerFrames, real.numCols);
    System.arraycopy(real.data, 0, primer.data, 0, primer.getNumElements());
    Feedback feedback = new Feedback(feedMeans, DataSummary.of(snapshot.data()).feedback().total());
    Generation generation = new Generation(frames, samples, primer, feedback, seed);
    List<Dream.Sample> made =
        generation.run(snapshot.model().copy(), progress).stream()
            .map(
                simulation ->
                    new Dream.Sample(
                        generation.behindPrimer(
                            showMeans ? simulation.means() : simulation.frames()),
                        simulation.states()))
            .toList();
    SequenceSet data = snapshot.data();
    return new Dream(
        data.meaning(),
        data.framesPerSecond(),
        primerFrames,
        real,
        title,
        made,
        keys(data.meaning(), real, made),
        status);
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
