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
  private static final List<String> MUSIC = List.of("mid", "midi", "pickle", "pkl", "json");
  private static final List<String> MOTION = List.of("bvh", "amc", "asf");
  private static final List<String> EVERY_ENDING =
      Stream.of(List.of("mat"), MUSIC, MOTION).flatMap(List::stream).toList();

  /**
   * Opens files that the user chose: motions of one folder as one set, otherwise the first of them,
   * and says so.
   *
   * @return what was opened
   */
  public String open(List<Path> files) {
    List<Path> whole = files.stream().map(Path::toAbsolutePath).toList();
    Optional<String> together = files.size() > 1 ? DataSources.together(whole) : Optional.empty();
    if (files.size() > 1 && together.isEmpty()) {
      notices.info(MESSAGES.format("open.many", files.get(0).getFileName()));
    }
    String source = together.orElse(whole.get(0).toString());
    workbench.open(source);
    return source;
  }

  /**
   * Asks for a data file, or several motions of one folder, and opens them.
   *
   * @return whether the user chose one
   */
  public boolean openFile() {
    List<Path> chosen =
        dialogs.openSeveral(
            MESSAGES.get("open.title"),
            new FileType(MESSAGES.get("open.data"), EVERY_ENDING),
            new FileType(MESSAGES.get("open.mat"), "mat"),
            new FileType(MESSAGES.get("open.music"), MUSIC),
            new FileType(MESSAGES.get("open.motion"), MOTION),
            new FileType(MESSAGES.get("open.all"), "*"));
    if (!chosen.isEmpty()) {
      open(chosen);
    }
    return !chosen.isEmpty();
  }
}
