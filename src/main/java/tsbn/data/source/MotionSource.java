package tsbn.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.RootCoding;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Up;
import tsbn.data.source.motion.AmcFile;
import tsbn.data.source.motion.AsfFile;
import tsbn.data.source.motion.BvhFile;
import tsbn.data.source.motion.Recording;

/**
 * Motion capture as text: a folder of motions of one body, or one of its files. Acclaim's motions
 * (.amc) need the skeleton (.asf) that lies beside them or that the option {@code skeleton} names.
 */
final class MotionSource {
  private static final int MOST_FILES = 20_000;
  private static final Set<String> OPTIONS =
      MotionOptions.allNames(Set.of("skeleton", "recorded", "up", "labels", "style", "only"));

  private final Path place;
  private final SourceAddress address;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();
  private long values;

  private MotionSource(Path place, SourceAddress address, Progress progress) {
    this.place = place;
    this.address = address;
    this.progress = progress;
  }

  /** Whether the name of a file is that of a motion or of a skeleton. */
  static boolean names(Path file) {
    return ends(file, ".amc") || ends(file, ".asf") || ends(file, ".bvh");
  }

  private static boolean ends(Path file, String ending) {
    Path name = file.getFileName();
    return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** Opens a folder or file. */
  static SequenceSet open(Path place, SourceAddress address, Progress progress)
      throws DataFormatException {
    address.requireOnly(OPTIONS);
    Path whole = place.toAbsolutePath().normalize();
    return new MotionSource(whole, absolute(whole, address), progress).open();
  }

  /** The address with its files named from the root, so that it opens the same anywhere. */
  private static SourceAddress absolute(Path place, SourceAddress address)
      throws DataFormatException {
    SourceAddress found = address;
    for (String option : List.of("skeleton", "labels")) {
      if (address.text(option) != null) {
        Path file = file(address, option);
        found = found.replacing(option, file.toAbsolutePath().normalize().toString());
      }
    }
    return found;
  }

  /** The file that an option names. */
  static Path file(SourceAddress address, String option) throws DataFormatException {
    String text = address.text(option);
    try {
      Path file = Path.of(text);
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // The sentence below says what is wanted.
    }
    throw new DataFormatException(
        "%s: the option %s names no file that is there: \"%s\"."
            .formatted(address.place(), option, text));
  }

  private SequenceSet open() throws DataFormatException {
    MotionOptions options = MotionOptions.of(address);
    boolean folder = Files.isDirectory(place);
    Path around = folder ? place : place.getParent();
    if (ends(place, ".bvh") && !folder) {
      return biovision(List.of(place), options);
    }
    if (ends(place, ".amc") && !folder) {
      return acclaim(List.of(place), skeletonFor(place), options);
    }
    List<Path> acclaim = motions(around, ".amc");
    List<Path> biovision = folder ? motions(around, ".bvh") : List.of();
    requireAll(acclaim, biovision);
    if (acclaim.isEmpty() && biovision.isEmpty()) {
      throw new DataFormatException(
          folder
              ? "%s is a folder without motion capture (.amc files with their .asf, or .bvh files)."
                  .formatted(place)
              : "There are no motions (.amc) beside %s.".formatted(place));
    }
    if (!acclaim.isEmpty() && !biovision.isEmpty()) {
      throw new DataFormatException(
          "%s holds motions of two kinds, .amc and .bvh; name one of the files or put them into folders of their own."
              .formatted(place));
    }
    if (!biovision.isEmpty()) {
      return biovision(biovision, options);
    }
    return acclaim(acclaim, folder ? skeletonIn(around) : place, options);
  }

  /** The motions of a folder, or those of them that the option {@code only} names. */
  private List<Path> motions(Path folder, String ending) throws DataFormatException {
    List<String> only = only();
    return files(folder, ending).stream()
        .filter(file -> only.isEmpty() || only.contains(file.getFileName().toString()))
        .toList();
  }

  private List<String> only() {
    String text = address.text("only");
    return text == null ? List.of() : List.of(text.split(","));
  }

  private void requireAll(List<Path> acclaim, List<Path> biovision) throws DataFormatException {
    for (String name : only()) {
      if (Stream.concat(acclaim.stream(), biovision.stream())
          .noneMatch(file -> file.getFileName().toString().equals(name))) {
        throw new DataFormatException(
            "%s: the option only names no motion that is there: \"%s\".".formatted(place, name));
      }
    }
  }

  /**
   * What opens some files of one folder as one set: motions, perhaps with their skeleton; nothing
   * where they are something else or a name could not be an option.
   */
  static Optional<String> together(List<Path> files) {
    List<Path> skeletons = files.stream().filter(file -> ends(file, ".asf")).toList();
    List<Path> motions = files.stream().filter(file -> !ends(file, ".asf")).toList();
    Set<Path> folders = files.stream().map(Path::getParent).collect(Collectors.toSet());
    boolean sayable = files.stream().noneMatch(file -> file.toString().matches(".*[?&,=].*"));
    if (folders.size() != 1
        || motions.isEmpty()
        || skeletons.size() > 1
        || !sayable
        || !files.stream().allMatch(MotionSource::names)) {
      return Optional.empty();
    }
    String names =
        motions.stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.joining(","));
    String skeleton = skeletons.isEmpty() ? "" : "&skeleton=" + skeletons.get(0);
    return Optional.of(motions.get(0).getParent() + "?only=" + names + skeleton);
  }

  private static List<Path> files(Path folder, String ending) throws DataFormatException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found =
          all.filter(file -> ends(file, ending) && Files.isRegularFile(file))
              .sorted()
              .limit(MOST_FILES + 1L)
              .toList();
      if (found.size() > MOST_FILES) {
        throw new DataFormatException(
            "%s holds more than %,d files.".formatted(folder, MOST_FILES));
      }
      return found;
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(folder), e);
    }
  }

  /** Of several skeletons beside a motion, the one whose name the motion's begins with. */
  private Path skeletonFor(Path motion) throws DataFormatException {
    String name = motion.getFileName().toString();
    List<Path> named =
        files(motion.getParent(), ".asf").stream()
            .filter(
                file ->
                    name.startsWith(file.getFileName().toString().replaceFirst("\\.[^.]*$", "")))
            .toList();
    return address.text("skeleton") == null && named.size() == 1
        ? named.get(0)
        : skeletonIn(motion.getParent());
  }

  /** The one skeleton of a folder, unless an option names another. */
  private Path skeletonIn(Path folder) throws DataFormatException {
    if (address.text("skeleton") != null) {
      return file(address, "skeleton");
    }
    List<Path> found = files(folder, ".asf");
    if (found.size() != 1) {
      throw new DataFormatException(
          "%s holds %s skeletons (.asf) for its motions; name one with ?skeleton=FILE."
              .formatted(folder, found.isEmpty() ? "no" : found.size()));
    }
    return found.get(0);
  }

  private SequenceSet acclaim(List<Path> files, Path asf, MotionOptions options)
      throws DataFormatException {
    Skeleton skeleton = AsfFile.read(asf);
    MotionLabels labels = labels(asf.getFileName().toString());
    List<Take> takes = new ArrayList<>();
    double rate = 0;
    for (Path file : files) {
      progress.check((double) takes.size() / files.size());
      Recording recording = AmcFile.read(file, skeleton);
      rate = sameRate(rate, recording, file);
      takes.add(take(labels, file, recording));
    }
    noteUnused(labels, takes);
    return set(skeleton, rate, takes, options);
  }

  private SequenceSet biovision(List<Path> files, MotionOptions options)
      throws DataFormatException {
    String named = address.choice("up", null, List.of("y", "z"));
    Up up = named == null ? null : named.equals("y") ? Up.Y : Up.Z;
    MotionLabels labels = labels("");
    Skeleton skeleton = null;
    List<Take> takes = new ArrayList<>();
    double rate = 0;
    for (Path file : files) {
      progress.check((double) takes.size() / files.size());
      // What is up in the first file is up in all.
      BvhFile read = BvhFile.read(file, skeleton == null ? up : skeleton.up());
      if (skeleton == null) {
        skeleton = read.skeleton();
      } else if (!sameJoints(skeleton, read.skeleton())) {
        throw new DataFormatException(
            "%s has other joints than %s; put motions of different bodies into folders of their own."
                .formatted(file.getFileName(), files.get(0).getFileName()));
      } else if (notes.isEmpty() && !skeleton.equals(read.skeleton())) {
        notes.add(
            "The bodies differ in size; all are shown with the bones of %s."
                .formatted(files.get(0).getFileName()));
      }
      rate = sameRate(rate, read.recording(), file);
      takes.add(take(labels, file, read.recording()));
    }
    noteUnused(labels, takes);
    return set(skeleton, rate, takes, options);
  }

  private static boolean sameJoints(Skeleton one, Skeleton other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int j = 0; j < one.size(); j++) {
      var a = one.joints().get(j);
      var b = other.joints().get(j);
      if (!a.name().equals(b.name())
          || a.parent() != b.parent()
          || !a.channels().equals(b.channels())) {
        return false;
      }
    }
    return true;
  }

  private MotionLabels labels(String skeleton) throws DataFormatException {
    return address.text("labels") == null
        ? MotionLabels.of(skeleton)
        : MotionLabels.read(file(address, "labels"));
  }

  private void noteUnused(MotionLabels labels, List<Take> takes) {
    String sentence = labels.unused(takes.stream().map(Take::label).toList());
    if (!sentence.isEmpty()) {
      notes.add(sentence);
    }
  }

  private double sameRate(double rate, Recording recording, Path file) throws DataFormatException {
    double said = address.number("recorded", 1, MotionCoding.MOST_FRAMES_PER_SECOND);
    double found = said > 0 ? said : recording.rate();
    if (rate > 0 && Math.abs(found - rate) > 1e-3 * rate) {
      throw new DataFormatException(
          "%s has %.4g frames a second and the files before it %.4g."
              .formatted(file.getFileName(), found, rate));
    }
    return rate > 0 ? rate : found;
  }

  private Take take(MotionLabels labels, Path file, Recording recording)
      throws DataFormatException {
    values += recording.frames().getNumElements();
    if (values > Runtime.getRuntime().maxMemory() / 64) {
      throw new DataFormatException(
          "%s holds more than the memory the program was given can take; start it with a larger -Xmx."
              .formatted(place));
    }
    return new Take(labels.of(file), null, recording.frames());
  }

  private SequenceSet set(Skeleton skeleton, double rate, List<Take> takes, MotionOptions options)
      throws DataFormatException {
    String name = place.getFileName() == null ? "motions" : place.getFileName().toString();
    String optionText = address.optionText();
    return new MotionTreatment(
            name.replaceFirst("(?i)\\.(amc|asf|bvh)$", ""),
            place + (optionText.isEmpty() ? "" : "?" + optionText),
            skeleton,
            rate,
            RootCoding.ABSOLUTE,
            notes)
        .apply(ofStyle(takes), options);
  }

  /** Those of the style that is asked for, or all. */
  private List<Take> ofStyle(List<Take> takes) throws DataFormatException {
    String wanted = address.text("style");
    if (wanted == null) {
      return takes;
    }
    List<Take> found =
        takes.stream().filter(take -> take.label().style().equalsIgnoreCase(wanted)).toList();
    if (found.isEmpty()) {
      String styles =
          takes.stream()
              .map(take -> take.label().style())
              .filter(style -> !style.isEmpty())
              .distinct()
              .collect(Collectors.joining(", "));
      throw new DataFormatException(
          "%s: no motion is of the style \"%s\"; %s."
              .formatted(
                  address.place(),
                  wanted,
                  styles.isEmpty() ? "no style is known" : "there are " + styles));
    }
    return found;
  }
}
