package tsbn.app.generate;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.AppContext;
import tsbn.app.support.Exports;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.app.support.Messages;
import tsbn.app.support.Sound;
import tsbn.data.FrameMeaning;
import tsbn.experiment.FramesCsv;
import tsbn.experiment.MotionFiles;
import tsbn.experiment.MusicFiles;
import tsbn.experiment.SamplesNpz;
import tsbn.model.Simulation;
import tsbn.picture.Camera;
import tsbn.picture.Figure;
import tsbn.picture.Film;
import tsbn.picture.FilmRow;
import tsbn.picture.Palette;
import tsbn.sound.Instrument;

/** Takes made-up sequences away as files; without any it does nothing. */
public final class DreamExports {
  private static final Messages MESSAGES = Messages.of(DreamExports.class);

  private static final FileType NPZ = new FileType("NPZ", "npz");

  private final Exports exports;
  private final Sound sound;
  private final Supplier<Dream> playing;

  /**
   * Exports of what there is when they are asked for.
   *
   * @param playing what is shown, as fast as it plays; null where nothing is
   */
  DreamExports(AppContext context, Supplier<Dream> playing) {
    this.exports = new Exports(context);
    this.sound = context.sound();
    this.playing = playing;
  }

  /**
   * The real sequence and all samples side by side, moving.
   *
   * @param camera from where bodies are looked at
   */
  public void gif(Camera camera, boolean dark) {
    Dream dream = playing.get();
    if (dream != null) {
      exports.gif(
          MESSAGES.get("save.gif"),
          MESSAGES.get("save.gif.name"),
          dream.framesPerSecond(),
          () -> films(dream, camera, Palette.of(dark)));
    }
  }

  /**
   * Every frame of the real sequence and of every sample, or the poses of bodies, in one picture.
   *
   * @param camera from where bodies are looked at
   */
  public void picture(Camera camera, boolean dark) {
    Dream dream = playing.get();
    if (dream != null) {
      exports.still(
          MESSAGES.get("save.png"),
          MESSAGES.get("save.png.name"),
          () -> films(dream, camera, Palette.of(dark)));
    }
  }

  /** What was made, as a table; without the primer. */
  public void csv() {
    Dream dream = playing.get();
    if (dream != null) {
      exports.save(
          MESSAGES.get("save.csv"),
          MESSAGES.get("save.csv.name"),
          Exports.CSV,
          (out, progress) -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            List<FMatrixRMaj> made = dream.samples().stream().map(Dream.Sample::made).toList();
            FramesCsv.writeSamples(dream.meaning(), made, text);
            text.flush();
          });
    }
  }

  /** The samples with their hidden states, for numpy. */
  public void npz() {
    Dream dream = playing.get();
    if (dream != null) {
      List<Simulation> made = dream.samples().stream().map(Dream.Sample::simulation).toList();
      exports.save(
          MESSAGES.get("save.npz"),
          MESSAGES.get("save.npz.name"),
          NPZ,
          (out, progress) ->
              SamplesNpz.write(dream.meaning(), dream.samples().get(0).primer(), made, out));
    }
  }

  /**
   * The samples as music with their primer, each in a file of its own, for the chosen instrument.
   *
   * @param ending of the files, such as {@code mid}
   */
  public void music(String ending) {
    Dream dream = playing.get();
    if (dream != null && dream.meaning() instanceof FrameMeaning.PianoRoll keys) {
      Instrument instrument = sound.instrumentProperty().get();
      List<FMatrixRMaj> pieces = dream.samples().stream().map(Dream.Sample::frames).toList();
      exports.saveFiles(
          MESSAGES.get("save.music"),
          MESSAGES.format("save.motion.name", ending),
          new FileType(ending.toUpperCase(Locale.ROOT), ending),
          path -> MusicFiles.write(keys, pieces, dream.framesPerSecond(), instrument, path));
    }
  }

  /**
   * The samples as motions with their primer, each in a file of its own.
   *
   * @param ending of the files, such as {@code bvh}
   */
  public void motion(String ending) {
    Dream dream = playing.get();
    if (dream != null && dream.meaning() instanceof FrameMeaning.Motion motion) {
      List<FMatrixRMaj> frames = dream.samples().stream().map(Dream.Sample::frames).toList();
      exports.saveFiles(
          MESSAGES.get("save.motion"),
          MESSAGES.format("save.motion.name", ending),
          new FileType(ending.toUpperCase(Locale.ROOT), ending),
          path -> MotionFiles.write(motion, frames, path));
    }
  }

  /** The real sequence and every sample, as the page shows them. */
  private static FilmRow films(Dream dream, Camera camera, Palette palette) {
    List<Film> films = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    if (dream.data().numRows > 0) {
      films.add(film(dream, dream.dataAlongside(), camera, palette));
      titles.add(MESSAGES.format("film.data", dream.dataTitle()));
    }
    for (int i = 0; i < dream.samples().size(); i++) {
      films.add(film(dream, dream.samples().get(i).frames(), camera, palette));
      titles.add(MESSAGES.format("sample", i + 1));
    }
    return new FilmRow(films, titles, palette);
  }

  private static Film film(Dream dream, FMatrixRMaj frames, Camera camera, Palette palette) {
    Figure figure =
        dream.meaning() instanceof FrameMeaning.Motion motion
            ? Figure.of(motion, frames).beside(dream.figures().get(0))
            : null;
    return new Film(
        dream.meaning(),
        frames,
        figure,
        Math.min(dream.primerFrames(), frames.numRows),
        dream.keys(),
        dream.range(),
        camera,
        palette);
  }
}
