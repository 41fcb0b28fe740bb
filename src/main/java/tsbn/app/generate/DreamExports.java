package tsbn.app.generate;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.AppContext;
import tsbn.app.support.Exports;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.app.support.Messages;
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
final class DreamExports {
  private static final Messages MESSAGES = Messages.of(DreamExports.class);

  private static final FileType NPZ = new FileType("NPZ", "npz");

  private final Exports exports;

  DreamExports(AppContext context) {
    this.exports = new Exports(context);
  }

  /** The real sequence and all samples side by side, moving. */
  void gif(Dream dream, Camera camera, boolean dark) {
    if (dream != null) {
      exports.gif(
          MESSAGES.get("save.gif"),
          MESSAGES.get("save.gif.name"),
          dream.framesPerSecond(),
          () -> films(dream, camera, Palette.of(dark)));
    }
  }

  /** Every frame of the real sequence and of every sample in one picture. */
  void picture(Dream dream, Camera camera, boolean dark) {
    if (dream != null) {
      exports.still(
          MESSAGES.get("save.png"),
          MESSAGES.get("save.png.name"),
          () -> films(dream, camera, Palette.of(dark)));
    }
  }

  /** What was made, as a table; without the primer. */
  void csv(Dream dream) {
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
  void npz(Dream dream) {
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
   * The samples as music with their primer, each in a file of its own.
   *
   * @param ending of the files, such as {@code mid}
   */
  void music(Dream dream, Instrument instrument, String ending) {
    if (dream != null && dream.meaning() instanceof FrameMeaning.PianoRoll keys) {
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
  void motion(Dream dream, String ending) {
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
