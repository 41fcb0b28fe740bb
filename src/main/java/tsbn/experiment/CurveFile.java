package tsbn.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tsbn.learn.CurvePoint;

/**
 * The file {@code curve.csv} of a run that goes on: lines are added at its end. What could not be
 * written waits here for the next attempt, and the file ends with a whole line meanwhile.
 */
final class CurveFile implements AutoCloseable {
  private final FileChannel file;
  private final Disk disk;
  private final StringBuilder waiting = new StringBuilder();
  private long end;

  private CurveFile(FileChannel file, long end, Disk disk) {
    this.file = file;
    this.end = end;
    this.disk = disk;
  }

  /** Starts a file with these points, in the place of what is there. */
  static CurveFile create(Path place, List<CurvePoint> points, Disk disk) throws IOException {
    AtomicFile.write(place, AtomicFile.contents(out -> CurveCsv.write(points, out)), disk);
    return open(place, Files.size(place), disk);
  }

  /** Goes on with a file after the line of an iteration; lines of later ones are cut. */
  static CurveFile goOn(Path place, int iteration, Disk disk) throws IOException {
    long end = Files.exists(place) ? CurveCsv.endOf(iteration, place) : 0;
    return end == 0 ? create(place, List.of(), disk) : open(place, end, disk);
  }

  private static CurveFile open(Path place, long end, Disk disk) throws IOException {
    FileChannel file = FileChannel.open(place, StandardOpenOption.WRITE);
    try {
      file.truncate(end);
      file.position(end);
      return new CurveFile(file, end, disk);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Adds lines. */
  void append(List<CurvePoint> points) throws IOException {
    for (CurvePoint point : points) {
      CurveCsv.line(point, waiting);
    }
    write();
  }

  /** Has all lines so far on the disk. */
  void force() throws IOException {
    write();
    file.force(false);
  }

  private void write() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(waiting.toString().getBytes(StandardCharsets.UTF_8));
    int count = bytes.remaining();
    if (count == 0) {
      return;
    }
    try {
      file.position(end);
      disk.writeAll(file, bytes);
      end += count;
      waiting.setLength(0);
    } catch (IOException e) {
      file.truncate(end); // no line is left in halves
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
