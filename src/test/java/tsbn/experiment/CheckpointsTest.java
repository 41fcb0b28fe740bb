package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.DataFormatException;
import tsbn.data.Sequence;
import tsbn.learn.Checkpoint;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;

class CheckpointsTest {
  private static final Architecture SHAPE = Architecture.tsbn(4, 3, 1);

  @TempDir Path folder;

  /** Checkpoints after some steps. */
  private static List<Checkpoint> checkpoints(int... iterations) throws Exception {
    List<Sequence> data = List.of(Models.sequence(SHAPE, 6, 1));
    TrainingSettings settings =
        TrainingSettings.paper().change().stepSize(0.01).baselineUnits(2).build();
    List<Checkpoint> found = new ArrayList<>();
    try (Trainer trainer = new Trainer(Models.model(SHAPE, 3), data, List.of(), settings)) {
      for (int iteration : iterations) {
        while (trainer.gauges().iteration() < iteration) {
          int before = trainer.gauges().iteration();
          trainer.step();
          while (trainer.gauges().iteration() == before) {
            Thread.sleep(1);
          }
        }
        found.add(trainer.checkpoint(new Checkpoint()).get());
      }
    }
    return found;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theLastTwoAreWholeAndOfEarlierOnesTheModelIsKept() throws Exception {
    Checkpoints kept = new Checkpoints(folder, Disk.REAL, new Rewind(3, Long.MAX_VALUE));
    assertEquals(List.of(), kept.iterations());
    assertTrue(kept.newest().isEmpty());
    List<Checkpoint> all = checkpoints(0, 2, 4, 6, 9);
    for (Checkpoint checkpoint : all) {
      kept.add(checkpoint);
      ResumeTest.assertSame(checkpoint, kept.newest().orElseThrow());
    }
    assertTrue(files().containsAll(List.of("000000006.npz", "000000009.npz")), files() + "");
    assertEquals(2, files().stream().filter(name -> !name.contains("model")).count());
    assertEquals(3, files().stream().filter(name -> name.contains("model")).count());
    assertEquals(0, kept.iterations().get(0));
    assertEquals(9, kept.iterations().get(kept.iterations().size() - 1));
    for (int iteration : kept.iterations()) {
      Checkpoint then =
          all.stream().filter(c -> c.iteration() == iteration).findAny().orElseThrow();
      TemporalSbn model = kept.model(iteration, SHAPE);
      assertArrayEquals(then.model().get("W2").data, model.parameters().get("W2").data);
    }
    assertThrows(DataFormatException.class, () -> kept.model(5, SHAPE));
    assertThrows(DataFormatException.class, () -> kept.model(9, Architecture.tsbn(4, 2, 1)));
    kept.cutAfter(8);
    assertEquals(6, kept.newest().orElseThrow().iteration());
    kept.clear();
    assertTrue(Files.notExists(folder.resolve("checkpoints")));
  }

  /** Whatever happens to the newest, what is read is one that was written, and all of it. */
  @Test
  void aDamagedOneIsPassedOverForTheOneBefore() throws Exception {
    Checkpoints kept = Checkpoints.of(folder);
    List<Checkpoint> two = checkpoints(2, 5);
    kept.add(two.get(0));
    kept.add(two.get(1));
    Path newest = folder.resolve("checkpoints/000000005.npz");
    byte[] good = Files.readAllBytes(newest);
    RandomStream random = new RandomStream(11);
    int passedOver = 0;
    for (int round = 0; round < 400; round++) {
      byte[] bytes = good.clone();
      if (round % 4 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(good.length));
      } else {
        bytes[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(newest, bytes);
      Checkpoint read = kept.newest().orElseThrow();
      passedOver += read.iteration() == 2 ? 1 : 0;
      ResumeTest.assertSame(read.iteration() == 2 ? two.get(0) : two.get(1), read);
    }
    assertTrue(passedOver > 200, "only " + passedOver + " of 400 were found damaged");
    Files.write(newest, new byte[0]);
    Files.write(folder.resolve("checkpoints/000000002.npz"), new byte[7]);
    assertTrue(kept.newest().isEmpty());
  }

  @Test
  void withoutRoomTheOnesThatAreThereStay() throws Exception {
    SmallDisk disk = new SmallDisk();
    Checkpoints kept = new Checkpoints(folder, disk, Rewind.USUAL);
    List<Checkpoint> all = checkpoints(2, 5, 7);
    kept.add(all.get(0));
    kept.add(all.get(1));
    List<String> before = files();
    long size = Files.size(folder.resolve("checkpoints/000000005.npz"));
    for (long room = 0; room < size; room += size / 20) {
      disk.leave(room);
      assertThrows(IOException.class, () -> kept.add(all.get(2)));
      assertEquals(before, files());
    }
    disk.leave(Long.MAX_VALUE);
    kept.add(all.get(2));
    ResumeTest.assertSame(all.get(2), kept.newest().orElseThrow());
  }
}
