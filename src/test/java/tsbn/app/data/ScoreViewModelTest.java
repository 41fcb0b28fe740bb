package tsbn.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TestBench;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.support.MidiBytes;
import tsbn.support.RealData;

/** How MIDI files become frames, changed and taken back. */
class ScoreViewModelTest {
  /** Middle C for a quarter, then D and a low drum for an 8th; the pedal holds D for a quarter. */
  private static final byte[] TUNE =
      MidiBytes.file(
          0,
          96,
          "00 90 3C 40 60 3C 00 00 3E 40 00 B0 40 7F 00 99 24 40 30 24 00 00 90 3E 00"
              + " 30 B0 40 00 00 FF 2F 00");

  @TempDir Path folder;
  private TestBench bench;
  private DataViewModel data;
  private ScoreViewModel model;

  @BeforeEach
  void create() throws IOException {
    bench = new TestBench(folder.resolve("settings"));
    data = new DataViewModel(bench.context);
    model = data.score();
    Files.createDirectories(folder.resolve("tunes"));
    for (int i = 10; i < 30; i++) {
      Files.write(folder.resolve("tunes").resolve("t" + i + ".mid"), TUNE);
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private SequenceSet open() {
    return bench.workbench.dataProperty().get();
  }

  private FrameMeaning.PianoRoll keys() {
    return (FrameMeaning.PianoRoll) open().meaning();
  }

  private String step() {
    return model.step().chosenProperty().get();
  }

  private void choose(String step) {
    assertTrue(model.step().titles().contains(step), model.step().titles().toString());
    model.step().chosenProperty().set(step);
    assertEquals(step, step());
  }

  @Test
  void onlyMidiFilesAreSampled() {
    assertFalse(model.anyProperty().get());
    bench.workbench.open("builtin:chorales?train=2&valid=1&test=1");
    assertFalse(model.anyProperty().get());
    bench.workbench.open(RealData.music("JSB Chorales.pickle").toString());
    assertFalse(model.anyProperty().get());
    bench.workbench.open(folder.resolve("tunes/t10.mid").toString());
    assertTrue(model.anyProperty().get());
    assertFalse(model.divisibleProperty().get(), "nothing can be held out of one piece");
    bench.workbench.open(folder.resolve("tunes").toString());
    assertTrue(model.divisibleProperty().get());
  }

  @Test
  void theNoteValueIsFoundOrChosen() {
    bench.workbench.open(folder.resolve("tunes").toString());
    assertEquals("quarter notes (found)", step());
    assertFalse(model.changedProperty().get());
    choose("8th notes");
    assertEquals(8, keys().framesPerWhole());
    assertTrue(model.changedProperty().get());
    choose("8th triplets");
    assertEquals(12, keys().framesPerWhole());
    choose("Seconds");
    assertTrue(model.inSecondsProperty().get());
    assertEquals(0.167, model.seconds().value(), "as long as a frame was");
    model.seconds().textProperty().set("0.25");
    model.seconds().commit();
    assertEquals(4, open().framesPerSecond());
    model.seconds().textProperty().set("0");
    assertTrue(model.seconds().problemProperty().get().contains("between 0.001 and 60"));
    model.step().chosenProperty().set("Find the note value");
    assertEquals("quarter notes (found)", step());
    assertFalse(model.changedProperty().get());
    assertFalse(model.inSecondsProperty().get());
    assertEquals(List.of(), bench.notices.errors());
  }

  @Test
  void drumsPedalAndSharesOpenTheDataInAnotherWay() {
    bench.workbench.open(folder.resolve("tunes") + "?only=t10,t11,t12,t13,t14,t15,t16,t17,t18,t19");
    assertEquals(8, open().get(Split.TRAIN).size());
    assertFalse(model.drumsProperty().get());
    assertTrue(model.pedalProperty().get());
    String warning = data.warningsProperty().get();
    assertEquals("10 of 30 notes are drums, which are left out unless drums are kept.", warning);
    data.skip(2);
    model.drumsProperty().set(true);
    assertEquals("", data.warningsProperty().get());
    assertEquals(3, data.number().value(), "the same piece goes on");
    model.pedalProperty().set(false);
    model.step().chosenProperty().set("8th notes");
    assertEquals(3, open().get(Split.TRAIN).get(0).frames());
    model.pedalProperty().set(true);
    assertEquals(4, open().get(Split.TRAIN).get(0).frames());
    model.test().textProperty().set("30");
    model.test().commit();
    model.valid().textProperty().set("0");
    model.valid().commit();
    assertEquals(3, open().get(Split.TEST).size());
    assertEquals(0, open().get(Split.VALID).size());
    model.test().textProperty().set("91");
    assertTrue(model.test().problemProperty().get().contains("between 0 and 90"));
    assertEquals(8, keys().framesPerWhole(), "the other choices are kept");
    model.restore();
    assertFalse(model.changedProperty().get());
    assertEquals(8, open().get(Split.TRAIN).size());
    assertEquals(10, open().all().size(), "and so are the pieces");
    assertEquals("quarter notes (found)", step());
    assertEquals(List.of(), bench.notices.errors());
  }

  @Test
  void whatCannotBeOpenedIsAsItWas() throws IOException {
    bench.workbench.open(folder.resolve("tunes") + "?step=8th&test=t10,t11");
    assertEquals("8th notes", step());
    assertFalse(model.divisibleProperty().get(), "they are held out by name");
    try (var files = Files.list(folder.resolve("tunes"))) {
      for (Path file : files.toList()) {
        Files.write(file, new byte[0]);
      }
    }
    model.drumsProperty().set(true);
    assertEquals(1, bench.notices.errors().size());
    assertFalse(model.drumsProperty().get());
    assertEquals("8th notes", step());
  }

  @Test
  void whatWasLeftOutIsSaidAtOnce() throws IOException {
    Path tunes = folder.resolve("tunes");
    bench.workbench.open(tunes.resolve("t10.mid").toString());
    assertEquals(List.of(), bench.notices.infos(), "of one file nothing can be left out");
    Files.write(tunes.resolve("t11.mid"), new byte[0]);
    bench.context.open(List.of(tunes.resolve("t10.mid"), tunes.resolve("t11.mid")));
    assertEquals(
        List.of("Left out: t11.mid is empty. 1 more remark stands on the page Data."),
        bench.notices.infos());
    model.drumsProperty().set(true);
    assertEquals(1, bench.notices.infos().size(), "the same files again say it no more");
    DataViewModel.GalleryItem recent =
        data.gallery().stream().filter(item -> !item.builtin()).findFirst().orElseThrow();
    assertEquals("tunes: t10, t11", recent.title());
  }

  @Test
  void whatWasFoundIsSaid() {
    bench.workbench.open(folder.resolve("tunes") + "?step=8th");
    String facts = data.facts().toString();
    assertTrue(facts.contains("label=note value, value=8th notes"), facts);
    assertTrue(facts.contains("label=a bar, value=8 frames"), facts);
    assertTrue(facts.contains("label=notes, value=40"), facts);
    assertTrue(facts.contains("120 quarter notes a minute"), facts);
    bench.workbench.open(folder.resolve("tunes") + "?step=0.25s");
    facts = data.facts().toString();
    assertFalse(facts.contains("note value") || facts.contains("a bar"), facts);
    assertTrue(facts.contains("4 frames a second"), facts);
  }
}
