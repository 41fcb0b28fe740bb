package tsbn.app.widget;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.util.StringConverter;
import org.ejml.data.FMatrixRMaj;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Shown;
import tsbn.app.support.Sound;
import tsbn.data.FrameMeaning;
import tsbn.sound.Instrument;
import tsbn.sound.Piece;
import tsbn.sound.RollPlayer;
import tsbn.sound.Synth;

/**
 * Lets music be heard while a {@link Player} plays it: on or off, which of several pieces, by which
 * instrument, how loud. It sounds only while its player is on the screen and playing. Without a
 * sound device there is still the instrument, which files are written for.
 */
public final class SoundBar {
  private static final Messages MESSAGES = Messages.of(SoundBar.class);

  /** Pictures wait so many seconds at most for the synthesiser to be opened the first time. */
  private static final double OPENING = 1;

  private final Parent root;
  private final Sound sound;
  private final Player player;
  private RollPlayer notes;
  private double lead = OPENING;
  private FrameMeaning.PianoRoll keys;
  @FXML private ToggleButton on;
  @FXML private FontIcon speaker;
  @FXML private Label listen;
  @FXML private ComboBox<Voice> voices;
  @FXML private ComboBox<Instrument> instruments;
  @FXML private Slider volume;

  /**
   * A piece that can be listened to.
   *
   * @param title for people, such as {@code Sample 1}
   * @param frames T x M; a note sounds where its unit is at least a half
   */
  public record Voice(String title, FMatrixRMaj frames) {
    @Override
    public String toString() {
      return title;
    }
  }

  /** A bar for the music that a player plays. */
  public SoundBar(Sound sound, Player player) {
    this.sound = sound;
    this.player = player;
    root = Fxml.load(this);
    Shown.when(false, root);
    bind();
  }

  private void bind() {
    on.selectedProperty().bindBidirectional(sound.onProperty());
    volume.valueProperty().bindBidirectional(sound.volumeProperty());
    instruments.getItems().setAll(Instrument.values());
    instruments.setConverter(new Names());
    instruments.valueProperty().bindBidirectional(sound.instrumentProperty());
    sound.onProperty().subscribe(on -> showSpeaker());
    sound.missingProperty().subscribe(missing -> showSpeaker());
    sound.synthProperty().subscribe(this::opened);
    for (var changed : List.of(sound.onProperty(), sound.missingProperty())) {
      changed.addListener((observable, before, after) -> showLead());
    }
    for (var moved : List.of(player.positionProperty(), player.waitProperty())) {
      moved.addListener((observable, before, after) -> follow());
    }
    for (var changed :
        List.of(player.playingProperty(), player.sceneProperty(), sound.onProperty())) {
      changed.addListener((observable, before, after) -> follow());
    }
    voices
        .valueProperty()
        .addListener(
            (observable, before, after) -> {
              showLead();
              follow();
            });
  }

  /** What a page shows; only while there is something to hear. */
  public Parent root() {
    return root;
  }

  /**
   * Takes other pieces, of which the first is heard. Where frames are no music, or there are none,
   * the bar takes no room.
   */
  public void show(FrameMeaning meaning, List<Voice> pieces) {
    keys = meaning instanceof FrameMeaning.PianoRoll piano ? piano : null;
    List<Voice> heard = keys == null ? List.of() : pieces;
    Shown.when(!heard.isEmpty(), root);
    voices.getItems().setAll(heard);
    voices.setValue(heard.isEmpty() ? null : heard.get(0));
    Shown.when(heard.size() > 1, voices);
    Shown.when(heard.size() > 1, listen);
  }

  private void showSpeaker() {
    boolean heard = sound.onProperty().get() && !sound.missingProperty().get();
    speaker.setIconLiteral(heard ? "mdi2v-volume-high" : "mdi2v-volume-off");
    for (var control : List.of(on, volume)) {
      control.setDisable(sound.missingProperty().get());
    }
    on.getTooltip()
        .setText(MESSAGES.get(sound.missingProperty().get() ? "sound.none" : "sound.on"));
  }

  private void opened(Synth synth) {
    notes = synth == null ? null : new RollPlayer(synth);
    lead = synth == null ? OPENING : synth.latency();
    showLead();
    follow();
  }

  /** How long pictures wait for what is heard. */
  private void showLead() {
    boolean heard =
        voices.getValue() != null && sound.onProperty().get() && !sound.missingProperty().get();
    player.leadProperty().set(heard ? lead : 0);
  }

  /** Sounds what the player shows now, or nothing. */
  private void follow() {
    Voice voice = voices.getValue();
    boolean plays =
        voice != null
            && player.playingProperty().get()
            && player.getScene() != null
            && sound.onProperty().get();
    if (plays) {
      sound.wanted();
    }
    if (notes == null) {
      return;
    }
    if (plays) {
      double rate = player.framesPerSecondProperty().get() * player.speedProperty().get();
      int loop = player.loopProperty().get() ? player.lengthProperty().get() : 0;
      notes.at(
          new Piece(keys, voice.frames()),
          player.positionProperty().get(),
          player.waitProperty().get(),
          rate,
          loop);
    } else {
      notes.silence();
    }
  }

  /** Instruments by their names. */
  private static final class Names extends StringConverter<Instrument> {
    @Override
    public String toString(Instrument instrument) {
      return instrument == null
          ? ""
          : MESSAGES.get("instrument." + instrument.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Instrument fromString(String text) {
      throw new UnsupportedOperationException();
    }
  }
}
