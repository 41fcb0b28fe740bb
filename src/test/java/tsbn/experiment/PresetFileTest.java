package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;

class PresetFileTest {
  private static final String OWN =
      """
      {"title": "Mine", "data": "builtin:balls",
       "model": {"variant": "dtsbn-d", "layers": [30, 20], "order": 2, "ownPast": [1]},
       "settings": {"stepSize": 0.01}}
      """;

  @TempDir Path folder;

  private Preset read(String text) throws Exception {
    return Presets.read(Files.writeString(folder.resolve("my own.json"), text));
  }

  @Test
  void aFileInTheFormOfAPresetIsOne() throws Exception {
    Preset preset = read(OWN);
    assertEquals("Mine", preset.title());
    assertEquals("builtin:balls", preset.data());
    assertEquals(List.of(30, 20), preset.design().units());
    assertEquals(0.01, preset.settings().stepSize());
    assertEquals(TrainingSettings.paper().momentum(), preset.settings().momentum());
    assertEquals("my own", read(OWN.replace("title", "name")).title());
    assertNull(read(OWN.replace("builtin:balls", "/not/here.mat")).data());
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    ModelDesign free =
        ModelDesign.named("dtsbn-d", List.of(30, 20, 10), 2)
            .withDeterministic(Set.of(2))
            .withOwnPast(Set.of(0, 3))
            .with(Likelihood.NORMAL);
    TrainingSettings settings = TrainingSettings.recommended().change().stepSize(0.125).build();
    Preset preset = new Preset("mine", "mine", "Free.", "builtin:balls", free, settings);
    Path file = folder.resolve("mine.json");
    Presets.write(preset, file);
    assertTrue(Presets.isFile(file));
    assertEquals(preset, Presets.read(file));
    for (String wrong : List.of("\"units\": -3", "\"units\": {}", "\"units\": 1e12")) {
      String text = Files.readString(file).replaceFirst("\"units\": 30", wrong);
      assertThrows(DataFormatException.class, () -> read(text));
    }
    Path other = Files.writeString(folder.resolve("notes.json"), "{\"train\": [[[60]]]}");
    assertFalse(Presets.isFile(other));
    assertFalse(Presets.isFile(Files.writeString(other, "[{]")));
  }

  @Test
  void aRunIsAPresetAsAFileAFolderAndAnArchive() throws Exception {
    Architecture architecture = Architecture.tsbn(36, 5, 2);
    TrainingSettings settings = TrainingSettings.paper().change().seed(77).build();
    SavedRun run =
        new SavedRun(
            new Experiment("builtin:balls?size=6", architecture, settings),
            new DataSummary("Balls", DataKind.GREY, new FrameMeaning.Image(6, 6), 30, 0),
            List.of(),
            TemporalSbn.initialise(architecture, 1, new RandomStream(3)));
    Path saved = folder.resolve("saved");
    RunFolder.save(saved, run);
    Path zip = folder.resolve("shared.zip");
    RunArchive.write(saved, zip, EnumSet.noneOf(RunArchive.Extra.class), Progress.NONE);
    for (Path place : List.of(saved, saved.resolve("experiment.json"), zip)) {
      Preset preset = Presets.read(place);
      assertEquals(settings, preset.settings());
      assertEquals(architecture, preset.design().on(36, DataKind.GREY));
      assertEquals("builtin:balls?size=6", preset.data());
      assertTrue(preset.description().endsWith("."));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"model\": 3}",
        "{\"model\": {}}",
        "{\"model\": {\"variant\": \"tsbn\", \"layers\": [], \"order\": 1}}",
        "{\"model\": {\"variant\": \"tsbn\", \"layers\": [null], \"order\": 1}}",
        "{\"model\": {\"variant\": \"tsbn\", \"layers\": [-1], \"order\": 1}}",
        "{\"model\": {\"variant\": \"tsbn\", \"layers\": [10], \"order\": 1000}}",
        "{\"model\": {\"variant\": \"tsbn\", \"layers\": 10, \"order\": 1}}",
        "{\"model\": {\"variant\": \"x\", \"layers\": [10], \"order\": 1}}",
        "{\"model\": {\"variant\": \"tsbn\", \"layers\": [10], \"order\": 1}, \"settings\": 1}",
        "{\"model\": {\"variant\": \"tsbn\", \"layers\": [10], \"order\": 1}, \"settings\": {\"x\": 1}}",
        "{\"model\": {\"variant\": \"tsbn\", \"layers\": [10], \"order\": 1}, \"title\": []}",
        "{\"architecture\": {}, \"data\": {}}",
        "{\"architecture\": null, \"data\": 3, \"settings\": {}}"
      })
  void anythingElseIsRefusedInOneSentence(String text) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> read(text));
    assertTrue(
        e.getMessage().endsWith(".") && e.getMessage().contains("my own.json"), e.getMessage());
    assertTrue(e.getMessage().length() < 400, e.getMessage());
  }

  @Test
  void whatIsNotThereIsNamed() {
    DataFormatException e =
        assertThrows(DataFormatException.class, () -> Presets.read(folder.resolve("no.json")));
    assertTrue(e.getMessage().contains("no.json"));
  }
}
