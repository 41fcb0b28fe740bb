package tsbn.app.support;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The platform's file dialogs; each opens where the last one was left. */
public final class StageFileDialogs implements FileDialogs {
  private final Window owner;
  private File folder;

  public StageFileDialogs(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open(String title, FileType... types) {
    FileChooser chooser = chooser(title, types);
    return remember(chooser.showOpenDialog(owner));
  }

  @Override
  public List<Path> openSeveral(String title, FileType... types) {
    List<File> chosen = chooser(title, types).showOpenMultipleDialog(owner);
    if (chosen == null || chosen.isEmpty()) {
      return List.of();
    }
    folder = chosen.get(0).getParentFile();
    return chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, FileType type) {
    FileChooser chooser = chooser(title, type);
    chooser.setInitialFileName(suggestedName);
    return remember(chooser.showSaveDialog(owner)).map(path -> withExtension(path, type));
  }

  @Override
  public Optional<Path> openFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return remember(chooser.showDialog(owner));
  }

  @Override
  public Optional<Path> saveFolder(String title, String suggestedName) {
    FileChooser chooser = chooser(title);
    chooser.setInitialFileName(suggestedName);
    return remember(chooser.showSaveDialog(owner));
  }

  private FileChooser chooser(String title, FileType... types) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    for (FileType type : types) {
      List<String> patterns = type.extensions().stream().map(each -> "*." + each).toList();
      chooser.getExtensionFilters().add(new ExtensionFilter(type.title(), patterns));
    }
    return chooser;
  }

  private Optional<Path> remember(File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    folder = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  private static Path withExtension(Path path, FileType type) {
    String name = path.getFileName().toString();
    return name.contains(".") ? path : path.resolveSibling(name + "." + type.extensions().get(0));
  }
}
