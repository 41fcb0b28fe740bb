package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.source.DataSources;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;

class PresetsTest {

  @Test
  void thePaperPresetsAreThePapersSettings() {
    Preset balls = Presets.find("paper-balls").orElseThrow();
    assertEquals(Architecture.tsbn(900, 100, 1), balls.design().on(900, DataKind.GREY));
    assertTrue(balls.design().ownFirstStep());
    assertEquals(TrainingSettings.paper(), balls.settings());
    assertEquals("builtin:balls", balls.data());
    Preset order4 = Presets.find("paper-balls-order4").orElseThrow();
    assertEquals(Architecture.tsbn(900, 100, 4), order4.design().on(900, DataKind.GREY));
    Preset music = Presets.find("paper-music").orElseThrow();
    assertEquals(Architecture.tsbn(88, 100, 1), music.design().on(88, DataKind.GREY));
    assertNull(music.data());
  }

  @Test
  void motionsOfTheUsersLearnAsTheExampleDoes() throws Exception {
    Preset example = Presets.find("quick-gait").orElseThrow();
    Preset motion = Presets.find("best-motion").orElseThrow();
    assertEquals(example.design(), motion.design());
    assertEquals(example.settings(), motion.settings());
    assertNull(motion.data());
    assertEquals(
        Optional.of(motion),
        Presets.recommended(
            DataSources.open("builtin:gait?train=1&frames=5", Progress.NONE).meaning()));
    assertEquals(Optional.empty(), Presets.recommended(new FrameMeaning.Image(3, 3)));
    assertEquals(
        Presets.find("best-sotu"), Presets.recommended(new FrameMeaning.Words(List.of("a", "b"))));
  }

  @Test
  void thePapersTopicModelsAreThePapers() {
    Preset shallow = Presets.find("paper-sotu-hmsbn").orElseThrow();
    assertEquals(
        Architecture.hmsbn(9, 25, 1).with(Likelihood.MULTINOMIAL),
        shallow.design().on(9, DataKind.COUNTS));
    Preset deep = Presets.find("paper-sotu-dhmsbn-s").orElseThrow();
    assertEquals(
        Architecture.dhmsbnS(9, List.of(25, 25), 1).with(Likelihood.MULTINOMIAL),
        deep.design().on(9, DataKind.COUNTS));
  }

  @Test
  void everyPresetHasATextAndDataThatOpen() throws Exception {
    assertEquals(
        List.of(
            "quick-balls",
            "quick-chorales",
            "quick-gait",
            "quick-speeches",
            "paper-balls",
            "paper-balls-order4",
            "paper-balls-dtsbn-s",
            "paper-balls-dtsbn-d",
            "paper-music",
            "paper-mocap",
            "paper-sotu-hmsbn",
            "paper-sotu-dhmsbn-s",
            "best-jsb",
            "best-nottingham",
            "best-balls",
            "best-motion",
            "best-sotu"),
        Presets.all().stream().map(Preset::name).toList());
    for (Preset preset : Presets.all()) {
      assertFalse(preset.title().isBlank());
      assertTrue(preset.description().endsWith("."));
      if (preset.data() != null) {
        DataSources.open(preset.data(), Progress.NONE);
      }
    }
    assertTrue(Presets.find("nothing").isEmpty());
  }
}
