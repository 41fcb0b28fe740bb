package tsbn.app.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import tsbn.data.FrameMeaning;
import tsbn.picture.Keyboard;

/**
 * The names of the Cs below a keyboard that a {@link WeightsCanvas} or {@link FrameCanvas} of the
 * same width shows: C3, C4 and so on. It is there only while the units are keys.
 */
public final class KeyNames extends Region {
  private static final double HEIGHT = 13;
  private static final int OCTAVE = 12;

  private final ObjectProperty<FrameMeaning> meaning = new SimpleObjectProperty<>(this, "meaning");
  private final List<Integer> units = new ArrayList<>();

  public KeyNames() {
    getStyleClass().add("key-names");
    setMouseTransparent(true);
    setPrefHeight(HEIGHT);
    setMinHeight(HEIGHT);
    meaning.subscribe(this::name);
  }

  /** What the units above stand for; null for nothing. */
  public ObjectProperty<FrameMeaning> meaningProperty() {
    return meaning;
  }

  private void name(FrameMeaning what) {
    units.clear();
    getChildren().clear();
    if (what instanceof FrameMeaning.PianoRoll piano) {
      for (int unit = 0; unit < piano.units(); unit++) {
        int note = piano.lowestNote() + unit;
        if (note % OCTAVE == 0) {
          units.add(unit);
          getChildren().add(new Label(Keyboard.name(note)));
        }
      }
    }
    setVisible(!units.isEmpty());
    setManaged(!units.isEmpty());
  }

  @Override
  protected void layoutChildren() {
    if (meaning.get() instanceof FrameMeaning.PianoRoll piano) {
      Keyboard keyboard = new Keyboard(piano);
      for (int i = 0; i < units.size(); i++) {
        Label name = (Label) getChildren().get(i);
        name.autosize();
        double left = keyboard.middle(units.get(i), (int) getWidth()) - name.getWidth() / 2;
        double right = getWidth() - name.getWidth();
        name.relocate(Math.round(Math.max(0, Math.min(left, right))), 0);
      }
    }
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }
}
