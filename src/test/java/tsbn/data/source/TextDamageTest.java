package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.math.RandomStream;

/** Seeded damage to good files: what comes out is a set or one sentence. */
class TextDamageTest {
  private static final int ROUNDS = 1000;
  private static final String OPTIONS = "?min-total=0&min-year=0&stop-words=none&min-length=1";
  private static final byte[] MEANS =
      "0123456789:,;\t\"\n\r -.'ayw\u00e9\u2019".getBytes(StandardCharsets.UTF_8);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void mutatedFilesGiveADataFormatExceptionOrData() throws Exception {
    fuzz("a.csv", "year,word,count\n1900,\"war\",12\n1901,peace,3\n1902,war,7\n", "a.csv");
    fuzz("b.tsv", "1900\twar\t12\n1901\tpeace\t3\n1902\twar\t7\n", "b.tsv");
    Files.writeString(folder.resolve("c-seq.dat"), "3\n1\n1\n2\n");
    Files.writeString(folder.resolve("c-vocab.dat"), "war\npeace\nland\n");
    fuzz("c-mult.dat", "2 0:1 2:3\n1 0:1\n0\n1 1:4\n", "c-mult.dat");
    fuzz("c-seq.dat", "3\n1\n1\n2\n", "c-mult.dat");
  }

  @Test
  @Timeout(60)
  void mutatedTextsGiveASet() throws Exception {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("1900.txt"), "war and peace");
    Files.writeString(texts.resolve("1901.txt"), "peace and war");
    RandomStream random = new RandomStream(7);
    byte[] good = "A nation\u2019s caf\u00e9, 1,000 wars.".getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 300; round++) {
      Files.write(
          texts.resolve("1902.txt"), new Damage(MEANS, 4, 10).of(good, random.child(round)));
      DataSources.open(texts + OPTIONS + "&future=0", Progress.NONE);
    }
  }

  private void fuzz(String name, String text, String opened) throws Exception {
    byte[] good = text.getBytes(StandardCharsets.UTF_8);
    RandomStream random = new RandomStream(2015);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Files.write(folder.resolve(name), new Damage(MEANS, 4, 10).of(good, random.child(round)));
      try {
        DataSources.open(folder.resolve(opened) + OPTIONS, Progress.NONE);
      } catch (DataFormatException e) {
        refused++;
        String sentence = e.getMessage();
        assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
        assertTrue(sentence.contains(name.substring(0, 1)), sentence);
      } catch (RuntimeException e) {
        throw new AssertionError("round " + round + " of " + name, e);
      }
    }
    assertTrue(refused > ROUNDS / 8 && refused < ROUNDS, name + ": " + refused);
    Files.write(folder.resolve(name), good);
  }

  @Test
  @Timeout(60)
  void smallFilesThatClaimMuchTakeNoMemory() throws Exception {
    Files.writeString(folder.resolve("c-vocab.dat"), "war\n");
    Files.writeString(folder.resolve("c-seq.dat"), "1000000\n2147483647\n");
    Files.writeString(folder.resolve("c-mult.dat"), "1 0:1\n");
    refused(folder.resolve("c-mult.dat"));
    StringBuilder years = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      years.append(i).append(",w").append(i).append(",1\n");
    }
    // Dense they would be 20,000 years x 20,000 words.
    refused(Files.writeString(folder.resolve("a.csv"), years));
  }

  private static void refused(Path file) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      DataSources.open(file + OPTIONS, Progress.NONE);
      throw new AssertionError(file + " was read");
    } catch (DataFormatException e) {
      assertTrue(e.getMessage().endsWith(".") && e.getMessage().length() < 400, e.getMessage());
    }
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(taken < 100_000_000, file + " took " + taken);
  }
}
