package tsbn.app.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.data.SequenceSet;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.experiment.RunArchive;
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

  /**
   * Asks for the folder of a run, or one of motions or music, and opens it.
   *
   * @return what it is; nothing if the user chose none
   */
  public Optional<Openable> open() {
    return context.dialogs().openFolder(MESSAGES.get("run.open")).map(this::open);
  }

  private Openable open(Path folder) {
    String source = folder.toAbsolutePath().toString();
    context.workbench().open(source);
    return Openable.of(source);
  }

  /** Asks where to and writes the present run as a folder; says so where there is none. */
  public void save() {
    Run run = context.workbench().runProperty().get();
    if (run == null) {
      context.notices().info(MESSAGES.get("run.none"));
      return;
    }
    String name = plain(run.about().name()) + "-run";
    context
        .dialogs()
        .saveFolder(MESSAGES.get("run.save"), name)
        .ifPresent(folder -> write(run, folder));
  }

  /**
   * Asks where to and writes a run as one file.
   *
   * @param extras what is taken along
   */
  public void share(RunItem item, Set<RunArchive.Extra> extras) {
    String name = plain(item.titleProperty().get()) + RunArchive.ENDING;
    Run run = context.workbench().runProperty().get();
    Runnable save = item.presentProperty().get() ? run::saveNow : () -> {};
    FileType type = new FileType(MESSAGES.get("run.shared"), RunArchive.ENDING.substring(1));
    context
        .dialogs()
        .save(MESSAGES.get("run.share"), name, type)
        .ifPresent(
            file ->
                start(
                    MESSAGES.format("export.saving", file.getFileName()),
                    progress -> {
                      save.run();
                      RunArchive.write(item.folder(), file, extras, progress);
                      return file;
                    },
                    this::saved));
  }

  /** Asks where to and writes the model and the settings that are chosen as a preset. */
  public void savePreset() {
    FileType type = new FileType(MESSAGES.get("preset.file"), "json");
    context
        .dialogs()
        .save(MESSAGES.get("preset.save"), "preset.json", type)
        .ifPresent(
            file -> {
              Preset preset = chosenAs(file.getFileName().toString());
              Work<Path> writing =
                  progress -> {
                    Presets.write(preset, file);
                    return file;
                  };
              start(MESSAGES.format("export.saving", file.getFileName()), writing, this::saved);
            });
  }

  /** What is chosen, as a preset; without the files that are open, which others do not have. */
  private Preset chosenAs(String fileName) {
    String title = fileName.replaceFirst("\\.[^.]*$", "");
    ModelDesign design = context.workbench().designProperty().get();
    SequenceSet open = context.workbench().dataProperty().get();
    boolean everywhere = open != null && !RunArchive.hasFiles(open.source());
    String units = design.units().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return new Preset(
        title,
        title,
        MESSAGES.format("preset.description", units, String.valueOf(design.order())),
        everywhere ? open.source() : null,
        design,
        context.workbench().settingsProperty().get());
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

  /** A title as a name of a file: letters and digits of it. */
  private static String plain(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
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
