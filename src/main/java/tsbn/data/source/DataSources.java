package tsbn.data.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.text.KnownTopics;

/** The catalogue: opens whatever a user can name as data. */
public final class DataSources {
  private static final String BUILTIN = "builtin:";
  private static final String FILES =
      "a MATLAB file (.mat), music (.mid or a folder, .pickle, .json), motion capture (.amc, .bvh or their folder), texts (a folder, .csv, .tsv, .dat)";
  private static final List<BuiltinSource> SOURCES =
      List.of(new BouncingBalls(), new Chorales(), new GaitSource(), new Speeches());

  private DataSources() {}

  /** The sets that come with the program, in the order to show them. */
  public static List<Builtin> builtins() {
    return SOURCES.stream().map(BuiltinSource::description).toList();
  }

  /**
   * Opens a built-in set ({@code builtin:balls?train=100}) or a file or folder ({@code songs.mat},
   * {@code walk.bvh}), with options behind a question mark.
   *
   * @throws DataFormatException with one sentence if that is not possible
   */
  public static SequenceSet open(String source, Progress progress) throws DataFormatException {
    String text = source.strip();
    if (text.startsWith(BUILTIN)) {
      return builtin(SourceAddress.parse(text), text, progress);
    }
    SourceAddress address = SourceAddress.of(text);
    return file(place(address.place()), address, progress);
  }

  /**
   * What opens several files as one set: motions of one folder, perhaps with their skeleton, or
   * MIDI files of one folder.
   *
   * @param files with their folders
   * @return nothing where they cannot be one set
   */
  public static Optional<String> together(List<Path> files) {
    Optional<String> motions = MotionSource.together(files);
    return motions.isPresent() ? motions : MusicFolder.together(files);
  }

  /** Endings of the files of music. */
  public static List<String> musicEndings() {
    return Stream.of(MusicFolder.ENDINGS, NoteListSource.ENDINGS).flatMap(List::stream).toList();
  }

  /** Endings of the files of motion capture as text. */
  public static List<String> motionEndings() {
    return MotionSource.ENDINGS;
  }

  /** Endings of the files with counts of words over time. */
  public static List<String> textEndings() {
    return TextData.endings();
  }

  /**
   * Whether a folder holds motion capture, music or texts, which {@link #open} opens as one set.
   */
  public static boolean holdsData(Path folder) {
    return MotionSource.areIn(folder) || MusicFolder.areIn(folder) || TextData.areIn(folder);
  }

  /**
   * What a built-in set of word counts was drawn from.
   *
   * @param source as {@link SequenceSet#source()} says
   * @return nothing where the topics of the data are not known
   */
  public static Optional<KnownTopics> knownTopics(String source) {
    return Speeches.topics(source);
  }

  /** Whether a place is a MIDI file or holds some, which are sampled as its options say. */
  public static boolean isScore(Path place) {
    return Files.isDirectory(place) ? MusicFolder.areIn(place) : MusicFolder.names(place);
  }

  /** Whether a folder of MIDI files says by its own folders what is held out. */
  public static boolean dividesItself(Path folder) {
    return MusicFolder.divides(folder);
  }

  private static SequenceSet file(Path place, SourceAddress address, Progress progress)
      throws DataFormatException {
    if (Files.isDirectory(place)) {
      return folder(place, address, progress);
    }
    if (MotionSource.names(place)) {
      return MotionSource.open(place, address, progress);
    }
    if (MusicFolder.names(place)) {
      return MusicSource.open(place, address, progress);
    }
    if (TextData.names(place)) {
      return TextData.read(place, address, progress).set(address);
    }
    return NoteListSource.names(place)
        ? NoteListSource.open(place, address)
        : MatSource.open(place, address, progress);
  }

  private static SequenceSet folder(Path place, SourceAddress address, Progress progress)
      throws DataFormatException {
    boolean motions = MotionSource.areIn(place);
    boolean music = MusicFolder.areIn(place);
    if (!motions && !music && TextData.areIn(place)) {
      return TextData.read(place, address, progress).set(address);
    }
    if (motions == music) {
      throw new DataFormatException(
          music
              ? "%s holds motions and music; put them into folders of their own.".formatted(place)
              : "%s is a folder without motion capture (.amc files with their .asf, or .bvh files), without music (.mid files) and without texts (.txt files with a year in their names)."
                  .formatted(place));
    }
    return motions
        ? MotionSource.open(place, address, progress)
        : MusicSource.open(place, address, progress);
  }

  static boolean isFile(String text) {
    try {
      return !text.isEmpty() && Files.isRegularFile(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The whole path of a file or folder; the name of a built-in set as it is. */
  static String absolutePlace(String place) {
    return place.startsWith(BUILTIN)
        ? place
        : Path.of(place).toAbsolutePath().normalize().toString();
  }

  static Path place(String place) throws DataFormatException {
    if (place.isEmpty()) {
      throw new DataFormatException(
          "No data was named; name %s or one of %s.".formatted(FILES, builtinNames()));
    }
    try {
      if (isFile(place) || Files.isDirectory(Path.of(place))) {
        return Path.of(place);
      }
    } catch (InvalidPathException e) {
      throw new DataFormatException("\"%s\" cannot be the name of a file.".formatted(place), e);
    }
    throw new DataFormatException(
        "There is no file %s; name %s or one of %s.".formatted(place, FILES, builtinNames()));
  }

  private static SequenceSet builtin(SourceAddress address, String text, Progress progress)
      throws DataFormatException {
    for (BuiltinSource source : SOURCES) {
      if (source.description().source().equals(address.place())) {
        address.requireOnly(source.options());
        return source.open(address, text, progress);
      }
    }
    throw new DataFormatException(
        "There is no built-in set \"%s\"; there are %s."
            .formatted(address.place(), builtinNames()));
  }

  private static String builtinNames() {
    return builtins().stream().map(Builtin::source).collect(Collectors.joining(", "));
  }
}
