package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.learn.CurvePoint;

class CurveFileTest {
  @TempDir Path folder;

  private static List<CurvePoint> points(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            i ->
                new CurvePoint(
                    i,
                    i / 3.0,
                    100L * i,
                    -70 + 1.0 / i,
                    Double.NaN,
                    Double.NaN,
                    0.1,
                    0.2,
                    1e-9 / i))
        .toList();
  }

  @Test
  void growsAndIsCutWhereARunGoesOn() throws Exception {
    Path place = folder.resolve("curve.csv");
    try (CurveFile curve = CurveFile.create(place, List.of(), Disk.REAL)) {
      curve.append(points(1, 4));
      curve.append(points(5, 9));
      curve.force();
    }
    assertEquals(points(1, 9), CurveCsv.read(place));
    assertEquals(points(1, 6), CurveCsv.read(place, 6));
    try (CurveFile curve = CurveFile.goOn(place, 6, Disk.REAL)) {
      assertEquals(points(1, 6), CurveCsv.read(place));
      curve.append(points(7, 8));
    }
    assertEquals(points(1, 8), CurveCsv.read(place));
    try (CurveFile curve = CurveFile.goOn(place, 100, Disk.REAL)) {
      curve.append(points(9, 9));
    }
    assertEquals(points(1, 9), CurveCsv.read(place));
    try (CurveFile curve = CurveFile.goOn(place, 0, Disk.REAL)) {
      assertEquals(List.of(), CurveCsv.read(place));
      curve.append(points(1, 1));
    }
    assertEquals(points(1, 1), CurveCsv.read(place));
  }

  /** Wherever a program is ended while it writes a line, the lines before are there. */
  @Test
  void aTornLastLineIsNoError() throws Exception {
    Path place = folder.resolve("curve.csv");
    CurveFile.create(place, points(1, 3), Disk.REAL).close();
    byte[] whole = Files.readAllBytes(place);
    int lastLine = new String(whole, 0, whole.length - 1, "UTF-8").lastIndexOf('\n') + 1;
    for (int length = lastLine; length < whole.length; length++) {
      Files.write(place, Arrays.copyOf(whole, length));
      assertEquals(points(1, 2), CurveCsv.read(place));
      try (CurveFile curve = CurveFile.goOn(place, 3, Disk.REAL)) {
        curve.append(points(3, 3));
      }
      assertEquals(points(1, 3), CurveCsv.read(place));
    }
  }

  @Test
  void whatHadNoRoomIsWrittenLater() throws Exception {
    Path place = folder.resolve("curve.csv");
    SmallDisk disk = new SmallDisk();
    try (CurveFile curve = CurveFile.create(place, List.of(), disk)) {
      curve.append(points(1, 2));
      disk.leave(30);
      assertThrows(IOException.class, () -> curve.append(points(3, 4)));
      assertEquals(points(1, 2), CurveCsv.read(place));
      assertTrue(Files.readString(place).endsWith("\n"), "no line is left in halves");
      assertThrows(IOException.class, curve::force);
      disk.leave(Long.MAX_VALUE);
      curve.append(points(5, 5));
    }
    assertEquals(points(1, 5), CurveCsv.read(place));
  }

  @Test
  void aHundredThousandPointsLoadFast() throws Exception {
    Path place = folder.resolve("curve.csv");
    CurveFile.create(place, points(1, 100_000), Disk.REAL).close();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    assertEquals(100_000, CurveCsv.read(place).size());
    try (CurveFile curve = CurveFile.goOn(place, 99_999, Disk.REAL)) {
      curve.append(points(100_000, 100_000));
    }
    double seconds = (threads.getCurrentThreadCpuTime() - begin) * 1e-9;
    assertTrue(seconds < 3, "took " + seconds + " s of the processor");
    Files.writeString(place, "1,2", StandardOpenOption.APPEND);
    assertEquals(100_000, CurveCsv.read(place).size());
  }
}
