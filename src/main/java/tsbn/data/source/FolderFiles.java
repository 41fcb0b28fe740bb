package tsbn.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsbn.data.DataFormatException;

/** The files of a folder that are one data set, and the option {@code only} that names some. */
final class FolderFiles {
  /** More files than these are no data set. */
  private static final int MOST = 20_000;

  private FolderFiles() {}

  /** Whether the name of a file ends with one of these, such as {@code mid}, in any case. */
  static boolean ends(Path file, List<String> endings) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(ending -> name.endsWith("." + ending));
  }

  /** What people call a file: its name without the ending. */
  static String title(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  /**
   * The files of a folder with one of some endings, in the order of their names.
   *
   * @throws DataFormatException with one sentence if it cannot be read, or there are too many
   */
  static List<Path> in(Path folder, List<String> endings) throws DataFormatException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found =
          all.filter(file -> ends(file, endings) && Files.isRegularFile(file))
              .limit(MOST + 1L)
              .sorted()
              .toList();
      if (found.size() > MOST) {
        throw new DataFormatException(
            "%s holds more than %,d files of one kind.".formatted(folder, MOST));
      }
      return found;
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(folder), e);
    }
  }

  /** The folders in a folder, in the order of their names; none where it cannot be read. */
  static List<Path> foldersIn(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).limit(MOST).sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** Whether a folder has a file with one of some endings; false where it cannot be read. */
  static boolean areIn(Path folder, List<String> endings) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.anyMatch(file -> ends(file, endings) && Files.isRegularFile(file));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Those files that the option {@code only} names, with or without endings; all where it is not
   * given.
   *
   * @param path the file of an element
   * @param missing the sentence about a name that no file has
   * @throws DataFormatException with that sentence
   */
  static <F> List<F> only(
      SourceAddress address, List<F> files, Function<F, Path> path, UnaryOperator<String> missing)
      throws DataFormatException {
    if (address.text("only") == null) {
      return files;
    }
    List<String> names = Stream.of(address.text("only").split(",")).map(String::strip).toList();
    for (String name : names) {
      if (files.stream().map(path).noneMatch(file -> isNamed(file, name))) {
        throw new DataFormatException(missing.apply(name));
      }
    }
    return files.stream()
        .filter(file -> names.stream().anyMatch(name -> isNamed(path.apply(file), name)))
        .toList();
  }

  private static boolean isNamed(Path file, String name) {
    return title(file).equalsIgnoreCase(name)
        || String.valueOf(file.getFileName()).equalsIgnoreCase(name);
  }

  /**
   * What opens several files as one set: their folder, with the option {@code only} unless they are
   * all of their kind in it.
   *
   * @param files at least one
   * @param endings of their kind
   * @param name what the option calls a file
   * @param further another option, such as {@code skeleton=35.asf}; empty for none
   * @return nothing if they are not all of that kind and of one folder, or have names that no
   *     option can say
   */
  static Optional<String> together(
      List<Path> files, List<String> endings, Function<Path, String> name, String further) {
    Path folder = folder(files.get(0));
    boolean sayable = !folder.toString().contains("?") && !further.matches(".*[?&].*");
    for (Path file : files) {
      sayable &= !name.apply(file).matches(".*[,&?].*");
      if (!sayable || !ends(file, endings) || !folder(file).equals(folder)) {
        return Optional.empty();
      }
    }
    String only = files.stream().map(name).distinct().collect(Collectors.joining(",", "only=", ""));
    try {
      only = in(folder, endings).size() == files.size() ? "" : only;
    } catch (DataFormatException unreadable) {
      return Optional.empty();
    }
    String options =
        Stream.of(only, further).filter(text -> !text.isEmpty()).collect(Collectors.joining("&"));
    return Optional.of(options.isEmpty() ? folder.toString() : folder + "?" + options);
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().getParent();
  }
}
