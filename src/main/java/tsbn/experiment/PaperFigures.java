package tsbn.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.SourceOptions;
import tsbn.evaluate.Column;
import tsbn.evaluate.LogLikelihood.Kind;
import tsbn.evaluate.Metric;
import tsbn.model.sbn.Likelihood;

/**
 * What Gan and others (2015) print of the data sets they use: balls (Table 1), music (Table 3),
 * State of the Union (Table 4), and what their code prints of their motion capture model. Of their
 * Table 2, the motions of subject 35, nothing: the file it is about is lost.
 *
 * <p>A data set is known by the name of its file and by its frames. Every row carries the protocol
 * of its figures, which is not that of the comparison it is set beside.
 */
public final class PaperFigures {
  private static final String FILE = "paper-figures.json";
  private static final JsonArray SETS = read();

  private PaperFigures() {}

  /**
   * The rows for a data set; none for one that the paper does not have, or a split that it does not
   * report on.
   */
  public static List<ComparisonRow> of(SequenceSet set, Split split) {
    boolean reported = split == Split.TEST || set.get(Split.TEST).isEmpty();
    for (JsonElement each : SETS) {
      JsonObject known = each.getAsJsonObject();
      if (reported && isOf(known, set)) {
        return rows(known);
      }
    }
    return List.of();
  }

  private static boolean isOf(JsonObject known, SequenceSet set) {
    SourceOptions source = SourceOptions.of(set.source());
    boolean named = false;
    for (JsonElement name : known.getAsJsonArray("names")) {
      named |= name.getAsString().equals(stem(source.place()));
    }
    boolean alike =
        set.kind().name().equals(ExperimentJson.string(known, "kind"))
            && (!known.has("units") || known.get("units").getAsInt() == set.units());
    if (known.has("options")) {
      for (Map.Entry<String, JsonElement> option : known.getAsJsonObject("options").entrySet()) {
        String given = source.get(option.getKey());
        alike &= given == null || given.equals(option.getValue().getAsString());
      }
    }
    return named && alike;
  }

  /** {@code jsbchorales} for {@code .../JSB_Chorales.mat}; a built-in set as it is. */
  private static String stem(String place) {
    if (place.startsWith("builtin:")) {
      return place;
    }
    Path name = Path.of(place).getFileName();
    return name == null
        ? ""
        : name.toString()
            .replaceFirst("\\.\\w{1,6}$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]", "");
  }

  private static List<ComparisonRow> rows(JsonObject known) {
    List<ComparisonRow> rows = new ArrayList<>();
    for (JsonElement each : known.getAsJsonArray("rows")) {
      JsonObject row = each.getAsJsonObject();
      rows.add(
          new ComparisonRow(
              ComparisonRow.Kind.REFERENCE,
              ExperimentJson.string(known, "where"),
              ExperimentJson.string(row, "model"),
              Map.of(),
              0,
              0,
              figures(known, row.getAsJsonObject("figures")),
              ExperimentJson.string(known, "protocol")));
    }
    return rows;
  }

  private static Map<Column, Double> figures(JsonObject known, JsonObject figures) {
    Map<Column, Double> all = new TreeMap<>();
    figures
        .entrySet()
        .forEach(
            figure -> {
              Metric metric = Metric.valueOf(figure.getKey());
              Column column =
                  metric.ofLikelihood()
                      ? new Column(
                          metric,
                          Kind.LOWER_BOUND,
                          Likelihood.valueOf(ExperimentJson.string(known, "frames")))
                      : Column.of(metric);
              all.put(column, figure.getValue().getAsDouble());
            });
    return all;
  }

  private static JsonArray read() {
    try (InputStream in = PaperFigures.class.getResourceAsStream(FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ExperimentJson.parse(text).getAsJsonArray("sets");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
