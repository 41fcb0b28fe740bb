package tsbn.app.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /**
   * Asks for a data file and opens it.
   *
   * @return whether the user chose one
   */
  public boolean openFile() {
    Optional<Path> chosen =
        dialogs.open(
            MESSAGES.get("open.title"),
            new FileType(MESSAGES.get("open.data"), List.of("mat", "bvh", "amc", "asf")),
            new FileType(MESSAGES.get("open.mat"), "mat"),
            new FileType(MESSAGES.get("open.motion"), List.of("bvh", "amc", "asf")),
            new FileType(MESSAGES.get("open.all"), "*"));
    chosen.ifPresent(file -> workbench.open(file.toAbsolutePath().toString()));
    return chosen.isPresent();
  }
}
