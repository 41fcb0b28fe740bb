package tsbn.app.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tsbn.data.source.DataSources;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;

/** Runs as folders: asking for one, reading one with its data, writing the present one. */
public final class RunFiles {
  private static final Messages MESSAGES = Messages.of(RunFiles.class);

  private final AppContext context;

  public RunFiles(AppContext context) {
    this.context = context;
  }

  // Commands

  /** What a folder can be. */
  public enum Folder {
    RUN,
    /** Motions, or music. */
    MOTIONS
  }

  /**
   * Asks for the folder of a run, or one of motions or music, and opens it.
   *
   * @return nothing if the user chose none
   */
  public Optional<Folder> open() {
    return context.dialogs().openFolder(MESSAGES.get("run.open")).map(this::open);
  }

  private Folder open(Path folder) {
    String source = folder.toAbsolutePath().toString();
    context.workbench().open(source);
    return isFolder(source) ? Folder.RUN : Folder.MOTIONS;
  }

  /** Asks where to and writes the present run as a folder; says so where there is none. */
  public void save() {
    Run run = context.workbench().runProperty().get();
    if (run == null) {
      context.notices().info(MESSAGES.get("run.none"));
      return;
    }
    String name =
        run.about().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-run";
    context
        .dialogs()
        .saveFolder(MESSAGES.get("run.save"), name)
        .ifPresent(folder -> write(run, folder));
  }

  private void write(Run run, Path folder) {
    try {
      if (!RunFolder.mayHold(folder)) {
        context.notices().error(MESSAGES.format("run.occupied", folder));
        return;
      }
    } catch (IOException unreadable) {
      context.notices().error(MESSAGES.format("run.unreadable", folder));
      return;
    }
    String title = MESSAGES.format("export.saving", folder.getFileName());
    start(title, run.keptModel(), copy -> start(title, saver(run.asOf(copy), folder), this::saved));
  }

  private <T> void start(String title, Work<T> work, Consumer<T> then) {
    context.tasks().start(title, work, then, context.notices()::error);
  }

  private static Work<Path> saver(SavedRun run, Path folder) {
    return progress -> {
      RunFolder.save(folder, run);
      return folder;
    };
  }

  private void saved(Path folder) {
    context.notices().info(MESSAGES.format("export.saved", folder));
  }

  // How

  /** Whether that names a folder that is to be a run: any but one of motions or of music. */
  public static boolean isFolder(String source) {
    try {
      return !source.startsWith("builtin:")
          && Files.isDirectory(Path.of(source))
          && (RunFolder.isRun(Path.of(source)) || !DataSources.holdsData(Path.of(source)));
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  /** Which data a run needs to go on, as a sentence. */
  static String needed(SavedRun saved) {
    String source = saved.experiment().data();
    return source.isBlank()
        ? MESSAGES.format(
            "run.needs.like",
            DataText.frame(saved.data().meaning()),
            MESSAGES.get("kind." + saved.data().kind()))
        : MESSAGES.format("run.needs", saved.data().name(), source);
  }
}
