package tsbn.app.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.data.Progress;
import tsbn.experiment.AtomicFile;

/**
 * Takes things away as files: asks where to, writes on a worker, says that it is done. A file
 * appears whole or not at all.
 */
public final class Exports {
  /** PNG pictures. */
  public static final FileType PNG = new FileType("PNG", "png");

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

  private void write(Path path, Content content) {
    String name = path.getFileName().toString();
    tasks.start(
        MESSAGES.format("export.saving", name),
        progress -> {
          AtomicFile.write(path, out -> content.write(out, progress));
          return path;
        },
        saved -> notices.info(MESSAGES.format("export.saved", saved)),
        notices::error);
  }
}
