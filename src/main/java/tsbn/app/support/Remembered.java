package tsbn.app.support;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsbn.data.source.SourceOptions;
import tsbn.experiment.AtomicFile;
import tsbn.sound.Instrument;

/**
 * What the workbench keeps between two starts: theme, window, sound, how often runs are saved, and
 * recent files. It lies as JSON where {@link Places} has settings. Losing it is no error: the
 * program then starts as for the first time.
 */
public final class Remembered {
  private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final int RECENT = 8;

  /** Where the window was; in screen coordinates. */
  public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}

  /** How music is to be heard; {@code volume} from 0 to 1. */
  public record Listening(boolean on, double volume, Instrument instrument) {}

  private record Stored(
      Theme theme, WindowPlace window, Listening sound, Integer saveSeconds, List<String> recent) {}

  private final Path file;
  private final Path runs;
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  private final ObjectProperty<WindowPlace> window = new SimpleObjectProperty<>();
  private final ObjectProperty<Listening> sound = new SimpleObjectProperty<>();
  private final ObjectProperty<Duration> saveEvery = new SimpleObjectProperty<>(Run.SAVE_EVERY);
  private final ObservableList<String> recent = FXCollections.observableArrayList();

  // One view for good: a view that nobody holds is collected, and its listeners with it.
  private final ObservableList<String> recentView =
      FXCollections.unmodifiableObservableList(recent);

  /** What was last written to that file, if it can be read. */
  public Remembered(Path file) {
    this(file, file.resolveSibling("runs"));
  }

  private Remembered(Path file, Path runs) {
    this.file = file;
    this.runs = runs;
    load();
  }

  /** What the user of this machine left. */
  public static Remembered ofUser() {
    Places places = Places.ofUser();
    return new Remembered(places.settings().resolve("workbench.json"), places.runs());
  }

  // Properties

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** The window's last place; null before the first start. */
  public ObjectProperty<WindowPlace> windowProperty() {
    return window;
  }

  /** How the user last heard music; null before the first start. */
  public ObjectProperty<Listening> soundProperty() {
    return sound;
  }

  /** Time between two checkpoints of a run in training, in whole seconds. */
  public ObjectProperty<Duration> saveEveryProperty() {
    return saveEvery;
  }

  /** Files opened, the latest first; built-in sets are not among them. */
  public ObservableList<String> recentFiles() {
    return recentView;
  }

  /** Where runs are kept. */
  public Path runs() {
    return runs;
  }

  // Commands

  /**
   * Notes that a source was opened, instead of the same place with other options; but other files
   * of one folder are other data.
   */
  public void opened(String source) {
    if (source.startsWith("builtin:")) {
      return;
    }
    List<String> now = new ArrayList<>(recent);
    now.removeIf(other -> place(other).equals(place(source)) && only(other).equals(only(source)));
    now.add(0, source);
    recent.setAll(now.subList(0, Math.min(RECENT, now.size())));
    save();
  }

  /** Drops a recent file that no longer exists. */
  public void forgetIfGone(String source) {
    if (recent.contains(source) && Files.notExists(Path.of(place(source)))) {
      recent.remove(source);
      save();
    }
  }

  private static String only(String source) {
    return String.valueOf(SourceOptions.of(source).get("only"));
  }

  private static String place(String source) {
    return SourceOptions.of(source).place();
  }

  /** Writes everything down. */
  public void save() {
    try {
      Files.createDirectories(file.getParent());
      int seconds = (int) saveEvery.get().toSeconds();
      Stored stored = new Stored(theme.get(), window.get(), sound.get(), seconds, recent);
      byte[] json = GSON.toJson(stored).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(file, out -> out.write(json));
    } catch (IOException failure) {
      LOG.warn("The settings could not be written to {}", file, failure);
    }
  }

  private void load() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      Stored stored = GSON.fromJson(Files.readString(file), Stored.class);
      if (stored == null) {
        return;
      }
      theme.set(stored.theme() == null ? Theme.LIGHT : stored.theme());
      window.set(stored.window());
      sound.set(stored.sound());
      if (stored.saveSeconds() != null && stored.saveSeconds() > 0) {
        saveEvery.set(Duration.ofSeconds(stored.saveSeconds()));
      }
      if (stored.recent() != null) {
        recent.setAll(stored.recent());
      }
    } catch (IOException | JsonParseException broken) {
      LOG.warn("The settings in {} cannot be read and are ignored", file, broken);
    }
  }
}
