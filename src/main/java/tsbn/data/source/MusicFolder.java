package tsbn.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsbn.data.DataFormatException;
import tsbn.data.Split;

/**
 * The MIDI files of a folder: those in it, or those in its folders train, valid and test.
 *
 * @param files in the order of their names, split by split
 * @param beside how many lie beside those folders and belong to no split
 */
record MusicFolder(List<Found> files, int beside) {
  /** Of MIDI files. */
  static final List<String> ENDINGS = List.of("mid", "midi");

  /**
   * A file.
   *
   * @param split where it belongs; null where that is to be decided
   */
  record Found(Path path, Split split) {}

  /** Whether the name of a file is that of a MIDI file. */
  static boolean names(Path file) {
    return FolderFiles.ends(file, ENDINGS);
  }

  /** Whether a folder has MIDI files, or one of them to train on in a folder of its own. */
  static boolean areIn(Path folder) {
    return FolderFiles.areIn(folder, ENDINGS) || dividing(folder);
  }

  private static boolean dividing(Path folder) {
    return FolderFiles.areIn(folder.resolve(Split.TRAIN.label()), ENDINGS);
  }

  /** Finds them. */
  static MusicFolder in(Path folder) throws DataFormatException {
    List<Path> plain = FolderFiles.in(folder, ENDINGS);
    if (!dividing(folder)) {
      return new MusicFolder(plain.stream().map(path -> new Found(path, null)).toList(), 0);
    }
    List<Found> divided = new ArrayList<>();
    for (Split split : Split.values()) {
      for (Path path : FolderFiles.in(folder.resolve(split.label()), ENDINGS)) {
        divided.add(new Found(path, split));
      }
    }
    return new MusicFolder(divided, plain.size());
  }

  /**
   * Those that the option {@code only} names.
   *
   * @throws DataFormatException with one sentence if there is no file of one of the names
   */
  MusicFolder only(SourceAddress address) throws DataFormatException {
    return new MusicFolder(
        FolderFiles.only(
            address,
            files,
            Found::path,
            name ->
                "%s: the option only names \"%s\", and there is no piece of that name."
                    .formatted(address.place(), name)),
        beside);
  }

  /** What opens several files as one set; see {@link FolderFiles#together}. */
  static Optional<String> together(List<Path> files) {
    boolean another = files.size() < 2 || dividing(files.get(0).toAbsolutePath().getParent());
    return another
        ? Optional.empty()
        : FolderFiles.together(files, ENDINGS, FolderFiles::title, "");
  }

  /** Whether they are in folders that say what is held out. */
  boolean divided() {
    return files.stream().anyMatch(found -> found.split() != null);
  }
}
