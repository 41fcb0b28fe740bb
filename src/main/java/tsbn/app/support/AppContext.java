package tsbn.app.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsbn.app.support.FileDialogs.FileType;

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
   * Asks for a data file and opens it.
   *
   * @return whether the user chose one
   */
  public boolean openFile() {
    Optional<Path> chosen =
        dialogs.open(
            MESSAGES.get("open.title"),
            new FileType(MESSAGES.get("open.data"), EVERY_ENDING),
            new FileType(MESSAGES.get("open.mat"), "mat"),
            new FileType(MESSAGES.get("open.music"), MUSIC),
            new FileType(MESSAGES.get("open.motion"), MOTION),
            new FileType(MESSAGES.get("open.all"), "*"));
    chosen.ifPresent(file -> workbench.open(file.toAbsolutePath().toString()));
    return chosen.isPresent();
  }
}
