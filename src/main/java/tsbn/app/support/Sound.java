package tsbn.app.support;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javax.sound.midi.MidiUnavailableException;
import tsbn.app.support.Remembered.Listening;
import tsbn.sound.Instrument;
import tsbn.sound.Synth;

/**
 * The one synthesiser of the workbench, and how the user wants it to sound. It is opened when
 * something is to be heard for the first time; where that is not possible, it says so once, and
 * everything plays silently. On the FX thread.
 */
public final class Sound implements AutoCloseable {
  private static final Messages MESSAGES = Messages.of(Sound.class);

  private final BackgroundTasks tasks;
  private final Notices notices;
  private final Opener opener;
  private final BooleanProperty on = new SimpleBooleanProperty(true);
  private final ObjectProperty<Instrument> instrument =
      new SimpleObjectProperty<>(Instrument.PIANO);
  private final DoubleProperty volume = new SimpleDoubleProperty(0.8);
  private final ReadOnlyObjectWrapper<Synth> synth = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();
  private boolean asked;

  /** Opens a synthesiser, on a worker. */
  @FunctionalInterface
  public interface Opener {

    /**
     * Opens it.
     *
     * @throws MidiUnavailableException if there is nothing to hear it with
     */
    Synth open() throws MidiUnavailableException;
  }

  public Sound(BackgroundTasks tasks, Notices notices, Opener opener) {
    this.tasks = tasks;
    this.notices = notices;
    this.opener = opener;
    instrument.addListener((observable, before, after) -> chooseInstrument());
    volume.addListener((observable, before, after) -> setVolume());
  }

  // Properties

  /** Whether the user wants to hear anything. */
  public BooleanProperty onProperty() {
    return on;
  }

  public ObjectProperty<Instrument> instrumentProperty() {
    return instrument;
  }

  /** How loud, from 0 to 1. */
  public DoubleProperty volumeProperty() {
    return volume;
  }

  /** The synthesiser; null until it is open. */
  public ReadOnlyObjectProperty<Synth> synthProperty() {
    return synth.getReadOnlyProperty();
  }

  /** Whether it turned out that there is nothing to hear it with. */
  public ReadOnlyBooleanProperty missingProperty() {
    return missing.getReadOnlyProperty();
  }

  // Commands

  /**
   * Sounds as the user last wanted it, and keeps there what the user wants from now on.
   *
   * @param kept holds null where nothing was wanted yet
   */
  public void keepIn(ObjectProperty<Listening> kept) {
    Listening last = kept.get();
    if (last != null) {
      on.set(last.on());
      volume.set(Math.max(0, Math.min(1, last.volume())));
      instrument.set(last.instrument() == null ? Instrument.PIANO : last.instrument());
    }
    for (Observable wish : List.of(on, volume, instrument)) {
      wish.addListener(
          changed -> kept.set(new Listening(on.get(), volume.get(), instrument.get())));
    }
  }

  /** Something is to be heard: opens the synthesiser, the first time. */
  public void wanted() {
    if (asked || !on.get()) {
      return;
    }
    asked = true;
    tasks.start(
        MESSAGES.get("sound.opening"),
        progress -> open(),
        opened -> {
          if (opened == null) {
            missing.set(true);
            notices.hint(MESSAGES.get("sound.missing"));
          } else {
            synth.set(opened);
            chooseInstrument();
            setVolume();
          }
        },
        notices::error);
  }

  /** The synthesiser, or null where there is none. */
  private Synth open() {
    try {
      return opener.open();
    } catch (MidiUnavailableException silent) {
      return null;
    }
  }

  private void chooseInstrument() {
    if (synth.get() != null) {
      synth.get().instrument(instrument.get());
    }
  }

  private void setVolume() {
    if (synth.get() != null) {
      synth.get().volume(volume.get());
    }
  }

  @Override
  public void close() {
    if (synth.get() != null) {
      synth.get().close();
      synth.set(null);
    }
  }
}
