package tsbn.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsbn.data.DataFormatException;
import tsbn.data.Split;

/**
 * The MIDI files of a folder: those in it, or those in its folders train, valid and test.
 *
 * @param files in the order of their names, split by split
 * @param beside how many lie beside those folders and belong to no split
 * @param others names of what else in the folder could be opened, and is not part of it
 */
record MusicFolder(List<Found> files, int beside, List<String> others) {
  /** Of MIDI files. */
  static final List<String> ENDINGS = List.of("mid", "midi");

  private static final List<String> OTHERS =
      Stream.concat(Stream.of("mat"), NoteListSource.ENDINGS.stream()).toList();

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
    return FolderFiles.areIn(folder, ENDINGS) || divides(folder);
  }

  /** Whether its folders train, valid and test say what is held out. */
  static boolean divides(Path folder) {
    return FolderFiles.areIn(folder.resolve(Split.TRAIN.label()), ENDINGS);
  }

  /** Finds them. */
  static MusicFolder in(Path folder) throws DataFormatException {
    List<Path> plain = FolderFiles.in(folder, ENDINGS);
    if (!divides(folder)) {
      return new MusicFolder(
          plain.stream().map(path -> new Found(path, null)).toList(), 0, others(folder));
    }
    List<Found> divided = new ArrayList<>();
    for (Split split : Split.values()) {
      for (Path path : FolderFiles.in(folder.resolve(split.label()), ENDINGS)) {
        divided.add(new Found(path, split));
      }
    }
    return new MusicFolder(divided, plain.size(), others(folder));
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
        beside,
        address.text("only") == null ? others : List.of()); // who names files wants no other
  }

  private static List<String> others(Path folder) throws DataFormatException {
    List<String> others = new ArrayList<>();
    FolderFiles.in(folder, OTHERS).forEach(file -> others.add(file.getFileName().toString()));
    for (Path inside : FolderFiles.foldersIn(folder)) {
      String name = inside.getFileName().toString();
      boolean split = Stream.of(Split.values()).anyMatch(one -> one.label().equals(name));
      if (areIn(inside) && !(split && divides(folder))) {
        others.add(name);
      }
    }
    return others;
  }

  /** What opens several files as one set; see {@link FolderFiles#together}. */
  static Optional<String> together(List<Path> files) {
    boolean another = files.size() < 2 || divides(files.get(0).toAbsolutePath().getParent());
    return another
        ? Optional.empty()
        : FolderFiles.together(files, ENDINGS, FolderFiles::title, "");
  }

  /** Whether they are in folders that say what is held out. */
  boolean divided() {
    return files.stream().anyMatch(found -> found.split() != null);
  }
}
