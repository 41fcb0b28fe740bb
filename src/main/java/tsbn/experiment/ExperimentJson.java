package tsbn.experiment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsbn.data.FrameMeaning;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

/**
 * The values of an experiment as JSON. A record is an object with its components' names as keys.
 * What is wrong in a text comes out as an {@link IllegalArgumentException} with a sentence.
 */
final class ExperimentJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** The forms of a frame's meaning by the name they have in a file. */
  private static final Map<String, Class<? extends FrameMeaning>> MEANINGS =
      Map.of(
          "image", FrameMeaning.Image.class,
          "pianoRoll", FrameMeaning.PianoRoll.class,
          "channels", FrameMeaning.Channels.class,
          "words", FrameMeaning.Words.class,
          "motion", FrameMeaning.Motion.class);

  private ExperimentJson() {}

  static JsonObject parse(String text) {
    try {
      return object(JsonParser.parseString(text), "the file");
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("it is not JSON", e);
    }
  }

  static String text(JsonElement json) {
    return GSON.toJson(json) + "\n";
  }

  static JsonElement json(Object record) {
    return GSON.toJsonTree(record);
  }

  /** The object under a key. */
  static JsonObject object(JsonObject parent, String key) {
    return object(parent.get(key), "\"" + key + "\"");
  }

  private static JsonObject object(JsonElement element, String name) {
    if (element == null || !element.isJsonObject()) {
      throw new IllegalArgumentException(name + " is not an object");
    }
    return element.getAsJsonObject();
  }

  /** The text under a key; null where there is none. */
  static String string(JsonObject parent, String key) {
    JsonElement element = parent.get(key);
    if (element == null || element.isJsonNull()) {
      return null;
    }
    if (!element.isJsonPrimitive()) {
      throw new IllegalArgumentException("\"" + key + "\" is not a text");
    }
    return element.getAsString();
  }

  /** The settings under a key; what is not said is as in {@code otherwise}. */
  static TrainingSettings settings(JsonObject parent, TrainingSettings otherwise) {
    JsonObject merged = GSON.toJsonTree(otherwise).getAsJsonObject();
    if (parent.has("settings")) {
      object(parent, "settings")
          .entrySet()
          .forEach(
              entry -> {
                if (!merged.has(entry.getKey())) {
                  throw new IllegalArgumentException(
                      "there is no setting \"" + entry.getKey() + "\"");
                }
                merged.add(entry.getKey(), entry.getValue());
              });
    }
    return record(merged, TrainingSettings.class);
  }

  static Architecture architecture(JsonObject parent) {
    return record(object(parent, "architecture"), Architecture.class);
  }

  static DataSummary summary(JsonObject data) {
    JsonObject found = object(data, "frameMeaning");
    Class<? extends FrameMeaning> form = MEANINGS.get(string(found, "form"));
    if (form == null) {
      throw new IllegalArgumentException("the frame meaning has no known form");
    }
    FrameMeaning meaning = record(found, form);
    if (meaning.units() < 1) {
      throw new IllegalArgumentException("a frame has no units");
    }
    record Known(String name, tsbn.data.DataKind kind, double framesPerSecond, double frameTotal) {}
    Known known = record(data, Known.class);
    if (known.name() == null || known.kind() == null) {
      throw new IllegalArgumentException("the data has no name or kind");
    }
    return new DataSummary(
        known.name(), known.kind(), meaning, known.framesPerSecond(), known.frameTotal());
  }

  static JsonObject json(String source, DataSummary summary) {
    JsonObject meaning = GSON.toJsonTree(summary.meaning()).getAsJsonObject();
    MEANINGS.forEach(
        (name, form) -> {
          if (form.isInstance(summary.meaning())) {
            meaning.addProperty("form", name);
          }
        });
    JsonObject data = new JsonObject();
    data.addProperty("source", source);
    data.addProperty("name", summary.name());
    data.addProperty("kind", summary.kind().name());
    data.addProperty("framesPerSecond", summary.framesPerSecond());
    data.addProperty("frameTotal", summary.frameTotal());
    data.add("frameMeaning", meaning);
    return data;
  }

  /** The whole numbers in the array under a key. */
  static List<Integer> numbers(JsonObject parent, String key) {
    List<Integer> numbers = new ArrayList<>();
    parent.getAsJsonArray(key).forEach(element -> numbers.add(element.getAsInt()));
    return numbers;
  }

  static <T> T record(JsonObject json, Class<T> type) {
    try {
      return GSON.fromJson(json, type);
    } catch (RuntimeException e) {
      // A record's constructor refuses nonsense with a sentence, which the library wraps.
      Throwable cause = e;
      while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
        cause = cause.getCause();
      }
      boolean sentence =
          cause instanceof IllegalArgumentException && !(cause instanceof NumberFormatException);
      throw new IllegalArgumentException(
          sentence ? cause.getMessage() : "a value is of the wrong type", e);
    }
  }
}
