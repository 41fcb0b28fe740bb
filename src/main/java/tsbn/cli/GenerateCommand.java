package tsbn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.experiment.AtomicFile;
import tsbn.experiment.DataSummary;
import tsbn.experiment.FramesCsv;
import tsbn.experiment.Generation;
import tsbn.experiment.MotionFiles;
import tsbn.experiment.MusicFiles;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SamplesNpz;
import tsbn.experiment.SavedRun;
import tsbn.experiment.StyleChange;
import tsbn.experiment.Transition;
import tsbn.model.Feedback;
import tsbn.model.Guide;
import tsbn.model.Simulation;
import tsbn.picture.Film;
import tsbn.picture.FilmRow;
import tsbn.picture.Gif;
import tsbn.picture.Palette;
import tsbn.picture.Png;
import tsbn.sound.Instrument;

/** {@code tsbn generate}: lets a run make up sequences and writes them as files. */
@Command(
    name = "generate",
    description = "Lets a model make up sequences.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
  private static final List<String> ENDINGS =
      Stream.of(List.of("gif", "png", "csv", "npz"), MotionFiles.ENDINGS, MusicFiles.ENDINGS)
          .flatMap(List::stream)
          .toList();

  private static final int MOST_SAMPLES = 1000;

  private final Console console;

  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path folder;

  @Option(
      names = "--frames",
      paramLabel = "N",
      required = true,
      description = "Frames to make, up to 100,000.")
  private int frames;

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "Where primers come from. Default: what it was trained on.")
  private String data;

  @Mixin private PrimerOptions primers;

  @Mixin private SamplingOptions sampling;

  @Option(
      names = "--count",
      paramLabel = "C",
      description = "Sequences to make, up to 1000 (default 1).")
  private int count = 1;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description =
          "FILE.gif or .png, which begin with the primer; .csv, .npz, of motions .bvh, or .amc with"
              + " its .asf, and of music .mid or .wav, which hold what was made behind it. Tables of"
              + " motions are in true units.")
  private Path out;

  @Option(
      names = "--instrument",
      paramLabel = "NAME",
      completionCandidates = Instruments.class,
      description = "Of music: ${COMPLETION-CANDIDATES} (default piano).")
  private Instrument instrument = Instrument.PIANO;

  /** The names of instruments as they are typed. */
  private static final class Instruments extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Instruments() {
      for (Instrument one : Instrument.values()) {
        add(CommandLineProgram.hyphenated(one));
      }
    }
  }

  @Option(
      names = "--tempo",
      paramLabel = "N",
      description = "Of music: frames a minute, up to 6000 (default: as fast as the data).")
  private Integer tempo;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws DataFormatException, BadArguments, IOException {
    String ending = ending();
    BadArguments.requireRange("frames", frames, Generation.MAX_FRAMES);
    BadArguments.requireRange("count", count, MOST_SAMPLES);
    SavedRun run = RunFolder.load(folder);
    FrameMeaning meaning = run.data().meaning();
    if (MotionFiles.ENDINGS.contains(ending) && !(meaning instanceof FrameMeaning.Motion)) {
      throw new BadArguments(
          "%s was not trained on motions, so it cannot be written as .%s."
              .formatted(folder, ending));
    }
    if (MusicFiles.ENDINGS.contains(ending) && !(meaning instanceof FrameMeaning.PianoRoll)) {
      throw new BadArguments(
          "%s was not trained on music, so it cannot be written as .%s.".formatted(folder, ending));
    }
    if (tempo != null) {
      BadArguments.requireRange("tempo", tempo, MusicFiles.MOST_FRAMES_PER_MINUTE);
    }
    sampling.requireFitting(run, folder);
    SequenceSet set = needsData() ? RunData.open(run, data, console) : null;
    Generation generation = generation(run, set);
    List<Simulation> made = generation.run(run.model(), console.progress("generating"));
    for (Path written : write(ending, run.data(), generation, made)) {
      console.print("%s", written);
    }
    printChanges(run.data(), set, generation, made.get(0));
    return 0;
  }

  /** Writes what was made; says which files. */
  private List<Path> write(
      String ending, DataSummary about, Generation generation, List<Simulation> made)
      throws IOException {
    FrameMeaning meaning = about.meaning();
    List<FMatrixRMaj> shown = made.stream().map(about::shown).toList();
    switch (ending) {
      case "npz" ->
          AtomicFile.write(out, file -> SamplesNpz.write(meaning, generation.primer(), made, file));
      case "csv" -> AtomicFile.writeText(out, file -> FramesCsv.writeSamples(meaning, shown, file));
      case "bvh", "amc" -> {
        return MotionFiles.write((FrameMeaning.Motion) meaning, shown, out);
      }
      case "mid", "wav" -> {
        double rate = tempo == null ? about.framesPerSecond() : tempo / 60.0;
        return MusicFiles.write((FrameMeaning.PianoRoll) meaning, shown, rate, instrument, out);
      }
      default -> writePicture(ending, about, generation, made);
    }
    return List.of(out);
  }

  /** How abrupt the changes of the first sample are. */
  private void printChanges(
      DataSummary about, SequenceSet set, Generation generation, Simulation first)
      throws DataFormatException, BadArguments {
    if (generation.changes().isEmpty()) {
      return;
    }
    Sequence from = generation.primerFrames() > 0 ? primers.sequence(set) : null;
    FMatrixRMaj frames = generation.behindPrimer(about.shown(first));
    for (Transition change : Transition.of(generation, set.get(Split.TRAIN), from, frames)) {
      console.print(
          "The change at frame %,d is %.2g times as abrupt as the 99th percentile of the data.",
          change.frame(), change.abruptness());
    }
  }

  private String ending() throws BadArguments {
    String name = out.getFileName() == null ? "" : out.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!name.contains(".") || !ENDINGS.contains(ending)) {
      throw new BadArguments("%s should end with .%s.".formatted(out, String.join(", .", ENDINGS)));
    }
    Path parent = out.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new BadArguments("There is no folder %s to write to.".formatted(parent));
    }
    return ending;
  }

  private boolean needsData() {
    return primers.any() || sampling.withinRange();
  }

  /**
   * @param set where primers and the range come from; null where neither is asked for
   */
  private Generation generation(SavedRun run, SequenceSet set)
      throws DataFormatException, BadArguments {
    Guide limit = sampling.limit(set);
    FMatrixRMaj primer = primers.frames(run, set);
    List<StyleChange> changes = primers.changes(set, primer.numRows, run.data().framesPerSecond());
    try {
      Feedback feedback = sampling.feedback(run.data());
      return new Generation(frames, count, primer, feedback, changes, limit, sampling.seed());
    } catch (IllegalArgumentException e) {
      throw new BadArguments(e.getMessage());
    }
  }

  private void writePicture(
      String ending, DataSummary data, Generation generation, List<Simulation> made)
      throws IOException {
    FilmRow films =
        new FilmRow(made.stream().map(one -> film(data, generation, one)).toList(), Palette.LIGHT);
    AtomicFile.write(
        out,
        file -> {
          if (ending.equals("png")) {
            Png.write(films.still(), file);
          } else {
            Gif.write(
                file,
                films.length(),
                films::frame,
                data.framesPerSecond(),
                console.progress("writing"));
          }
        });
  }

  /** The primer and what was made behind it. */
  static Film film(DataSummary data, Generation generation, Simulation made) {
    return new Film(
        data.meaning(),
        generation.behindPrimer(data.shown(made)),
        generation.primerFrames(),
        Palette.LIGHT);
  }
}
