package tsbn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import tsbn.app.shell.PageId;
import tsbn.app.support.Fxml;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.LayerSpec;
import tsbn.support.MidiBytes;

/** Every layout can be loaded, every text exists, every style sheet can be read. */
class LayoutsTest {
  private static final Path RESOURCES = Path.of("resources");
  private static final Pattern TEXT = Pattern.compile("\"%([^\"]+)\"");

  @TempDir Path folder;

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(RESOURCES.resolve("tsbn/app"))) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void everyLayoutIsLoadedByTheWindow() throws IOException, TimeoutException {
    ListAppender<ILoggingEvent> loaded = new ListAppender<>();
    loaded.start();
    Logger log = (Logger) LoggerFactory.getLogger(Fxml.class);
    log.setLevel(Level.DEBUG);
    log.addAppender(loaded);
    try (AppFixture app = AppFixture.open(folder, 1280, 800)) {
      for (PageId page : PageId.values()) {
        app.show(page);
      }
      generateMusic(app);
      app.click("#generate-again");
      AppFixture.await(
          "there are takes", () -> app.scene().getRoot().lookup(".takes .toggle-button") != null);
      new FxRobot().press(KeyCode.F1).release(KeyCode.F1);
      AppFixture.await("help is shown", () -> app.scene().getRoot().lookup("#help") != null);
    } finally {
      log.detachAppender(loaded);
      log.setLevel(null);
    }
    TreeSet<String> expected = new TreeSet<>();
    files(".fxml").forEach(file -> expected.add(file.getFileName().toString()));
    TreeSet<String> found = new TreeSet<>();
    loaded.list.forEach(
        event ->
            found.add(Path.of(event.getArgumentArray()[0].toString()).getFileName().toString()));
    assertEquals(expected, found);
  }

  @Test
  void everyTextOfALayoutExists() throws IOException {
    for (Path file : files(".fxml")) {
      String bundle =
          RESOURCES.relativize(file.getParent()).toString().replace('/', '.') + ".messages";
      ResourceBundle texts = ResourceBundle.getBundle(bundle);
      Matcher matcher = TEXT.matcher(Files.readString(file));
      while (matcher.find()) {
        assertTrue(texts.containsKey(matcher.group(1)), file + ": " + matcher.group(1));
      }
    }
  }

  @Test
  void everyStyleSheetCanBeRead() throws IOException {
    for (Path file : files(".css")) {
      CssParser.errorsProperty().clear();
      try {
        new CssParser().parse(file.toUri().toURL());
      } catch (MalformedURLException impossible) {
        throw new AssertionError(impossible);
      }
      assertEquals(List.of(), List.copyOf(CssParser.errorsProperty()), file.toString());
    }
  }

  @Test
  void everyControlCanBeReachedAndNamed() throws TimeoutException {
    try (AppFixture app = AppFixture.open(folder, 1280, 800)) {
      for (PageId page : PageId.values()) {
        app.show(page);
        TreeSet<String> nameless = new TreeSet<>();
        AppFixture.onFx(() -> collectNameless(app.scene().getRoot(), nameless));
        assertTrue(nameless.isEmpty(), page + ": " + nameless);
      }
    }
  }

  /** Takes a step with little music, and shows what the model makes up. */
  private static void generateMusic(AppFixture app) {
    AppFixture.onFx(
        () -> {
          app.workbench.open("builtin:chorales?train=4&valid=2&test=2");
          app.workbench.designProperty().set(variant(1));
        });
    AppFixture.await("the data is open", () -> !app.workbench.busyProperty().get());
    app.show(PageId.DATA); // whoever comes to the other page with a run finds something made
    AppFixture.onFx(app.workbench::step);
    AppFixture.await(
        "a step is taken", () -> app.workbench.gaugesProperty().get().iteration() == 1);
    app.show(PageId.GENERATE);
    AppFixture.await(
        "something was made", () -> !app.scene().getRoot().lookup("#generate-gif").isDisabled());
  }

  @Test
  void nothingIsCutInASmallWindow() throws IOException, TimeoutException {
    try (AppFixture app = AppFixture.open(folder, 1000, 700)) {
      generateMusic(app);
      AppFixture.onFx(() -> app.workbench.designProperty().set(variant(64))); // now it is stale
      for (PageId page : PageId.values()) {
        awaitNothingCut(app, page);
      }
      Path tunes = Files.createDirectories(folder.resolve("tunes"));
      for (String name : List.of("a.mid", "b.mid")) {
        byte[] tune =
            MidiBytes.file(0, 96, "00 90 3C 40 60 3C 00 00 99 24 40 30 24 00 00 FF 2F 00");
        Files.write(tunes.resolve(name), tune);
      }
      AppFixture.onFx(() -> app.workbench.open(tunes + "?step=12th"));
      AppFixture.await(
          "the tunes are open", () -> app.workbench.dataProperty().get().name().equals("tunes"));
      awaitNothingCut(app, PageId.DATA);
      assertTrue(app.visible("#score"));
    }
  }

  private static void awaitNothingCut(AppFixture app, PageId page) {
    app.show(page);
    List<String> left = new ArrayList<>();
    AppFixture.await(
        () -> "all of " + page + " is to be read, also " + left,
        20,
        () -> {
          left.clear();
          left.addAll(cut(app.scene().getRoot()));
          return left.isEmpty();
        });
  }

  private static ModelDesign variant(int order) {
    return new ModelDesign(List.of(new LayerSpec(100, true, false)), true, order, false);
  }

  /** The texts of which only a part is shown. */
  private static List<String> cut(Node root) {
    return root.lookupAll(".text").stream()
        .filter(node -> node instanceof Text && node.getParent() instanceof Labeled)
        .filter(LayoutsTest::seen)
        .filter(node -> !((Text) node).getText().equals(text((Labeled) node.getParent())))
        .map(node -> text((Labeled) node.getParent()))
        .toList();
  }

  private static String text(Labeled labeled) {
    return labeled.getText() == null ? "" : labeled.getText();
  }

  private static boolean seen(Node node) {
    return node == null || (node.isVisible() && seen(node.getParent()));
  }

  private static void collectNameless(Node root, TreeSet<String> nameless) {
    for (Node node : root.lookupAll("*")) {
      boolean used = node instanceof Control control && control.isFocusTraversable();
      boolean own = used && node.getStyleClass().stream().noneMatch(INNER::contains);
      if (own && (node.getId() == null || !named((Control) node))) {
        nameless.add(node.getClass().getSimpleName() + " " + node.getId());
      }
    }
    assertFalse(root.lookupAll(".button").isEmpty());
  }

  /** Parts that controls bring themselves. */
  private static final List<String> INNER = List.of("scroll-pane", "increment-button");

  private static boolean named(Control control) {
    boolean text =
        control instanceof javafx.scene.control.Labeled labeled
            && labeled.getText() != null
            && !labeled.getText().isBlank();
    return text || control.getAccessibleText() != null;
  }
}
