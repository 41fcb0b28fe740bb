package tsbn.app.predict;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.AppContext;
import tsbn.app.support.Exports;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.app.support.Messages;
import tsbn.data.FrameMeaning;
import tsbn.picture.Camera;
import tsbn.picture.Film;
import tsbn.picture.FilmRow;
import tsbn.picture.Gif;
import tsbn.picture.Palette;
import tsbn.picture.Png;

/** Takes predictions away as files; without any it does nothing. */
final class PredictExports {
  private static final Messages MESSAGES = Messages.of(PredictExports.class);
  private static final FileType GIF = new FileType("GIF", "gif");

  private final Exports exports;

  PredictExports(AppContext context) {
    this.exports = new Exports(context);
  }

  void gif(Prediction shown, Camera camera, boolean dark) {
    if (shown != null) {
      FilmRow films = films(shown, camera, Palette.of(dark));
      exports.save(
          MESSAGES.get("save.gif"),
          MESSAGES.get("save.gif.name"),
          GIF,
          (out, progress) ->
              Gif.write(out, films.length(), films::frame, shown.framesPerSecond(), progress));
    }
  }

  void picture(Prediction shown, Camera camera, boolean dark) {
    if (shown != null) {
      FilmRow films = films(shown, camera, Palette.of(dark));
      exports.save(
          MESSAGES.get("save.png"),
          MESSAGES.get("save.png.name"),
          Exports.PNG,
          (out, progress) -> Png.write(films.still(), out));
    }
  }

  private static FilmRow films(Prediction shown, Camera camera, Palette palette) {
    return new FilmRow(
        List.of(
            film(shown, shown.truth(), 0, camera, palette),
            film(shown, shown.expected(), 1, camera, palette),
            new Film(
                shown.differenceMeaning(),
                shown.difference(),
                0,
                shown.keys(),
                shown.differenceRange(),
                palette)),
        List.of(
            MESSAGES.format("film.truth", shown.title()),
            MESSAGES.get("expected"),
            MESSAGES.get("difference")),
        palette);
  }

  private static Film film(
      Prediction shown, FMatrixRMaj frames, int figure, Camera camera, Palette palette) {
    return shown.meaning() instanceof FrameMeaning.Motion motion
        ? new Film(motion, frames, shown.figures().get(figure), 0, camera, palette)
        : new Film(shown.meaning(), frames, 0, shown.keys(), shown.range(), palette);
  }

  /** One row a frame from the second on. */
  void frames(Prediction shown) {
    if (shown == null) {
      return;
    }
    List<List<Object>> rows = new ArrayList<>();
    List<Object> head = new ArrayList<>(List.of("frame"));
    shown.guesses().forEach(guess -> head.add(guess.name()));
    rows.add(head);
    for (int t = 1; t < shown.length(); t++) {
      List<Object> row = new ArrayList<>(List.of(t + 1));
      for (Prediction.Guess guess : shown.guesses()) {
        row.add(guess.errors()[t]);
      }
      rows.add(row);
    }
    save("save.frames", rows);
  }

  /** One row a sequence. */
  void table(List<String> columns, List<ErrorRow> errors) {
    if (errors.isEmpty()) {
      return;
    }
    List<List<Object>> rows = new ArrayList<>();
    List<Object> head = new ArrayList<>(List.of("sequence", "frames"));
    head.addAll(columns);
    rows.add(head);
    for (ErrorRow error : errors) {
      List<Object> row = new ArrayList<>(List.of(error.index() + 1, error.frames()));
      row.addAll(error.errors());
      rows.add(row);
    }
    save("save.table", rows);
  }

  private void save(String key, List<List<Object>> rows) {
    exports.save(
        MESSAGES.get(key),
        MESSAGES.get(key + ".name"),
        Exports.CSV,
        (out, progress) -> write(rows, out));
  }

  private static void write(List<List<Object>> rows, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    for (List<Object> row : rows) {
      text.write(String.join(",", row.stream().map(PredictExports::cell).toList()));
      text.write("\n");
    }
    text.flush();
  }

  private static String cell(Object value) {
    return value instanceof Double number
        ? number.isNaN() ? "" : String.format(Locale.ROOT, "%.9g", number)
        : value.toString();
  }
}
