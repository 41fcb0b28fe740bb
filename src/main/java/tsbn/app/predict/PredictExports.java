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
import tsbn.app.support.Messages;
import tsbn.evaluate.UnitScores;
import tsbn.picture.Camera;
import tsbn.picture.Figure;
import tsbn.picture.Film;
import tsbn.picture.FilmRow;
import tsbn.picture.Palette;

/** Takes predictions away as files; without any it does nothing. */
final class PredictExports {
  private static final Messages MESSAGES = Messages.of(PredictExports.class);

  private final Exports exports;

  PredictExports(AppContext context) {
    this.exports = new Exports(context);
  }

  void gif(Prediction shown, Camera camera, boolean dark) {
    if (shown != null) {
      exports.gif(
          MESSAGES.get("save.gif"),
          MESSAGES.get("save.gif.name"),
          shown.framesPerSecond(),
          () -> films(shown, camera, Palette.of(dark)));
    }
  }

  void picture(Prediction shown, Camera camera, boolean dark) {
    if (shown != null) {
      exports.still(
          MESSAGES.get("save.png"),
          MESSAGES.get("save.png.name"),
          () -> films(shown, camera, Palette.of(dark)));
    }
  }

  private static FilmRow films(Prediction shown, Camera camera, Palette palette) {
    Film difference =
        new Film(
            shown.differenceMeaning(),
            shown.difference(),
            null,
            0,
            shown.keys(),
            shown.differenceRange(),
            camera,
            palette);
    return new FilmRow(
        List.of(
            film(shown, shown.truth(), shown.figure(0), camera, palette),
            film(shown, shown.expected(), shown.figure(1), camera, palette),
            difference),
        List.of(
            MESSAGES.format("film.truth", shown.title()),
            MESSAGES.get("expected"),
            MESSAGES.get("difference")),
        palette);
  }

  private static Film film(
      Prediction shown, FMatrixRMaj frames, Figure figure, Camera camera, Palette palette) {
    return new Film(
        shown.meaning(), frames, figure, 0, shown.keys(), shown.range(), camera, palette);
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
    boolean binary = errors.get(0).scores() != null;
    if (binary) {
      head.addAll(List.of("precision", "recall", "accuracy"));
    }
    rows.add(head);
    for (ErrorRow error : errors) {
      List<Object> row = new ArrayList<>(List.of(error.index() + 1, error.frames()));
      row.addAll(error.errors());
      if (binary) {
        UnitScores scores = error.scores();
        row.addAll(List.of(scores.precision(), scores.recall(), scores.accuracy()));
      }
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
