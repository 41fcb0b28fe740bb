package tsbn.app.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.data.source.DataSources;

/**
 * What every page is given.
 *
 * @param workbench the state all pages share
 * @param tasks long work
 * @param dialogs the user's choice of files
 * @param notices sentences to the user
 * @param remembered what is kept between starts
 * @param sound what music is heard with
 */
public record AppContext(
    Workbench workbench,
    BackgroundTasks tasks,
    FileDialogs dialogs,
    Notices notices,
    Remembered remembered,
    Sound sound) {
  private static final Messages MESSAGES = Messages.of(AppContext.class);

  /**
   * Opens files that the user chose: motions or MIDI files of one folder as one set, otherwise the
   * first of them, and says so.
   *
   * @return what is being opened
   */
  public Openable open(List<Path> files) {
    List<Path> whole = files.stream().map(Path::toAbsolutePath).toList();
    Optional<String> together = files.size() > 1 ? DataSources.together(whole) : Optional.empty();
    if (files.size() > 1 && together.isEmpty()) {
      notices.info(MESSAGES.format("open.many", files.get(0).getFileName()));
    }
    String source = together.orElse(whole.get(0).toString());
    workbench.open(source);
    return Openable.of(source);
  }

  /**
   * Asks for a data file, several motions or MIDI files of one folder, a shared run or a preset,
   * and opens them.
   *
   * @return what it is; nothing if the user chose none
   */
  public Optional<Openable> openFile() {
    List<String> music = DataSources.musicEndings();
    List<String> motion = DataSources.motionEndings();
    List<String> texts = DataSources.textEndings();
    List<String> shared = List.of("zip", "json");
    List<String> all =
        Stream.of(List.of("mat"), music, motion, texts, shared)
            .flatMap(List::stream)
            .distinct()
            .toList();
    List<Path> chosen =
        dialogs.openSeveral(
            MESSAGES.get("open.title"),
            new FileType(MESSAGES.get("open.data"), all),
            new FileType(MESSAGES.get("open.mat"), "mat"),
            new FileType(MESSAGES.get("open.music"), music),
            new FileType(MESSAGES.get("open.motion"), motion),
            new FileType(MESSAGES.get("open.texts"), texts),
            new FileType(MESSAGES.get("open.shared"), shared),
            new FileType(MESSAGES.get("open.all"), "*"));
    return chosen.isEmpty() ? Optional.empty() : Optional.of(open(chosen));
  }
}
