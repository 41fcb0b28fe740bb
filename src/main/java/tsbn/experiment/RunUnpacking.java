package tsbn.experiment;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.source.PortableSource;

/** Reads the archive of a run, which anybody may have made. */
final class RunUnpacking {
  private static final int BUFFER = 1 << 16;

  /** Bytes of a zip's last record, and where in it the number of entries stands. */
  private static final int END = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_COUNT = 10;

  private final Path zip;
  private final Progress progress;
  private final Set<String> names = new HashSet<>();
  private long left = ArchiveNames.MOST_BYTES;
  private double size;

  RunUnpacking(Path zip, Progress progress) {
    this.zip = zip;
    this.progress = progress;
  }

  /** Where the contents of an entry go. */
  private interface Target {
    /** A stream for one, which is closed. */
    OutputStream open(String name) throws IOException;
  }

  /** Unpacks it all into a folder that is not there or empty. */
  void into(Path folder) throws DataFormatException {
    Path whole = folder.toAbsolutePath().normalize();
    String name = ".%s.%d.part".formatted(whole.getFileName(), ProcessHandle.current().pid());
    Path beside = whole.resolveSibling(name);
    try {
      requireNew(whole);
      Files.createDirectories(whole.getParent());
      FileTree.delete(beside);
      Files.createDirectory(beside);
      // One folder deeper than what looks for runs beside the place would see.
      Path run = Files.createDirectory(beside.resolve("run"));
      try {
        unpack(entry -> create(run, entry));
        check(run);
        Files.deleteIfExists(whole); // an empty folder
        Files.move(run, whole);
      } finally {
        FileTree.delete(beside);
      }
    } catch (IOException | InvalidPathException e) {
      throw new DataFormatException("%s cannot be written.".formatted(folder), e);
    }
  }

  private static void requireNew(Path folder) throws IOException, DataFormatException {
    boolean free = !Files.exists(folder);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        free = entries.findAny().isEmpty();
      }
    }
    if (!free) {
      throw new DataFormatException("%s is there already; name a new folder.".formatted(folder));
    }
  }

  private static OutputStream create(Path run, String name) throws IOException {
    Path file = run.resolve(name).normalize();
    if (!file.startsWith(run)) {
      throw new IllegalStateException(name); // the names that are let in are not like this
    }
    Files.createDirectories(file.getParent());
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Makes sure that what was unpacked is a run, and names its data as they are called here. */
  private void check(Path run) throws IOException, DataFormatException {
    try {
      Path description = run.resolve(RunDescription.FILE);
      RunDescription.read(run);
      String text = Files.readString(description);
      Files.write(description, RunArchive.renamed(text, source(text, run)));
      boolean model =
          names.contains(RunFolder.MODEL)
              || names.contains(RunState.FILE)
              || Files.exists(run.resolve(Checkpoints.FOLDER));
      if (!model) {
        throw new DataFormatException(
            "%s holds settings and no run; train with it as a preset.".formatted(zip));
      }
      Continuation.read(run);
    } catch (DataFormatException e) {
      // The user knows of the archive, not of the folder beside.
      throw new DataFormatException(e.getMessage().replace(run.toString(), zip.toString()), e);
    }
  }

  /** The source of the data: no file but one that came along has a place. */
  private static String source(String description, Path run) {
    String source =
        ExperimentJson.string(
            ExperimentJson.object(ExperimentJson.parse(description), "data"), "source");
    if (source == null || !ArchiveNames.ofData(source)) {
      return source == null ? "" : PortableSource.named(source);
    }
    return PortableSource.isThere(PortableSource.at(source, run))
        ? source
        : PortableSource.named(source);
  }

  /** The text of the description alone. */
  String description() throws DataFormatException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    unpack(name -> name.equals(RunDescription.FILE) ? text : OutputStream.nullOutputStream());
    return text.toString(StandardCharsets.UTF_8);
  }

  private void unpack(Target target) throws DataFormatException {
    try (FileChannel file = FileChannel.open(zip, StandardOpenOption.READ)) {
      size = file.size();
      int expected = entries(file);
      file.position(0);
      ZipInputStream in =
          new ZipInputStream(
              new BufferedInputStream(Channels.newInputStream(file), BUFFER),
              StandardCharsets.UTF_8);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        requireKnown(name);
        try (OutputStream out = target.open(name)) {
          copy(name, in, out, file);
        }
        in.closeEntry(); // its sum was checked at its end
      }
      if (names.size() != expected || !names.contains(RunDescription.FILE)) {
        throw new DataFormatException(
            "%s is not the whole archive of a run%s."
                .formatted(
                    zip, names.size() == expected ? ": there is no " + RunDescription.FILE : ""));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DataFormatException(
          "%s cannot be unpacked; it is damaged, or there is no room.".formatted(zip), e);
    }
  }

  /** How many entries a zip's end says that there are. */
  private int entries(FileChannel file) throws IOException, DataFormatException {
    ByteBuffer end = ByteBuffer.allocate(END).order(ByteOrder.LITTLE_ENDIAN);
    if (size >= END) {
      file.position(file.size() - END);
      while (end.hasRemaining() && file.read(end) >= 0) {
        continue;
      }
    }
    if (end.hasRemaining() || end.getInt(0) != END_SIGNATURE) {
      throw new DataFormatException("%s is not the whole archive of a run.".formatted(zip));
    }
    return end.getShort(END_COUNT) & 0xFFFF;
  }

  private void requireKnown(String name) throws DataFormatException {
    if (ArchiveNames.most(name) < 0) {
      throw new DataFormatException(
          "%s is not the archive of a run: it holds \"%s\".".formatted(zip, shown(name)));
    }
    if (!names.add(ArchiveNames.key(name))) {
      throw new DataFormatException("%s holds %s twice.".formatted(zip, shown(name)));
    }
    if (names.size() > ArchiveNames.MOST_ENTRIES) {
      throw new DataFormatException(
          "%s holds more than %,d files.".formatted(zip, ArchiveNames.MOST_ENTRIES));
    }
  }

  private static String shown(String name) {
    String plain = name.replaceAll("(?U)[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "?");
    return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
  }

  /** Copies an entry, however long it says to be, as far as it may be. */
  private void copy(String name, InputStream in, OutputStream out, FileChannel file)
      throws IOException, DataFormatException {
    long most = Math.min(left, ArchiveNames.most(name));
    long done = 0;
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      done += count;
      if (done > most) {
        throw new DataFormatException(
            "%s is refused: %s unpacks to more than %,d bytes.".formatted(zip, shown(name), most));
      }
      out.write(buffer, 0, count);
      progress.check(Math.min(1, file.position() / size));
    }
    left -= done;
  }
}
