package tsbn.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tsbn.data.DataFormatException;
import tsbn.data.Split;

/**
 * The MIDI files of a folder: those in it, or those in its folders train, valid and test.
 *
 * @param files in the order of their names, split by split
 * @param beside how many lie beside those folders and belong to no split
 */
record MusicFiles(List<Found> files, int beside) {
  private static final int MOST_FILES = 20_000;

  /**
   * A file.
   *
   * @param split where it belongs; null where that is to be decided
   */
  record Found(Path path, Split split) {}

  /** Whether the name of a file is that of a MIDI file. */
  static boolean names(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".mid") || name.endsWith(".midi");
  }

  /** Whether a folder has MIDI files, or one of them to train on in a folder of its own. */
  static boolean areIn(Path folder) {
    try {
      return !list(folder, 1).isEmpty() || !list(folder.resolve("train"), 1).isEmpty();
    } catch (DataFormatException unreadable) {
      return false;
    }
  }

  /** Finds them. */
  static MusicFiles in(Path folder) throws DataFormatException {
    List<Path> plain = list(folder, MOST_FILES + 1);
    List<Found> divided = new ArrayList<>();
    for (Split split : Split.values()) {
      for (Path path : list(folder.resolve(split.label()), MOST_FILES + 1)) {
        divided.add(new Found(path, split));
      }
    }
    if (plain.size() > MOST_FILES || divided.size() > MOST_FILES) {
      throw new DataFormatException(
          "%s holds more than %,d MIDI files.".formatted(folder, MOST_FILES));
    }
    return divided.stream().anyMatch(found -> found.split() == Split.TRAIN)
        ? new MusicFiles(divided, plain.size())
        : new MusicFiles(plain.stream().map(path -> new Found(path, null)).toList(), 0);
  }

  /**
   * Those of some names, which do not say the files' endings.
   *
   * @throws DataFormatException with one sentence if there is no file of one of the names
   */
  MusicFiles only(String place, List<String> names) throws DataFormatException {
    for (String name : names) {
      if (files.stream().noneMatch(found -> name(found.path()).equalsIgnoreCase(name))) {
        throw new DataFormatException(
            "%s: the option only names \"%s\", and there is no piece of that name."
                .formatted(place, name));
      }
    }
    return new MusicFiles(
        files.stream()
            .filter(found -> names.stream().anyMatch(name(found.path())::equalsIgnoreCase))
            .toList(),
        beside);
  }

  /**
   * What opens several files together: their folder, with the option {@code only} unless they are
   * all that is there.
   *
   * @return nothing if they are not MIDI files of one folder, or have names that no option can say
   */
  static Optional<String> together(List<Path> paths) {
    Path folder = paths.get(0).toAbsolutePath().normalize().getParent();
    for (Path path : paths) {
      if (!names(path)
          || !path.toAbsolutePath().normalize().getParent().equals(folder)
          || name(path).matches(".*[,&?].*")) {
        return Optional.empty();
      }
    }
    boolean sayable = !folder.toString().contains("?");
    if (!sayable || areIn(folder.resolve("train")) || paths.size() < 2) {
      return Optional.empty();
    }
    List<String> names = paths.stream().map(MusicFiles::name).distinct().toList();
    try {
      boolean all = list(folder, paths.size() + 1).size() == paths.size();
      return Optional.of(all ? folder.toString() : folder + "?only=" + String.join(",", names));
    } catch (DataFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** What people call a file: its name without the ending. */
  static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  /** Whether they are in folders that say what is held out. */
  boolean divided() {
    return files.stream().anyMatch(found -> found.split() != null);
  }

  private static List<Path> list(Path folder, int most) throws DataFormatException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> names(file) && Files.isRegularFile(file))
          .limit(most)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(folder), e);
    }
  }
}
