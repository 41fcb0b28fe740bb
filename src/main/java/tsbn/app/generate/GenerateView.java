package tsbn.app.generate;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.support.Readable;
import tsbn.app.support.Shown;
import tsbn.app.support.YearNames;
import tsbn.app.widget.Player;
import tsbn.app.widget.SequenceCard;
import tsbn.app.widget.SoundBar;
import tsbn.data.FrameMeaning;

/** The page on which the model makes up sequences. */
public final class GenerateView implements Page {
  private static final Messages MESSAGES = Messages.of(GenerateView.class);

  /** The states take this height and this share of the page at most, and a unit these pixels. */
  private static final int STATES_HEIGHT = 200;

  private static final double STATES_SHARE = 0.3;

  private static final int TALLEST_UNIT = 5;

  /** The form is the second thing of the side, below its title. */
  private static final int FORM_AT = 1;

  private final GenerateViewModel model;
  private final Parent root;
  private SoundBar sound;
  private AwayPanel away;
  private List<SequenceCard> samplesShown = List.of();
  private final List<StatesRow> statesShown = new ArrayList<>();
  private SequenceCard data;
  @FXML private VBox stage;
  @FXML private HBox cards;
  @FXML private VBox transport;
  @FXML private Player player;
  @FXML private Label statesNote;
  @FXML private Label primerLegend;
  @FXML private HBox statesChoice;
  @FXML private ToggleGroup statesOf;
  @FXML private ToggleButton statesOne;
  @FXML private ToggleButton statesTwo;
  @FXML private VBox states;
  @FXML private VBox besideRows;
  @FXML private Label empty;
  @FXML private Button generate;
  @FXML private Button again;
  @FXML private Label status;
  @FXML private VBox side;

  public GenerateView(GenerateViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public boolean looksBack() {
    return true;
  }

  @Override
  public boolean showsRun() {
    return true;
  }

  @Override
  public void shown() {
    model.shown();
  }

  @FXML
  private void initialize() {
    data = card("generate-data", "data.tip");
    data.setTitle(MESSAGES.get("data"));
    samplesShown =
        List.of(card("generate-sample-1", "sample.tip"), card("generate-sample-2", "sample.tip"));
    for (SequenceCard card : samplesShown) {
      card.cameraProperty().bindBidirectional(data.cameraProperty());
      card.rollZoomProperty().bindBidirectional(data.rollZoomProperty());
    }
    statesRow(0);
    player.framesPerSecondProperty().bind(model.tempo().framesPerSecondProperty());
    side.getChildren().add(FORM_AT, new DreamForm(model).root());
    away = new AwayPanel(model.exports(), data.cameraProperty()::get, data::dark);
    side.getChildren().addAll(new TakesPanel(model).root(), away.root());
    sound = new SoundBar(model.sound(), player);
    transport.getChildren().add(sound.root());
    player.frameProperty().subscribe(frame -> showFrame(frame.intValue()));
    empty.textProperty().bind(model.emptyProperty());
    Fields.choose(statesOf, List.of(statesOne, statesTwo), model.statesOfProperty(), 0);
    for (Node node : List.of(generate, again)) {
      node.disableProperty().bind(model.possibleProperty().not());
    }
    model.dreamProperty().subscribe(this::show);
    model.outlineProperty().subscribe(outlined -> overlay(model.dreamProperty().get()));
    for (ReadOnlyProperty<Number> changed :
        List.of(model.statesOfProperty(), stage.heightProperty())) {
      changed.subscribe(now -> showStates(model.dreamProperty().get()));
    }
  }

  private SequenceCard card(String id, String tip) {
    return new SequenceCard(id, MESSAGES.get(tip), player.positionProperty());
  }

  private void show(Dream dream) {
    boolean any = dream != null;
    stage.setVisible(any);
    empty.setVisible(!any);
    away.show(dream);
    status.setText(any ? dream.status() : "");
    if (!any) {
      player.lengthProperty().set(0);
      return;
    }
    SequenceCard.Shared shared =
        new SequenceCard.Shared(
            dream.meaning(), dream.primerFrames(), dream.keys(), dream.range(), dream.length());
    data.show(shared, dream.data(), dream.dataFigure());
    cards.getChildren().clear();
    if (dream.data().numRows > 0) {
      cards.getChildren().add(data.root());
    }
    for (int i = 0; i < dream.samples().size(); i++) {
      SequenceCard card = samplesShown.get(i);
      card.setTitle(MESSAGES.format("sample", i + 1));
      card.setNote(
          dream.primerFrames() == 0
              ? MESSAGES.get("sample.free")
              : MESSAGES.format("sample.primed", dream.primerFrames()));
      card.show(shared, dream.samples().get(i).frames(), dream.figure(i));
      cards.getChildren().add(card.root());
    }
    overlay(dream);
    sound.show(dream.meaning(), voices(dream));
    showStates(dream);
    player.lengthProperty().set(dream.length());
    player.frameNamesProperty().set(YearNames.of(dream.years()));
    int first = dream.meaning() instanceof FrameMeaning.Words ? dream.primerFrames() : 0;
    player.positionProperty().set(first);
    showFrame(first);
    player.playingProperty().set(true);
  }

  /** Of music, how probable each note was, and how the data goes on. */
  private void overlay(Dream dream) {
    for (int i = 0; dream != null && i < dream.samples().size(); i++) {
      samplesShown
          .get(i)
          .overlay(
              dream.samples().get(i).probabilities(),
              model.outlineProperty().get() ? dream.continuation() : null);
    }
  }

  private static List<SoundBar.Voice> voices(Dream dream) {
    List<SoundBar.Voice> voices = new ArrayList<>();
    for (int i = 0; i < dream.samples().size(); i++) {
      FMatrixRMaj frames = dream.samples().get(i).frames();
      voices.add(new SoundBar.Voice(MESSAGES.format("sample", i + 1), frames));
    }
    if (dream.data().numRows > 0) {
      voices.add(new SoundBar.Voice(MESSAGES.get("data"), dream.data()));
    }
    return voices;
  }

  private void showStates(Dream dream) {
    if (dream == null) {
      return;
    }
    int sample = model.statesOfProperty().get();
    int units = dream.samples().get(sample).states().numCols;
    int room = (int) Math.min(STATES_HEIGHT, STATES_SHARE * stage.getHeight());
    int each = Math.max(1, Math.min(TALLEST_UNIT, room / units));
    int shown = 0;
    states.getChildren().clear();
    for (int layer = dream.layers().size() - 1; layer >= 0; layer--) {
      Dream.Layer what = dream.layers().get(layer);
      int rows = Math.min(what.units(), Math.max(1, STATES_HEIGHT * what.units() / units));
      StatesRow row = statesRow(states.getChildren().size());
      row.show(what.name(), dream.states(sample, layer), dream.primerFrames(), rows * each);
      states.getChildren().add(row.root());
      shown += rows;
    }
    Shown.when(dream.primerFrames() > 0, primerLegend);
    Shown.when(dream.samples().size() > 1, statesChoice);
    statesNote.setText(
        shown == units
            ? MESSAGES.format("states.of", sample + 1)
            : MESSAGES.format("states.part", sample + 1, shown, Readable.count(units)));
  }

  private StatesRow statesRow(int index) {
    if (index == statesShown.size()) {
      statesShown.add(
          new StatesRow(player.positionProperty(), samplesShown.get(0).rollWindowProperty()));
    }
    return statesShown.get(index);
  }

  private void showFrame(int frame) {
    Dream dream = model.dreamProperty().get();
    if (dream == null) {
      return;
    }
    boolean ended = frame >= dream.data().numRows;
    data.setNote(ended ? MESSAGES.format("data.ended", dream.dataTitle()) : dream.dataTitle());
    if (dream.data().numRows > 0) {
      data.showFrame(frame);
    }
    samplesShown.forEach(card -> card.showFrame(frame));
  }

  @FXML
  private void generate() {
    model.generate();
  }

  @FXML
  private void again() {
    model.again();
  }

  @Override
  public void exportPicture() {
    away.savePicture();
  }
}
