package tsbn.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tsbn.data.DataFormatException;
import tsbn.data.source.text.LdaC;
import tsbn.data.source.text.TextFolder;

/**
 * Files of data on their way to another place: which they are, and how the source that opens them
 * is called when they lie in the folder {@value #FOLDER} of another folder. There the names of
 * files begin with {@code data/} and have no folders of this machine in them.
 */
public final class PortableSource {
  /** The folder for files of data. */
  public static final String FOLDER = "data";

  private static final String PREFIX = FOLDER + "/";
  private static final String BUILTIN = "builtin:";
  private static final Set<String> FILE_OPTIONS =
      Set.of("skeleton", "labels", "slices", "vocabulary", "stop-words");
  private static final Set<String> NO_FILES = Set.of("english", "none");

  private final SortedMap<String, Path> files = new TreeMap<>();
  private String source;

  private PortableSource() {}

  /**
   * What a source is read from.
   *
   * @param source as {@link tsbn.data.SequenceSet#source()} says
   * @return nothing where it is built in, or nobody knows it
   * @throws DataFormatException with one sentence if a file is gone or cannot be taken along
   */
  public static Optional<PortableSource> of(String source) throws DataFormatException {
    if (source.isBlank() || source.startsWith(BUILTIN)) {
      return Optional.empty();
    }
    SourceAddress address = SourceAddress.of(source);
    Path place = DataSources.place(address.place()).toAbsolutePath().normalize();
    PortableSource found = new PortableSource();
    Path above = place.getParent() == null ? place : place.getParent();
    for (Path file : read(place, address)) {
      found.add(above.relativize(file), file);
    }
    for (String option : FILE_OPTIONS) {
      if (namesFile(option, address.text(option))) {
        Path file = TextOptions.file(address, option);
        address = address.replacing(option, found.add(file.getFileName(), file));
      }
    }
    String options = address.optionText();
    found.source = PREFIX + above.relativize(place) + (options.isEmpty() ? "" : "?" + options);
    return Optional.of(found);
  }

  /** The files by their new names, with / between folders. */
  public SortedMap<String, Path> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  /** What opens them, by their new names. */
  public String source() {
    return source;
  }

  private String add(Path name, Path file) throws DataFormatException {
    String text = PREFIX + name.toString().replace(name.getFileSystem().getSeparator(), "/");
    Path whole = file.toAbsolutePath().normalize();
    Path other = files.put(text, whole);
    if (other != null && !other.equals(whole)) {
      throw new DataFormatException(
          "%s and %s have one name; rename one of them to take both along."
              .formatted(other, whole));
    }
    return text;
  }

  private static boolean namesFile(String option, String value) {
    return value != null && !(option.equals("stop-words") && NO_FILES.contains(value));
  }

  /** The files that are read without an option naming them. */
  private static List<Path> read(Path place, SourceAddress address) throws DataFormatException {
    if (Files.isDirectory(place)) {
      return inFolder(place, address);
    }
    List<Path> files = new ArrayList<>(List.of(place));
    if (FolderFiles.ends(place, List.of("asf"))) {
      files.addAll(only(address, FolderFiles.in(place.getParent(), List.of("amc"))));
    } else if (FolderFiles.ends(place, List.of("amc")) && address.text("skeleton") == null) {
      files.addAll(FolderFiles.in(place.getParent(), List.of("asf")));
    } else if (FolderFiles.ends(place, TextData.LDA_C)) {
      files.addAll(LdaC.beside(place));
    }
    return files;
  }

  private static List<Path> inFolder(Path place, SourceAddress address) throws DataFormatException {
    if (MotionSource.areIn(place)) {
      List<Path> files = new ArrayList<>(FolderFiles.in(place, List.of("asf")));
      files.addAll(only(address, FolderFiles.in(place, List.of("amc", "bvh"))));
      return files;
    }
    if (MusicFolder.areIn(place)) {
      return MusicFolder.in(place).only(address).files().stream()
          .map(MusicFolder.Found::path)
          .toList();
    }
    Path texts = TextFolder.find(place);
    if (texts == null) {
      throw new DataFormatException("%s holds no data any more.".formatted(place));
    }
    try (Stream<Path> all = Files.list(texts)) {
      return all.filter(TextFolder::isText).sorted().toList();
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(texts), e);
    }
  }

  private static List<Path> only(SourceAddress address, List<Path> files)
      throws DataFormatException {
    return FolderFiles.only(
        address,
        files,
        file -> file,
        name -> "%s: there is no file \"%s\" any more.".formatted(address.place(), name));
  }

  // Names

  /**
   * The source as it is called elsewhere without its files: no folder of this machine is left in
   * it.
   */
  public static String named(String source) {
    return source.startsWith(BUILTIN)
        ? source
        : renamed(source, text -> text.replaceFirst("^.*[/\\\\](?=[^/\\\\])", ""));
  }

  /** The source with the names that files have in a folder, for those that lie in its data. */
  public static String within(String source, Path folder) {
    Path data = folder.toAbsolutePath().normalize().resolve(FOLDER);
    return renamed(
        source,
        text -> {
          try {
            Path file = Path.of(text);
            return file.isAbsolute() && !file.equals(data) && file.normalize().startsWith(data)
                ? PREFIX + data.relativize(file.normalize()).toString().replace('\\', '/')
                : text;
          } catch (InvalidPathException notAPath) {
            return text;
          }
        });
  }

  /** The source with whole paths for the files that lie in the data of a folder. */
  public static String at(String source, Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    return renamed(
        source,
        text -> {
          try {
            Path file = whole.resolve(text).normalize();
            return text.startsWith(PREFIX) && file.startsWith(whole.resolve(FOLDER))
                ? file.toString()
                : text;
          } catch (InvalidPathException notAPath) {
            return text;
          }
        });
  }

  /** Whether a source is built in, or the file or folder that it names is on this machine. */
  public static boolean isThere(String source) {
    if (source.startsWith(BUILTIN)) {
      return true;
    }
    String place = SourceOptions.of(source).place();
    // A file of strangers is no reason to ask another machine for something.
    if (place.isBlank() || place.startsWith("//") || place.startsWith("\\\\")) {
      return false;
    }
    try {
      return Files.exists(Path.of(place));
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  private static String renamed(String source, UnaryOperator<String> rename) {
    if (source.startsWith(BUILTIN)) {
      return source;
    }
    SourceOptions options = SourceOptions.of(source);
    String place = options.place();
    for (String option : FILE_OPTIONS) {
      if (namesFile(option, options.get(option))) {
        options = options.with(option, rename.apply(options.get(option)));
      }
    }
    return rename.apply(place) + options.source().substring(place.length());
  }
}
