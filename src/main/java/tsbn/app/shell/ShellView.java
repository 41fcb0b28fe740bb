package tsbn.app.shell;

import atlantafx.base.controls.ModalPane;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableStringValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tsbn.app.support.AppContext;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Openable;
import tsbn.app.support.Page;
import tsbn.app.support.SettingsHistory;
import tsbn.data.DataKind;

/** The frame: rail, header with transport, the page in the middle, status bar. */
public final class ShellView {
  private static final Messages MESSAGES = Messages.of(ShellView.class);

  /** New checkpoints are looked for every five seconds. */
  private static final int REFRESHES_PER_LOOK = 75;

  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

  private final AppContext context;
  private final ShellViewModel model;
  private final HeaderViewModel header;
  private final StatusViewModel statusModel;
  private final TransportViewModel transportModel;
  private final Map<PageId, Page> built = new EnumMap<>(PageId.class);
  private PageButtons buttons;
  private Page current;

  @FXML private StackPane root;
  @FXML private VBox rail;
  @FXML private MenuButton menu;
  @FXML private Menu pageMenu;
  @FXML private MenuItem undo;
  @FXML private MenuItem redo;
  @FXML private Label dataName;
  @FXML private Label dataFacts;
  @FXML private Label modelChip;
  @FXML private StackPane transport;
  @FXML private HBox banner;
  @FXML private Label bannerText;
  @FXML private StackPane pages;
  @FXML private StackPane status;
  @FXML private StackPane rewind;
  @FXML private Label dropHint;
  private int refreshes;
  @FXML private ModalPane overlay;

  public ShellView(AppContext context) {
    this.context = context;
    this.model = new ShellViewModel(context);
    this.header = new HeaderViewModel(context.workbench());
    this.statusModel = new StatusViewModel(context);
    this.transportModel =
        new TransportViewModel(context.workbench(), () -> leaveStart(PageId.TRAIN));
    Fxml.load(this);
    show(PageId.START);
  }

  public Parent root() {
    return root;
  }

  /** Shows a page, which is built now if this is the first time. */
  public void show(PageId id) {
    Page next = built.computeIfAbsent(id, wanted -> wanted.create(context, this::show));
    buttons.select(id);
    if (next == current) {
      return;
    }
    if (current != null) {
      current.hidden();
    }
    current = next;
    if (current.looksBack()) {
      context.workbench().lookingBack().look();
    }
    showBanner();
    showRewind();
    boolean focusLeaves = focusIsIn(pages);
    pages.getChildren().setAll(next.root());
    if (focusLeaves) {
      root.requestFocus(); // not on whatever comes next, which Space would press
    }
    next.shown();
  }

  /** From the Start page on to where what was begun there is seen. */
  private void leaveStart(PageId next) {
    if (current == built.get(PageId.START)) {
      show(next);
    }
  }

  private void showBanner() {
    boolean wanted = current != null && current.showsRun() && !model.banner().get().isEmpty();
    banner.setVisible(wanted);
    banner.setManaged(wanted);
  }

  /** There is something to look back at from the second checkpoint on. */
  private void showRewind() {
    boolean wanted =
        current != null
            && current.looksBack()
            && context.workbench().lookingBack().countProperty().get() > 1;
    rewind.setVisible(wanted);
    rewind.setManaged(wanted);
  }

  private boolean focusIsIn(Node part) {
    Node node = root.getScene() == null ? null : root.getScene().getFocusOwner();
    while (node != null && node != part) {
      node = node.getParent();
    }
    return node != null;
  }

  /** Brings the whole window up to date; called some fifteen times a second. */
  public void refresh() {
    context.workbench().refresh();
    model.history().settle();
    statusModel.refresh();
    current.refresh();
    if (current.looksBack() && ++refreshes % REFRESHES_PER_LOOK == 0) {
      context.workbench().lookingBack().look();
    }
  }

  @FXML
  private void initialize() {
    transport.getChildren().add(new TransportView(transportModel).root());
    status.getChildren().add(new StatusView(statusModel, context.remembered()).root());
    rewind.getChildren().add(new RewindView(context.workbench().lookingBack()).root());
    context.workbench().lookingBack().countProperty().subscribe(count -> showRewind());
    bindHeader();
    bindHistory();
    bannerText.textProperty().bind(model.banner());
    model.banner().subscribe(text -> showBanner());
    buttons = new PageButtons(rail, pageMenu, this::show);
    model.dataKind().subscribe(this::offerPages);
    overlay.setInTransitionFactory(null); // a fade shows its content where it is not yet
    overlay.setOutTransitionFactory(null);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::escapeHidesOverlay);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::spaceTrains);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::redoByY);
    root.addEventFilter(MouseEvent.MOUSE_CLICKED, clicked -> leaveButton());
    root.setOnDragOver(this::dragOver);
    root.setOnDragExited(left -> dropHint.setVisible(false));
    root.setOnDragDropped(this::dropped);
  }

  private void bindHeader() {
    dataName.textProperty().bind(header.dataName());
    dataFacts.textProperty().bind(header.dataFacts());
    modelChip.textProperty().bind(header.model());
    tip(dataName, header.dataOrigin());
    tip(dataFacts, header.dataFacts());
    tip(modelChip, header.model());
    for (Label chip : List.of(dataFacts, modelChip)) {
      chip.visibleProperty().bind(chip.textProperty().isNotEmpty());
      chip.managedProperty().bind(chip.visibleProperty());
    }
  }

  private void bindHistory() {
    SettingsHistory history = model.history();
    undo.disableProperty().bind(history.canUndoProperty().not());
    redo.disableProperty().bind(history.canRedoProperty().not());
    undo.textProperty().bind(history.undoTitleProperty().map(title -> step("menu.undo", title)));
    redo.textProperty().bind(history.redoTitleProperty().map(title -> step("menu.redo", title)));
  }

  private static String step(String key, String title) {
    return title.isEmpty() ? MESSAGES.get(key + ".none") : MESSAGES.format(key + ".step", title);
  }

  /** The tip says all of what the label may have to cut. */
  private static void tip(Label label, ObservableStringValue whole) {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(whole);
    label.setTooltip(tip);
  }

  /** Offers the pages that suit the data; from one that does not, the window goes to the data. */
  private void offerPages(DataKind kind) {
    buttons.offer(kind);
    for (PageId id : PageId.values()) {
      if (!id.suits(kind) && current != null && current == built.get(id)) {
        show(PageId.DATA);
      }
    }
  }

  private void escapeHidesOverlay(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && overlay.isDisplay()) {
      overlay.hide();
      event.consume();
    }
  }

  /** Space trains or pauses wherever it has no meaning of its own. */
  private void spaceTrains(KeyEvent event) {
    boolean plain = event.getCode() == KeyCode.SPACE && !event.isShortcutDown();
    if (plain && !(event.getTarget() instanceof TextInputControl) && !overlay.isDisplay()) {
      transportModel.trainOrPause();
      event.consume();
    }
  }

  /** What people of some systems press. */
  private void redoByY(KeyEvent event) {
    if (REDO_TOO.match(event)) {
      redo();
      event.consume();
    }
  }

  /** A field where something is typed takes its own text back. */
  private boolean typing() {
    return root.getScene().getFocusOwner() instanceof TextInputControl;
  }

  /** A click leaves no focus on a button, so that Space keeps meaning train or pause. */
  private void leaveButton() {
    Node focused = root.getScene().getFocusOwner();
    if (focused instanceof ButtonBase && !(focused instanceof MenuButton)) {
      root.requestFocus();
    }
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      dropHint.setVisible(true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    dropHint.setVisible(false);
    if (!files.isEmpty()) {
      leaveFor(model.dropped(files.stream().map(File::toPath).toList()));
    }
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }

  private void leaveFor(Openable what) {
    leaveStart(what.trains() ? PageId.TRAIN : PageId.DATA);
  }

  @FXML
  private void openFile() {
    model.openFile().ifPresent(this::leaveFor);
  }

  @FXML
  private void openFolder() {
    model.openFolder().ifPresent(this::leaveFor);
  }

  @FXML
  private void saveRun() {
    model.saveRun();
  }

  @FXML
  private void savePreset() {
    model.savePreset();
  }

  @FXML
  private void exportPicture() {
    if (current.hasPicture()) {
      current.exportPicture();
    } else {
      context.notices().info(MESSAGES.get("export.nothing"));
    }
  }

  @FXML
  private void undo() {
    if (!typing()) {
      model.history().undo();
    }
  }

  @FXML
  private void redo() {
    if (!typing()) {
      model.history().redo();
    }
  }

  @FXML
  private void trainOrPause() {
    transportModel.trainOrPause();
  }

  @FXML
  private void step() {
    transportModel.step();
  }

  @FXML
  private void stop() {
    transportModel.stop();
  }

  @FXML
  private void newRun() {
    model.newRun();
  }

  @FXML
  private void keepRun() {
    model.keepRun();
  }

  @FXML
  private void switchTheme() {
    model.switchTheme();
  }

  @FXML
  private void help() {
    overlay.show(new HelpView(model.version(), shortcuts(), model.log(), overlay::hide).root());
  }

  private List<HelpView.Shortcut> shortcuts() {
    List<HelpView.Shortcut> listed = new ArrayList<>();
    listed.add(new HelpView.Shortcut(KeyCode.SPACE.getName(), MESSAGES.get("help.space")));
    listed.addAll(HelpView.Shortcut.of(menu.getItems()));
    return listed;
  }

  @FXML
  private void quit() {
    root.getScene().getWindow().hide();
  }
}
