package tsbn.app.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Answers every question for a file with the one it was last given, once. */
public final class ScriptedDialogs implements FileDialogs {
  private Path answer;
  private List<Path> several = List.of();

  /** The answer to the next question. */
  public void answer(Path path) {
    answer = path;
  }

  /** The answer to the next question for several files. */
  public void answer(List<Path> paths) {
    several = List.copyOf(paths);
  }

  @Override
  public Optional<Path> open(String title, FileType... types) {
    return take();
  }

  @Override
  public List<Path> openSeveral(String title, FileType... types) {
    List<Path> taken = several.isEmpty() ? take().stream().toList() : several;
    several = List.of();
    return taken;
  }

  @Override
  public Optional<Path> openFolder(String title) {
    return take();
  }

  @Override
  public Optional<Path> saveFolder(String title, String suggestedName) {
    return take();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, FileType type) {
    return take();
  }

  private Optional<Path> take() {
    Optional<Path> taken = Optional.ofNullable(answer);
    answer = null;
    return taken;
  }
}
