package tsbn.app.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.experiment.AtomicFile;
import tsbn.picture.FilmRow;
import tsbn.picture.Gif;
import tsbn.picture.Png;

/**
 * Takes things away as files: asks where to, writes on a worker, says that it is done. A file
 * appears whole or not at all.
 */
public final class Exports {
  /** PNG pictures. */
  public static final FileType PNG = new FileType("PNG", "png");

  /** Animations. */
  private static final FileType GIF = new FileType("GIF", "gif");

  /** Tables. */
  public static final FileType CSV = new FileType("CSV", "csv");

  private static final Messages MESSAGES = Messages.of(Exports.class);

  private final FileDialogs dialogs;
  private final BackgroundTasks tasks;
  private final Notices notices;

  /** What is written; it runs on a worker and may touch only what does not change. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out, Progress progress) throws IOException;
  }

  public Exports(AppContext context) {
    this.dialogs = context.dialogs();
    this.tasks = context.tasks();
    this.notices = context.notices();
  }

  /**
   * Saves something where the user wants it.
   *
   * @param title of the dialog, such as {@code Save the curve}
   * @param suggestedName with extension
   */
  public void save(String title, String suggestedName, FileType type, Content content) {
    dialogs.save(title, suggestedName, type).ifPresent(path -> write(path, content));
  }

  /**
   * Saves films as an animation.
   *
   * @param films called on a worker
   */
  public void gif(
      String title, String suggestedName, double framesPerSecond, Supplier<FilmRow> films) {
    save(
        title,
        suggestedName,
        GIF,
        (out, progress) -> {
          FilmRow row = films.get();
          Gif.write(out, row.length(), row::frame, framesPerSecond, progress);
        });
  }

  /**
   * Saves every frame of films as one picture.
   *
   * @param films called on a worker
   */
  public void still(String title, String suggestedName, Supplier<FilmRow> films) {
    save(title, suggestedName, PNG, (out, progress) -> Png.write(films.get().still(), out));
  }

  /** What writes files; it runs on a worker and may touch only what does not change. */
  @FunctionalInterface
  public interface Files {
    /**
     * Writes them.
     *
     * @param path where the user wants the one he named; the others stand beside it
     * @throws IllegalArgumentException with a sentence if it cannot be written in that form
     */
    void write(Path path) throws IOException;
  }

  /** The same for what is more than one file. */
  public void saveFiles(String title, String suggestedName, FileType type, Files files) {
    dialogs
        .save(title, suggestedName, type)
        .ifPresent(
            path ->
                start(
                    path,
                    progress -> {
                      try {
                        files.write(path);
                      } catch (IllegalArgumentException refused) {
                        throw new DataFormatException(refused.getMessage(), refused);
                      }
                      return path;
                    }));
  }

  private void write(Path path, Content content) {
    start(
        path,
        progress -> {
          AtomicFile.write(path, out -> content.write(out, progress));
          return path;
        });
  }

  private void start(Path path, Work<Path> work) {
    tasks.start(
        MESSAGES.format("export.saving", path.getFileName()),
        work,
        saved -> notices.info(MESSAGES.format("export.saved", saved)),
        notices::error);
  }
}
