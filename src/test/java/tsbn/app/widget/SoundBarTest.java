package tsbn.app.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.sound.midi.MidiUnavailableException;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.support.RecordedNotices;
import tsbn.app.support.RecordedSynth;
import tsbn.app.support.SameThreadTasks;
import tsbn.app.support.Sound;
import tsbn.app.support.Theme;
import tsbn.data.FrameMeaning;

/** What the sound bar offers, and that nothing is lost when a picture begins to play. */
@ExtendWith(ApplicationExtension.class)
class SoundBarTest extends Gallery {
  private final RecordedNotices notices = new RecordedNotices();
  private final SameThreadTasks tasks = new SameThreadTasks();
  private Player player;

  @Start
  private void start(Stage primary) {
    stage = primary;
    player = new Player();
  }

  private Node bar(Sound sound) {
    SoundBar[] bar = new SoundBar[1];
    show(
        Theme.LIGHT,
        900,
        120,
        () -> {
          bar[0] = new SoundBar(sound, player);
          FMatrixRMaj scale = new FMatrixRMaj(8, 8);
          for (int t = 0; t < 8; t++) {
            scale.set(t, t, 1);
          }
          bar[0].show(
              new FrameMeaning.PianoRoll(60, 8), List.of(new SoundBar.Voice("scale", scale)));
          player.lengthProperty().set(8);
          player.framesPerSecondProperty().set(10);
          return new VBox(player, bar[0].root());
        });
    return bar[0].root();
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }

  private Sound missing() {
    return new Sound(
        tasks,
        notices,
        () -> {
          throw new MidiUnavailableException("no line");
        });
  }

  private static void assertSilent(Node bar) {
    assertTrue(bar.lookup("#sound-on").isDisabled());
    assertTrue(bar.lookup("#sound-volume").isDisabled());
    assertFalse(bar.lookup("#sound-instrument").isDisabled(), "files are written for it");
    FontIcon speaker = (FontIcon) bar.lookup("#sound-on").lookup(".ikonli-font-icon");
    assertEquals("mdi2v-volume-off", speaker.getIconLiteral());
  }

  @Test
  void withoutADeviceTheInstrumentCanStillBeChosen() {
    Sound sound = missing();
    Node bar = bar(sound);
    onFx(() -> assertFalse(bar.lookup("#sound-on").isDisabled()));
    onFx(sound::wanted);
    onFx(() -> assertSilent(bar));
  }

  @Test
  void aPageThatIsOpenedLaterKnowsThatThereIsNone() {
    Sound sound = missing();
    onFx(sound::wanted);
    Node bar = bar(sound);
    onFx(() -> assertSilent(bar));
    assertEquals(0, player.leadProperty().get(), "and its pictures wait for nothing");
  }

  @Test
  void aPictureWaitsForWhatIsHeardAndNothingIsLost() {
    AtomicReference<RecordedSynth> synth = new AtomicReference<>(new RecordedSynth());
    synth.get().latency = 0.25;
    Sound sound = new Sound(tasks, notices, synth::get);
    bar(sound);
    onFx(
        () -> {
          // On the FX thread no pulse comes between; time passes by hand.
          player.playingProperty().set(true);
          assertEquals(List.of(60), synth.get().begun);
          assertEquals(0.25, player.waitProperty().get());
          player.pass(0.125);
          assertEquals(0, player.positionProperty().get());
          assertEquals(List.of(60, 61), synth.get().begun);
          player.pass(0.125);
          assertEquals(List.of(60, 61, 62), synth.get().begun);
          player.pass(0.125);
          assertEquals(1.25, player.positionProperty().get());
          player.positionProperty().set(5);
          assertEquals(Set.of(65), Set.copyOf(synth.get().sounding), "sought");
          assertEquals(0.25, player.waitProperty().get());
          player.pass(0.125);
          assertEquals(5, player.positionProperty().get());
          player.playingProperty().set(false);
          assertEquals(0, player.waitProperty().get());
          sound.onProperty().set(false);
          player.playingProperty().set(true);
          assertEquals(0, player.waitProperty().get(), "in silence there is nothing to wait for");
          player.playingProperty().set(false);
        });
  }
}
