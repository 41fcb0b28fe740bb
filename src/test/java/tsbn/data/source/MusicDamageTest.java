package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.math.RandomStream;
import tsbn.support.MidiBytes;
import tsbn.support.RealData;

/** Seeded damage to good files: what comes out is a set or one sentence. */
class MusicDamageTest {
  private static final int ROUNDS = 1000;
  private static final byte[] MIDI_MEANS =
      MidiBytes.hex("00 01 3C 40 60 7F 80 81 90 99 B0 C0 F0 F4 F7 FF 2F 51 58");
  private static final byte[] PICKLE_MEANS =
      "()]}.012acdeghijlpqrstuFGIJKLMNRSTUVX\u0080\u0085\u0086\u0087\u008a\u008c\u0093\u0094\u0095\0\n"
          .getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] JSON_MEANS =
      "[]{},:\"0123456789.-eE\\ \nnt/".getBytes(StandardCharsets.ISO_8859_1);

  /** {@code {'train': [[(60, 64), ()], [(61,)]]}} in protocols 0, 2 and 4. */
  private static final List<String> PICKLES =
      List.of(
          "(dp0\nVtrain\np1\n(lp2\n(lp3\n(I60\nI64\ntp4\na(taa(lp6\n(I61\ntp7\naas.",
          "\u0080\2}q\0X\5\0\0\0trainq\1]q\2(]q\3(K<K@\u0086q\4)e]q\5K=\u0085q\6aes.",
          "\u0080\4\u0095)\0\0\0\0\0\0\0}\u0094\u008c\5train\u0094]\u0094(]\u0094(K<K@\u0086\u0094)"
              + "e]\u0094K=\u0085\u0094aes.");

  private static final String JSON =
      "{\"train\": [[[60, 64], []], [[61.0]]],\n \"test\": [[[60], [6.2e1, 20]]], \"by\": \"me\"}";

  /** Two tracks with running status, a tempo, a pedal, a drum, a text and a bar. */
  private static final byte[] SONG =
      MidiBytes.file(
          1,
          96,
          "00 FF 51 03 07 A1 20 00 FF 58 04 03 02 18 08 00 FF 01 03 41 42 43 83 00 FF 2F 00",
          "00 B0 40 7F 00 90 3C 40 60 3C 00 00 3E 40 00 99 24 40 30 24 00 00 90 3E 00"
              + " 10 B0 40 00 00 F0 02 01 F7 81 00 90 40 40 60 80 40 00 00 FF 2F 00");

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void mutatedFilesGiveADataFormatExceptionOrData() throws Exception {
    fuzz("a.mid", List.of(SONG), MIDI_MEANS);
    fuzz("b.pickle", PICKLES.stream().map(MusicDamageTest::latin).toList(), PICKLE_MEANS);
    fuzz("c.json", List.of(latin(JSON)), JSON_MEANS);
  }

  @Test
  @Timeout(60)
  void mutatedRealFilesGiveADataFormatExceptionOrData() throws Exception {
    List<byte[]> good = new ArrayList<>();
    for (Path place : List.of(RealData.midi("nottingham_tunes"), RealData.midi("."))) {
      try (Stream<Path> files = Files.list(place)) {
        for (Path file : files.filter(MusicFolder::names).sorted().toList()) {
          byte[] bytes = Files.readAllBytes(file);
          if (bytes.length > 20 && bytes.length < 10_000) {
            good.add(bytes);
          }
        }
      }
    }
    assertTrue(good.size() > 60);
    fuzz("a.mid", good, MIDI_MEANS);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void fuzz(String name, List<byte[]> good, byte[] meaning) throws IOException {
    RandomStream random = new RandomStream(20156);
    Path file = folder.resolve(name);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = good.get(round % good.size());
      Files.write(file, new Damage(meaning, 5, 30).of(bytes, random.child(round)));
      try {
        DataSources.open(file.toString(), Progress.NONE);
      } catch (DataFormatException e) {
        refused++;
        String sentence = e.getMessage();
        assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
        assertTrue(sentence.contains(name.substring(0, 1)), sentence);
      } catch (RuntimeException e) {
        throw new AssertionError("round " + round + " of " + name, e);
      }
    }
    assertTrue(refused > ROUNDS / 8, name + ": only " + refused + " of " + ROUNDS);
    assertTrue(refused < ROUNDS, name + ": every one");
  }

  @Test
  @Timeout(60)
  void smallFilesThatClaimMuchTakeNoTimeAndMemory() throws Exception {
    for (String hex :
        List.of(
            // Events and parts of 2^28 and 2^32 bytes, and 65,535 tracks.
            "4D546864 00000006 0000 0001 0060 4D54726B 00000008 00FF01FFFFFF7F00",
            "4D546864 00000006 0000 0001 0060 4D54726B FFFFFFFF 00FF2F00",
            "4D546864 FFFFFFFF 0000 0001 0060",
            "4D546864 00000006 0001 FFFF 0060 4D54726B 00000004 00FF2F00")) {
      refused("a.mid", MidiBytes.hex(hex));
    }
    // Notes that last for ever, a hundred thousand of them.
    StringBuilder track = new StringBuilder("00 90 3C 40 ");
    track.append("00 3C 40 ".repeat(100_000)).append("FF FF FF 7F 3C 00 FF FF FF 7F 3C 00");
    refused("a.mid", MidiBytes.file(0, 1, track.toString()));
    Files.write(folder.resolve("long.mid"), MidiBytes.file(0, 2000, track.toString()));
    assertEquals(
        134_218,
        DataSources.open(folder.resolve("long.mid") + "?step=half", Progress.NONE)
            .all()
            .get(0)
            .frames());
    refused("b.pickle", MidiBytes.hex("8002 58 FFFFFF7F 61 2E"));
    refused("b.pickle", MidiBytes.hex("8004 8D FFFFFFFFFFFFFF7F 61 2E"));
    refused("b.pickle", latin("(".repeat(1_000_000)));
    refused("b.pickle", latin("]2".repeat(500_000) + "a".repeat(500_000)));
    refused("c.json", latin("[".repeat(1_000_000)));
    refused("c.json", latin("{\"train\": [[[" + "1".repeat(1_000_000) + "]]]}"));
  }

  private void refused(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      DataSources.open(file.toString(), Progress.NONE);
      throw new AssertionError(name + " was read");
    } catch (DataFormatException e) {
      assertTrue(e.getMessage().endsWith("."), e.getMessage());
      assertTrue(e.getMessage().length() < 400, "a sentence of " + e.getMessage().length());
    }
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(taken < 4_000_000 + 200L * bytes.length, name + " took " + taken);
  }
}
