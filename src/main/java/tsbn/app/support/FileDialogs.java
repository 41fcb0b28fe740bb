package tsbn.app.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for a file. An interface, so that tests answer without a dialog. */
public interface FileDialogs {

  /**
   * A kind of file.
   *
   * @param title for people, such as {@code GIF animation}
   * @param extensions without dot or star, such as {@code gif}
   */
  record FileType(String title, List<String> extensions) {
    public FileType {
      extensions = List.copyOf(extensions);
    }

    public FileType(String title, String extension) {
      this(title, List.of(extension));
    }
  }

  /** An existing file to read; empty if the user thought better of it. */
  Optional<Path> open(String title, FileType... types);

  /** Existing files to read; none if the user thought better of it. */
  List<Path> openSeveral(String title, FileType... types);

  /**
   * A file to write, with the type's first extension if the user gave none; empty if the user
   * thought better of it.
   *
   * @param suggestedName without folder
   */
  Optional<Path> save(String title, String suggestedName, FileType type);

  /** An existing folder; empty if the user thought better of it. */
  Optional<Path> openFolder(String title);

  /**
   * A folder to write, which need not exist; empty if the user thought better of it.
   *
   * @param suggestedName without the folder it lies in
   */
  Optional<Path> saveFolder(String title, String suggestedName);
}
