package tsbn.data.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private static final List<String> MOTIONS = List.of("amc", "bvh");

  /** Of motions and of skeletons. */
  static final List<String> ENDINGS = List.of("bvh", "amc", "asf");

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
    return FolderFiles.ends(file, ENDINGS);
  }

  /** Whether a folder has motions or skeletons. */
  static boolean areIn(Path folder) {
    return FolderFiles.areIn(folder, ENDINGS);
  }

  private static boolean ends(Path file, String ending) {
    return FolderFiles.ends(file, List.of(ending));
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
    if (ends(place, "bvh") && !folder) {
      return biovision(List.of(place), options);
    }
    if (ends(place, "amc") && !folder) {
      return acclaim(List.of(place), skeletonFor(place), options);
    }
    List<Path> motions = motions(around, folder);
    List<Path> acclaim = motions.stream().filter(file -> ends(file, "amc")).toList();
    List<Path> biovision = motions.stream().filter(file -> ends(file, "bvh")).toList();
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

  /** The motions of a folder, or of a skeleton in it, that are not left out by options. */
  private List<Path> motions(Path folder, boolean ofAnyKind) throws DataFormatException {
    return FolderFiles.only(
        address,
        FolderFiles.in(folder, ofAnyKind ? MOTIONS : List.of("amc")),
        file -> file,
        name ->
            "%s: the option only names no motion that is there: \"%s\".".formatted(place, name));
  }

  /**
   * What opens some files of one folder as one set: motions, perhaps with their skeleton; see
   * {@link FolderFiles#together}.
   */
  static Optional<String> together(List<Path> files) {
    List<Path> skeletons = files.stream().filter(file -> ends(file, "asf")).toList();
    List<Path> motions = files.stream().filter(file -> !ends(file, "asf")).toList();
    if (motions.isEmpty() || skeletons.size() > 1) {
      return Optional.empty();
    }
    String skeleton = skeletons.isEmpty() ? "" : "skeleton=" + skeletons.get(0).toAbsolutePath();
    return FolderFiles.together(motions, MOTIONS, file -> file.getFileName().toString(), skeleton);
  }

  /** Of several skeletons beside a motion, the one whose name the motion's begins with. */
  private Path skeletonFor(Path motion) throws DataFormatException {
    String name = motion.getFileName().toString();
    List<Path> named =
        FolderFiles.in(motion.getParent(), List.of("asf")).stream()
            .filter(file -> name.startsWith(FolderFiles.title(file)))
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
    List<Path> found = FolderFiles.in(folder, List.of("asf"));
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
