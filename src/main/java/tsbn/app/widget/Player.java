package tsbn.app.widget;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.support.Messages;

/**
 * Play, step, seek, speed and loop for anything with frames. It owns the time: {@link
 * #positionProperty} runs smoothly in frames, {@link #frameProperty} is the frame to show. It knows
 * nothing of what is shown; pictures bind to one of the two. Where what is heard needs a moment to
 * come out, {@link #leadProperty}, pictures wait for it whenever they begin to play, or play on
 * from another place.
 *
 * <p>Time stands still while the player is not in a window. With the focus on it, Space plays, the
 * arrows step, Home and End go to either end.
 */
public final class Player extends HBox {
  private static final Messages MESSAGES = Messages.of(Player.class);
  private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);
  private static final double NANOS = 1e9;

  /** After a stall, such as a window being moved, time goes on from where it was. */
  private static final double LONGEST_PULSE = 0.25;

  private final IntegerProperty length = new SimpleIntegerProperty(this, "length");
  private final DoubleProperty framesPerSecond =
      new SimpleDoubleProperty(this, "framesPerSecond", 30);
  private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
  private final ReadOnlyIntegerWrapper frame = new ReadOnlyIntegerWrapper(this, "frame");
  private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
  private final BooleanProperty loop = new SimpleBooleanProperty(this, "loop", true);
  private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
  private final DoubleProperty lead = new SimpleDoubleProperty(this, "lead");
  private final ObjectProperty<IntFunction<String>> frameNames =
      new SimpleObjectProperty<>(this, "frameNames");
  private final ReadOnlyDoubleWrapper wait = new ReadOnlyDoubleWrapper(this, "wait");
  private boolean advancing;

  private final Button play = button("player-play", "mdi2p-play", "player.play");
  private final Button back = button("player-back", "mdi2s-step-backward", "player.back");
  private final Button forward = button("player-forward", "mdi2s-step-forward", "player.forward");
  private final Slider seek = new Slider();
  private final Label time = new Label();
  private final ComboBox<Double> speeds = new ComboBox<>();
  private final ToggleButton looping = new ToggleButton(MESSAGES.get("player.loop"));
  private final AnimationTimer clock =
      new AnimationTimer() {
        private long before;

        @Override
        public void start() {
          before = 0;
          super.start();
        }

        @Override
        public void handle(long now) {
          double seconds = before == 0 ? 0 : Math.min(LONGEST_PULSE, (now - before) / NANOS);
          before = now;
          pass(seconds);
        }
      };

  public Player() {
    getStyleClass().add("player");
    buildControls();
    getChildren().addAll(play, back, forward, seek, time, speeds, looping);
    HBox.setHgrow(seek, Priority.ALWAYS);
    seek.setMinWidth(40); // where room is short it alone gives way
    for (var control : List.of(time, speeds, looping)) {
      control.setMinWidth(USE_PREF_SIZE);
    }
    length.addListener((observable, before, after) -> lengthChanged());
    position.addListener((observable, before, after) -> positionChanged());
    frame.addListener((observable, before, after) -> showTime());
    framesPerSecond.addListener((observable, before, after) -> showTime());
    frameNames.addListener((observable, before, after) -> showTime());
    playing.addListener((observable, before, after) -> playingChanged());
    lead.addListener(
        (observable, before, after) -> wait.set(Math.min(wait.get(), after.doubleValue())));
    sceneProperty().addListener((observable, before, after) -> runClock());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    lengthChanged();
  }

  private void buildControls() {
    play.setOnAction(pressed -> togglePlay());
    back.setOnAction(pressed -> step(-1));
    forward.setOnAction(pressed -> step(1));
    seek.setId("player-seek");
    seek.setMin(0);
    seek.setBlockIncrement(1);
    seek.setAccessibleText(MESSAGES.get("player.seek"));
    seek.setTooltip(new Tooltip(MESSAGES.get("player.seek")));
    seek.valueProperty().bindBidirectional(position);
    time.getStyleClass().add("time");
    time.setId("player-time");
    speeds.setId("player-speed");
    speeds.getItems().setAll(SPEEDS);
    speeds.setValue(1.0);
    speeds.setAccessibleText(MESSAGES.get("player.speed"));
    speeds.setTooltip(new Tooltip(MESSAGES.get("player.speed")));
    speeds.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Double value) {
            return value == null ? "" : MESSAGES.format("player.speed.item", value);
          }

          @Override
          public Double fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    speeds.valueProperty().addListener((observable, before, after) -> speed.set(speeds.getValue()));
    speed.addListener((observable, before, after) -> speeds.setValue(speed.get()));
    looping.setId("player-loop");
    looping.setTooltip(new Tooltip(MESSAGES.get("player.loop.tip")));
    looping.selectedProperty().bindBidirectional(loop);
  }

  private static Button button(String id, String icon, String tip) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    describe(button, tip);
    return button;
  }

  private static void describe(ButtonBase button, String tip) {
    button.setTooltip(new Tooltip(MESSAGES.get(tip)));
    button.setAccessibleText(MESSAGES.get(tip));
  }

  // Properties

  /** Number of frames; 0 disables the player. */
  public IntegerProperty lengthProperty() {
    return length;
  }

  /** What frames are called, such as years; null to show seconds. */
  public ObjectProperty<IntFunction<String>> frameNamesProperty() {
    return frameNames;
  }

  /** The speed of the data at 1x. */
  public DoubleProperty framesPerSecondProperty() {
    return framesPerSecond;
  }

  /** The moment in frames, from 0 to below the length; whole where nothing plays. */
  public DoubleProperty positionProperty() {
    return position;
  }

  /** The frame at the position. */
  public ReadOnlyIntegerProperty frameProperty() {
    return frame.getReadOnlyProperty();
  }

  public BooleanProperty playingProperty() {
    return playing;
  }

  /** Whether playing starts again at the end. */
  public BooleanProperty loopProperty() {
    return loop;
  }

  /** How many times faster than the data's own speed, 0.25 to 4. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  /** Seconds that what is heard needs to come out; 0 where nothing is heard. */
  public DoubleProperty leadProperty() {
    return lead;
  }

  /** Seconds for which time stands still before it goes on. */
  public ReadOnlyDoubleProperty waitProperty() {
    return wait.getReadOnlyProperty();
  }

  // Commands

  /** Plays, from the start if at the end, or pauses. */
  public void togglePlay() {
    if (!playing.get() && frame.get() >= length.get() - 1) {
      position.set(0);
    }
    playing.set(!playing.get() && length.get() > 1);
  }

  /** Pauses and moves by whole frames. */
  public void step(int frames) {
    playing.set(false);
    position.set(clamp(frame.get() + frames));
  }

  private double clamp(double wanted) {
    return Math.max(0, Math.min(length.get() - 1, wanted));
  }

  /** Seconds have passed: first those of waiting, then those of the frames. */
  void pass(double seconds) {
    double waited = Math.min(seconds, wait.get());
    wait.set(wait.get() - waited);
    if (waited < seconds) {
      advancing = true;
      advance((seconds - waited) * speed.get() * framesPerSecond.get());
      advancing = false;
    }
  }

  private void advance(double frames) {
    double next = position.get() + frames;
    if (next < length.get()) {
      position.set(next);
    } else if (loop.get()) {
      position.set(next % length.get());
    } else {
      position.set(length.get() - 1);
      playing.set(false);
    }
  }

  private void key(KeyEvent event) {
    if (length.get() == 0 || event.isShortcutDown() || event.getTarget() == speeds) {
      return;
    }
    switch (event.getCode()) {
      case SPACE -> togglePlay();
      case LEFT -> step(-1);
      case RIGHT -> step(1);
      case HOME -> step(-length.get());
      case END -> step(length.get());
      default -> {
        return;
      }
    }
    event.consume();
  }

  // Following

  private void lengthChanged() {
    boolean none = length.get() < 1;
    for (var control : List.of(play, back, forward, seek, looping, speeds)) {
      control.setDisable(none);
    }
    seek.setMax(Math.max(1, length.get()));
    if (length.get() < 2) {
      playing.set(false);
    }
    if (position.get() >= length.get()) {
      position.set(0);
    }
    positionChanged();
    showTime();
  }

  private void positionChanged() {
    if (playing.get() && !advancing) {
      wait.set(lead.get());
    }
    frame.set((int) clamp(Math.floor(position.get())));
  }

  private void showTime() {
    IntFunction<String> names = frameNames.get();
    time.setText(
        names != null && length.get() > 0
            ? MESSAGES.format(
                "player.named", names.apply(frame.get()), names.apply(length.get() - 1))
            : MESSAGES.format("player.time", seconds(frame.get()), seconds(length.get())));
  }

  private String seconds(int frames) {
    return String.format(Locale.ROOT, "%.2f", frames / framesPerSecond.get());
  }

  private void playingChanged() {
    play.setGraphic(new FontIcon(playing.get() ? "mdi2p-pause" : "mdi2p-play"));
    describe(play, playing.get() ? "player.pause" : "player.play");
    wait.set(playing.get() ? lead.get() : 0);
    runClock();
  }

  private void runClock() {
    if (playing.get() && getScene() != null) {
      clock.start();
    } else {
      clock.stop();
    }
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }
}
