package tsbn.experiment;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.source.PortableSource;

/**
 * A run as one file that can be given away: a zip of what {@link RunFolder} keeps, with the newest
 * checkpoint, from which it can go on. It has no folder of this machine in it. The same run gives
 * the same bytes.
 */
public final class RunArchive {
  /** The ending of such files. */
  public static final String ENDING = ".zip";

  private static final int ATTEMPTS = 4;
  private static final int BUFFER = 1 << 16;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** What a user can add. */
  public enum Extra {
    /** The files that the run learned from; nothing where its data is built in. */
    DATA,
    /** The models of earlier moments. */
    REWIND
  }

  private RunArchive() {}

  /**
   * Whether the data of a run are files that an archive can take along.
   *
   * @param source as {@link Experiment#data()} says
   */
  public static boolean hasFiles(String source) {
    return !source.isBlank() && !source.startsWith("builtin:");
  }

  /**
   * Writes a run, which may be in training: then it is its newest checkpoint that is taken.
   *
   * @param zip is replaced where it is there already
   * @throws DataFormatException with one sentence if there is no run, or something in it cannot be
   *     taken along
   */
  public static void write(Path run, Path zip, Set<Extra> extras, Progress progress)
      throws IOException, DataFormatException {
    for (int attempt = 1; ; attempt++) {
      Map<String, Path> files = files(run, extras.contains(Extra.REWIND));
      String source = RunDescription.read(run).experiment().data();
      Optional<PortableSource> data =
          extras.contains(Extra.DATA) ? PortableSource.of(source) : Optional.empty();
      data.ifPresent(known -> files.putAll(known.files()));
      requireLimits(files);
      String named = data.map(PortableSource::source).orElse(PortableSource.named(source));
      byte[] description = renamed(Files.readString(run.resolve(RunDescription.FILE)), named);
      try {
        AtomicFile.write(zip, out -> write(description, files, out, progress));
        return;
      } catch (NoSuchFileException gone) {
        // A run in training has let go of a checkpoint; it has a newer one.
        boolean checkpoint = String.valueOf(gone.getFile()).contains(Checkpoints.FOLDER);
        if (!checkpoint || attempt == ATTEMPTS) {
          throw gone;
        }
      }
    }
  }

  /**
   * Unpacks a run into a new folder. What is in the archive is not trusted: nothing of it is
   * executed, nothing is written elsewhere, it takes 4 GB of disk at most, and a folder that is
   * there afterwards holds a whole run.
   *
   * @param into not there yet, or an empty folder
   * @throws DataFormatException with one sentence if it is not a whole archive of a run
   */
  public static void read(Path zip, Path into, Progress progress) throws DataFormatException {
    new RunUnpacking(zip, progress).into(into);
  }

  /** The description of a run with another source of data. */
  static byte[] renamed(String description, String source) {
    JsonObject json = ExperimentJson.parse(description);
    ExperimentJson.object(json, "data").addProperty("source", source);
    return ExperimentJson.text(json).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Path> files(Path run, boolean rewind) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String name : List.of(RunState.FILE, RunLabel.FILE, TopicLabels.FILE, RunFolder.MODEL)) {
      if (Files.isRegularFile(run.resolve(name))) {
        files.put(name, run.resolve(name));
      }
    }
    List<Path> whole = new ArrayList<>();
    for (Path file : checkpoints(run)) {
      if (!file.getFileName().toString().contains("-")) {
        whole.add(file);
      } else if (rewind) {
        files.put(name(file), file);
      }
    }
    if (!whole.isEmpty()) {
      Path newest = whole.get(whole.size() - 1);
      files.put(name(newest), newest);
    }
    Path curve = run.resolve(RunFolder.CURVE); // last: it has the points of all before
    if (Files.isRegularFile(curve)) {
      files.put(RunFolder.CURVE, curve);
    }
    return files;
  }

  private static String name(Path checkpoint) {
    return Checkpoints.FOLDER + "/" + checkpoint.getFileName();
  }

  private static List<Path> checkpoints(Path run) throws IOException {
    Path folder = run.resolve(Checkpoints.FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> ArchiveNames.most(name(file)) > 0).sorted().toList();
    }
  }

  /** What is written here can be read. */
  private static void requireLimits(Map<String, Path> files)
      throws IOException, DataFormatException {
    long left = ArchiveNames.MOST_BYTES;
    for (Map.Entry<String, Path> entry : files.entrySet()) {
      long most = ArchiveNames.most(entry.getKey());
      if (most < 0) {
        throw new DataFormatException(
            "%s has a name that some systems cannot store; rename it to take it along."
                .formatted(entry.getValue()));
      }
      long size = Files.size(entry.getValue());
      left -= size;
      if (size > most || left < 0) {
        throw new DataFormatException(
            "With %s the run is too large for one file.".formatted(entry.getValue()));
      }
    }
    if (files.size() >= ArchiveNames.MOST_ENTRIES) {
      throw new DataFormatException(
          "The data are more than %,d files, too many to take along."
              .formatted(ArchiveNames.MOST_ENTRIES));
    }
    if (files.keySet().stream().map(ArchiveNames::key).distinct().count() < files.size()) {
      throw new DataFormatException(
          "Two files of the data differ in the case of their names only, which some systems cannot"
              + " store; rename one to take them along.");
    }
  }

  private static void write(
      byte[] description, Map<String, Path> files, OutputStream out, Progress progress)
      throws IOException {
    long all = 1;
    for (Path file : files.values()) {
      all += Files.size(file);
    }
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    InputStream text = new ByteArrayInputStream(description);
    add(RunDescription.FILE, text, zip, Progress.NONE, description.length);
    long done = 0;
    for (Map.Entry<String, Path> entry : files.entrySet()) {
      long size = Files.size(entry.getValue());
      Progress part = progress.part((double) done / all, Math.min(1, (double) (done + size) / all));
      try (InputStream in = Files.newInputStream(entry.getValue())) {
        add(entry.getKey(), in, zip, part, size);
      }
      done += size;
    }
    zip.finish();
  }

  private static void add(
      String name, InputStream in, ZipOutputStream zip, Progress progress, long size)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    // Weights look like noise to a compressor.
    zip.setLevel(name.endsWith(".npz") ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
    zip.putNextEntry(entry);
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    // A file that grows meanwhile is taken as long as it was.
    for (int count = 0; done < size && count >= 0; done += count) {
      progress.check((double) done / size);
      count = in.read(buffer, 0, (int) Math.min(BUFFER, size - done));
      zip.write(buffer, 0, Math.max(0, count));
    }
    zip.closeEntry();
  }
}
