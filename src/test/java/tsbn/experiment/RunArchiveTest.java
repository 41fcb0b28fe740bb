package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.ContentHash;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.Damage;
import tsbn.data.source.DataSources;
import tsbn.experiment.RunArchive.Extra;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;

@Timeout(120)
class RunArchiveTest {
  private static final Set<Extra> NOTHING = EnumSet.noneOf(Extra.class);
  private static final Set<Extra> ALL = EnumSet.allOf(Extra.class);
  private static final String BALLS = "builtin:balls?train=2&valid=1&test=1&frames=4&size=4";

  @TempDir Path root;
  private Path run;
  private Path zip;
  private Path opened;

  @BeforeEach
  void places() throws IOException {
    run = root.resolve("home of alice").resolve("run");
    zip = root.resolve("run.zip");
    opened = Files.createDirectory(root.resolve("other")).resolve("opened");
  }

  private SequenceSet train(String source) throws Exception {
    SequenceSet data = DataSources.open(source, Progress.NONE);
    Experiment experiment =
        new Experiment(
            data.source(),
            Architecture.tsbn(data.units(), 2, 1),
            TrainingSettings.paper().change().iterations(4).threads(1).build());
    try (RunKeeper keeper = RunKeeper.begin(run, experiment, data);
        Trainer trainer =
            new Trainer(
                experiment.newModel(),
                data.get(Split.TRAIN),
                data.get(Split.VALID),
                experiment.settings())) {
      keeper.keep(trainer, Duration.ZERO, problem -> {});
      trainer.step();
      trainer.awaitEnd(Duration.ofMillis(50));
      keeper.saveNow().get();
      trainer.resume();
      assertTrue(trainer.awaitEnd(Duration.ofSeconds(60)));
    }
    return data;
  }

  private void share(Set<Extra> extras) throws Exception {
    RunArchive.write(run, zip, extras, Progress.NONE);
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> found = new LinkedHashMap<>();
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      found.put(entry.getName(), in.readAllBytes());
    }
    return found;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Everything there is, which must not change. */
  private List<String> everything() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  private String refused(byte[] bytes) throws IOException {
    Files.write(zip, bytes);
    List<String> before = everything();
    DataFormatException e =
        assertThrows(DataFormatException.class, () -> RunArchive.read(zip, opened, Progress.NONE));
    assertEquals(before, everything());
    String sentence = e.getMessage();
    assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
    assertTrue(sentence.contains("run.zip") && sentence.length() < 500, sentence);
    assertFalse(sentence.contains(".opened."), sentence);
    return sentence;
  }

  @Test
  void aRunGoesOnElsewhere() throws Exception {
    train(BALLS);
    RunLabel.NONE.withName("mine").write(run);
    share(NOTHING);
    Continuation here = Continuation.read(run);
    RunArchive.read(zip, opened, Progress.NONE);
    Continuation there = Continuation.read(opened);
    assertEquals(here.run().experiment(), there.run().experiment());
    assertEquals(here.curve(), there.curve());
    assertEquals(here.state(), there.state());
    assertEquals(here.begun(), there.begun());
    assertEquals(here.dataHash(), there.dataHash());
    assertEquals(4, there.iteration());
    assertTrue(there.exact());
    assertEquals("mine", RunLabel.read(opened).name());
    assertEquals(
        List.of(
            "experiment.json",
            "state.json",
            "label.json",
            "model.npz",
            "checkpoints/000000004.npz",
            "curve.csv"),
        List.copyOf(entries(Files.readAllBytes(zip)).keySet()));
    assertArrayEquals(
        Files.readAllBytes(run.resolve("model.npz")),
        Files.readAllBytes(opened.resolve("model.npz")));
  }

  @Test
  void theSameRunGivesTheSameBytesAndTheModelsOfEarlierMomentsAreAskedFor() throws Exception {
    train(BALLS);
    share(ALL);
    byte[] first = Files.readAllBytes(zip);
    share(ALL);
    assertArrayEquals(first, Files.readAllBytes(zip));
    assertTrue(entries(first).keySet().stream().anyMatch(name -> name.endsWith("-model.npz")));
    RunArchive.read(zip, opened, Progress.NONE);
    assertEquals(Checkpoints.of(run).iterations(), Checkpoints.of(opened).iterations());
    // What was opened is shared as it came.
    Path again = root.resolve("again.zip");
    RunArchive.write(opened, again, ALL, Progress.NONE);
    assertArrayEquals(first, Files.readAllBytes(again));
  }

  private Path songs() throws IOException {
    Path songs = Files.createDirectories(root.resolve("home of alice/music")).resolve("songs.json");
    return Files.writeString(
        songs, "{\"train\": [[[60], [64]], [[60, 62], [61]]], \"valid\": [[[60], [61]]]}");
  }

  @Test
  void dataComeAlongWhereTheUserSaysSo() throws Exception {
    Path songs = songs();
    SequenceSet data = train(songs.toString());
    share(EnumSet.of(Extra.DATA));
    RunArchive.read(zip, opened, Progress.NONE);
    Files.delete(songs);
    String source = RunFolder.load(opened).experiment().data();
    assertEquals(opened.resolve("data/songs.json").toString(), source);
    assertEquals(ContentHash.of(data), ContentHash.of(DataSources.open(source, Progress.NONE)));
    assertTrue(Files.readString(opened.resolve("experiment.json")).contains("\"data/songs.json\""));
    // The folder can be moved, and the run goes on in it.
    Path moved = Files.move(opened, root.resolve("moved"));
    Continuation run = Continuation.read(moved);
    source = run.run().experiment().data();
    RunKeeper.goOn(moved, run, source, run.dataHash()).close();
    assertTrue(Files.readString(moved.resolve("experiment.json")).contains("\"data/songs.json\""));
    assertEquals(2, DataSources.open(source, Progress.NONE).get(Split.TRAIN).size());
  }

  @Test
  void noFolderOfThisMachineIsInAnArchive() throws Exception {
    train(songs().toString());
    share(NOTHING);
    for (byte[] content : entries(Files.readAllBytes(zip)).values()) {
      assertFalse(new String(content, StandardCharsets.ISO_8859_1).contains("alice"));
    }
    RunArchive.read(zip, opened, Progress.NONE);
    assertEquals("songs.json", RunFolder.load(opened).experiment().data());
    // Nor is one believed that somebody has put into it.
    Map<String, byte[]> all = entries(Files.readAllBytes(zip));
    String text = new String(all.get("experiment.json"), StandardCharsets.UTF_8);
    for (String source :
        List.of("//host/share/songs.json", "data/../../songs.json", "/etc/songs.json")) {
      all.put(
          "experiment.json", text.replace("songs.json", source).getBytes(StandardCharsets.UTF_8));
      Files.write(zip, zip(all));
      Path place = root.resolve("believed" + source.length());
      RunArchive.read(zip, place, Progress.NONE);
      assertEquals("songs.json", RunFolder.load(place).experiment().data());
    }
  }

  @Test
  void aRunThatHasNotBegunAndOneWithoutCheckpointsAreRuns() throws Exception {
    SequenceSet data = DataSources.open(BALLS, Progress.NONE);
    Experiment experiment =
        new Experiment(data.source(), Architecture.tsbn(16, 2, 1), TrainingSettings.paper());
    RunKeeper.begin(run, experiment, data).close();
    share(ALL);
    RunArchive.read(zip, opened, Progress.NONE);
    assertEquals(0, Continuation.read(opened).iteration());
    assertFalse(Files.exists(opened.resolve("run.lock")));
    RunFolder.save(run, RunFolder.load(run));
    share(ALL);
    RunArchive.read(zip, root.resolve("saved"), Progress.NONE);
    assertEquals(experiment, RunFolder.load(root.resolve("saved")).experiment());
  }

  @Test
  void whatIsThereIsNotWrittenOver() throws Exception {
    train(BALLS);
    share(NOTHING);
    Files.createDirectories(opened);
    RunArchive.read(zip, opened, Progress.NONE); // empty
    DataFormatException e =
        assertThrows(DataFormatException.class, () -> RunArchive.read(zip, opened, Progress.NONE));
    assertTrue(e.getMessage().contains("there already"), e.getMessage());
    Files.delete(zip);
    refusedWithoutFile();
    assertThrows(
        DataFormatException.class,
        () -> RunArchive.write(root.resolve("other"), zip, NOTHING, Progress.NONE));
    assertFalse(Files.exists(zip));
  }

  private void refusedWithoutFile() throws IOException {
    Path nothing = root.resolve("nothing");
    assertThrows(DataFormatException.class, () -> RunArchive.read(zip, nothing, Progress.NONE));
    assertFalse(Files.exists(nothing));
  }

  @Test
  void aCancelledJobLeavesNothing() throws Exception {
    train(BALLS);
    Progress cancelled =
        new Progress() {
          @Override
          public void done(double fraction) {
            assertTrue(fraction >= 0 && fraction <= 1);
          }

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    List<String> before = everything();
    assertThrows(CancellationException.class, () -> RunArchive.write(run, zip, NOTHING, cancelled));
    assertEquals(before, everything());
    share(NOTHING);
    before = everything();
    assertThrows(CancellationException.class, () -> RunArchive.read(zip, opened, cancelled));
    assertEquals(before, everything());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "data/../../evil",
        "data/../model.npz",
        "/tmp/evil",
        "//host/evil",
        "C:/evil",
        "data/C:evil",
        "data\\evil",
        "data/..\\evil",
        "data/./evil",
        "data//evil",
        "data/",
        "data/evil/",
        "data",
        "data/evil.",
        "data/evil ",
        "data/con",
        "data/NUL.txt",
        "data/com1.mid",
        "data/a:b",
        "data/a\u0000b",
        "data/a\nb",
        "data/a/b/c/d/e",
        "run.lock",
        ".experiment.json.1.part",
        "EXPERIMENT.JSON",
        "experiment.json/evil",
        "checkpoints/evil.npz",
        "checkpoints/../../1.npz",
        "tsbn.jar",
        "",
        "run/experiment.json",
        "__MACOSX/._run"
      })
  void otherNamesAreRefused(String name) throws Exception {
    train(BALLS);
    share(NOTHING);
    Map<String, byte[]> entries = entries(Files.readAllBytes(zip));
    entries.put(name, new byte[] {1});
    assertTrue(refused(zip(entries)).contains("is not the archive of a run"));
  }

  @Test
  void oneFileUnderTwoNamesIsRefused() throws Exception {
    train(BALLS);
    share(NOTHING);
    for (String[] names :
        new String[][] {
          {"data/a.mid", "data/A.MID"},
          {"data/\u00e9.mid", "data/e\u0301.mid"}
        }) {
      Map<String, byte[]> entries = entries(Files.readAllBytes(zip));
      entries.put(names[0], new byte[1]);
      entries.put(names[1], new byte[1]);
      Path good = Path.of(zip + ".good");
      Files.copy(zip, good);
      assertTrue(refused(zip(entries)).contains("twice"));
      Files.move(good, zip, StandardCopyOption.REPLACE_EXISTING);
    }
    Map<String, byte[]> both = entries(Files.readAllBytes(zip));
    both.put("data/a", new byte[1]);
    both.put("data/a/b", new byte[1]);
    refused(zip(both));
    // The same name again, which the writer of zips would not do.
    Map<String, byte[]> twice = entries(zipOf(run));
    twice.put("model.npy", twice.get("model.npz"));
    byte[] bytes = zip(twice);
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("model.npy", "model.npz");
    assertTrue(refused(text.getBytes(StandardCharsets.ISO_8859_1)).contains("model.npz"));
  }

  private byte[] zipOf(Path folder) throws Exception {
    RunArchive.write(folder, zip, NOTHING, Progress.NONE);
    return Files.readAllBytes(zip);
  }

  @Test
  void partsThatAreMissingAreMissed() throws Exception {
    train(BALLS);
    byte[] good = zipOf(run);
    for (int end : new int[] {0, 1, 21, 30, good.length / 2, good.length - 22, good.length - 1}) {
      refused(Arrays.copyOf(good, end));
    }
    Map<String, byte[]> entries = entries(good);
    entries.remove("experiment.json");
    assertTrue(refused(zip(entries)).contains("experiment.json"));
    entries = entries(good);
    entries.keySet().removeIf(name -> !name.equals("experiment.json"));
    assertTrue(refused(zip(entries)).contains("preset"));
    entries = entries(good);
    entries.keySet().removeIf(name -> name.startsWith("checkpoints") || name.equals("state.json"));
    entries.put("model.npz", new byte[100]);
    assertTrue(refused(zip(entries)).contains("model.npz"));
  }

  @Test
  void smallArchivesThatUnpackToMuchAreRefused() throws Exception {
    train(BALLS);
    byte[] good = zipOf(run);
    for (String name : List.of("experiment.json", "state.json", "label.json", "curve.csv")) {
      Map<String, byte[]> entries = entries(good);
      int size = name.equals("curve.csv") ? (int) ArchiveNames.most(name) + 1 : 2 << 20;
      entries.put(name, new byte[size]);
      assertTrue(refused(zip(entries)).contains("more than"));
    }
    assertEquals(-1, ArchiveNames.most("data"));
    assertTrue(ArchiveNames.most("data/a.mid") < ArchiveNames.MOST_BYTES);
  }

  @Test
  void seededDamageIsRefusedInOneSentence() throws Exception {
    train(songs().toString());
    share(ALL);
    byte[] good = Files.readAllBytes(zip);
    byte[] meaning = {0, 1, 'P', 'K', 3, 4, 5, 6, 8, '/', '.', -1};
    Map<String, byte[]> entries = entries(good);
    List<String> names = List.copyOf(entries.keySet());
    RandomStream random = new RandomStream(2015);
    int refused = 0;
    int rounds = 400;
    for (int round = 0; round < rounds; round++) {
      RandomStream own = random.child(round);
      if (round % 2 == 0) {
        Files.write(zip, new Damage(meaning, 4, 40).of(good, own));
      } else {
        // Damage that passes every check sum.
        String name = names.get(round / 2 % names.size());
        Map<String, byte[]> damaged = new LinkedHashMap<>(entries);
        byte[] text = "0123456789{}[]\",:.e-/".getBytes(StandardCharsets.UTF_8);
        damaged.put(name, new Damage(text, 4, 20).of(entries.get(name), own));
        Files.write(zip, zip(damaged));
      }
      List<String> before = everything();
      try {
        RunArchive.read(zip, opened, Progress.NONE);
        assertTrue(RunFolder.isRun(opened));
        delete(opened);
      } catch (DataFormatException e) {
        refused++;
        assertTrue(e.getMessage().endsWith(".") && !e.getMessage().contains("\n"), e.getMessage());
      } catch (RuntimeException e) {
        throw new AssertionError("round " + round, e);
      }
      assertEquals(before, everything());
    }
    assertTrue(refused > rounds / 3 && refused < rounds, "refused " + refused);
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
