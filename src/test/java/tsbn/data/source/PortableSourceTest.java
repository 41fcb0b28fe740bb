package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.ContentHash;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.support.MidiBytes;

/** Data that were taken elsewhere are the same data there. */
class PortableSourceTest {
  @TempDir Path here;
  @TempDir Path there;

  private List<String> moved(String source) throws Exception {
    SequenceSet set = DataSources.open(source, Progress.NONE);
    PortableSource portable = PortableSource.of(set.source()).orElseThrow();
    for (Map.Entry<String, Path> file : portable.files().entrySet()) {
      Path place = there.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.copy(file.getValue(), place);
    }
    assertFalse(portable.source().contains(here.toString()), portable.source());
    String opens = PortableSource.at(portable.source(), there);
    SequenceSet again = DataSources.open(opens, Progress.NONE);
    assertEquals(ContentHash.of(set), ContentHash.of(again));
    assertEquals(portable.source(), PortableSource.within(again.source(), there));
    return List.copyOf(portable.files().keySet());
  }

  private Path write(String name, String text) throws IOException {
    Path file = here.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void motionsTakeTheirSkeletonAndOnlyThoseThatAreMeant() throws Exception {
    write("leg/leg.asf", MotionSourceTest.ASF);
    for (int i = 1; i <= 3; i++) {
      write("leg/" + i + ".amc", MotionSourceTest.amc(1, 4 + i, 9));
    }
    write("leg/thesis.txt", "private");
    String styles = write("styles.txt", "1 walk\n2 run\n").toString();
    assertEquals(
        List.of("data/leg/1.amc", "data/leg/2.amc", "data/leg/leg.asf", "data/styles.txt"),
        moved(here.resolve("leg") + "?only=1,2&test=0&labels=" + styles));
  }

  @Test
  void oneMotionTakesItsSkeleton() throws Exception {
    write("leg.asf", MotionSourceTest.ASF);
    Path motion = write("a.amc", MotionSourceTest.amc(1, 4, 9));
    write("b.amc", MotionSourceTest.amc(1, 4, 9));
    assertEquals(List.of("data/a.amc", "data/leg.asf"), moved(motion + "?constant=keep"));
  }

  @Test
  void musicTakesTheFoldersThatDivideIt() throws Exception {
    byte[] song = MidiBytes.file(0, 96, "00 90 3C 40 60 80 3C 00 00 FF 2F 00");
    for (String name : List.of("train/a.mid", "train/b.mid", "test/c.mid")) {
      Path file = here.resolve("songs").resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, song);
    }
    assertEquals(
        List.of("data/songs/test/c.mid", "data/songs/train/a.mid", "data/songs/train/b.mid"),
        moved(here.resolve("songs").toString()));
  }

  @Test
  void wordsTakeTheirVocabularyAndStopWords() throws Exception {
    write("c-seq.dat", "3\n1\n1\n2\n");
    write("words.txt", "war\npeace\nland\n");
    String stop = write("lists/stop.txt", "nothing").toString();
    Path counts = write("c-mult.dat", "2 0:1 2:3\n2 0:1 1:2\n1 0:5\n1 1:4\n");
    String options = "?min-total=0&min-year=0&min-length=1&vocabulary=words.txt&stop-words=" + stop;
    assertEquals(
        List.of("data/c-mult.dat", "data/c-seq.dat", "data/stop.txt", "data/words.txt"),
        moved(counts + options));
  }

  @Test
  void textsOfAFolderWithin() throws Exception {
    for (int year = 1900; year < 1904; year++) {
      write("speeches/texts/" + year + ".txt", "war and peace and land " + year);
    }
    String options = "?min-total=0&min-year=0&stop-words=none";
    assertEquals(4, moved(here.resolve("speeches") + options).size());
  }

  @Test
  void whatIsBuiltInHasNoFilesAndWhatIsGoneIsNamed() throws Exception {
    assertTrue(PortableSource.of("builtin:balls?train=3").isEmpty());
    assertTrue(PortableSource.of("").isEmpty());
    DataFormatException e =
        assertThrows(
            DataFormatException.class, () -> PortableSource.of(here.resolve("no.mat").toString()));
    assertTrue(e.getMessage().contains("no.mat"));
  }

  @Test
  void filesOfOneNameAreNotMixedUp() throws Exception {
    write("leg.asf", MotionSourceTest.ASF);
    Path motion = write("a.amc", MotionSourceTest.amc(1, 4, 9));
    String other = write("other/a.amc", "a walk\n").toString();
    assertThrows(DataFormatException.class, () -> PortableSource.of(motion + "?labels=" + other));
  }

  @Test
  void namesLoseAndGetTheirFolders() {
    assertEquals("songs.mat?var=a", PortableSource.named("/home/alice/songs.mat?var=a"));
    assertEquals("songs.mat", PortableSource.named("C:\\Users\\alice\\songs.mat"));
    assertEquals("songs", PortableSource.named("//host/share/songs"));
    assertEquals("a.mat?skeleton=35.asf", PortableSource.named("/x/a.mat?skeleton=/y/35.asf"));
    assertEquals("builtin:balls?size=8", PortableSource.named("builtin:balls?size=8"));
    String file = there.resolve("data/a.mat").toString();
    assertEquals(file + "?var=b", PortableSource.at("data/a.mat?var=b", there));
    assertEquals("data/a.mat?var=b", PortableSource.within(file + "?var=b", there));
    assertEquals("data/../../a.mat", PortableSource.at("data/../../a.mat", there));
    assertEquals("", PortableSource.at("", there));
    assertFalse(PortableSource.isThere("//host/share/songs"));
    assertTrue(PortableSource.isThere(there.toString()));
  }
}
