package tsbn.data.source.music;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsbn.data.DataFormatException;

/** A JSON file of objects, arrays, texts and numbers. */
public final class JsonFile {
  /** Lists of notes are three deep within their object. */
  private static final int DEEPEST = 8;

  private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

  private final String file;
  private final JsonReader json;

  private JsonFile(String file, JsonReader json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads a file.
   *
   * @return a {@link Map}, {@link List}, {@link String}, {@link Long} or {@link Double}, which hold
   *     others
   * @throws DataFormatException with one sentence that names file, line and column
   */
  public static Object read(Path path) throws DataFormatException {
    return read(FileBytes.read(path));
  }

  static Object read(FileBytes in) throws DataFormatException {
    InputStreamReader text =
        new InputStreamReader(new ByteArrayInputStream(in.all()), StandardCharsets.UTF_8);
    try (JsonReader json = new JsonReader(text)) {
      json.setStrictness(Strictness.STRICT);
      JsonFile reader = new JsonFile(in.file(), json);
      Object all = reader.value(0);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw reader.wrong("the file goes on behind its end");
      }
      return all;
    } catch (IOException e) {
      // The library's own words are for programmers, but they end with the place.
      throw new DataFormatException(
          "%s%s: this is not JSON, or the file is damaged."
              .formatted(in.file(), place(e.getMessage())),
          e);
    }
  }

  private Object value(int depth) throws IOException, DataFormatException {
    if (depth > DEEPEST) {
      throw wrong("lists of notes are not as deep as this");
    }
    return switch (json.peek()) {
      case BEGIN_OBJECT -> object(depth);
      case BEGIN_ARRAY -> array(depth);
      case STRING -> json.nextString();
      case NUMBER -> number(json.nextString());
      default -> throw wrong("only objects, arrays, texts and numbers are read");
    };
  }

  private Map<String, Object> object(int depth) throws IOException, DataFormatException {
    Map<String, Object> object = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (object.containsKey(name)) {
        throw wrong("\"%s\" is there twice".formatted(FileBytes.shown(name)));
      }
      object.put(name, value(depth + 1));
    }
    json.endObject();
    return object;
  }

  private List<Object> array(int depth) throws IOException, DataFormatException {
    List<Object> array = new ArrayList<>(0);
    json.beginArray();
    while (json.hasNext()) {
      array.add(value(depth + 1));
    }
    json.endArray();
    return array;
  }

  private static Number number(String text) {
    return text.matches("-?\\d{1,18}") ? (Number) Long.valueOf(text) : Double.valueOf(text);
  }

  private DataFormatException wrong(String what) {
    return new DataFormatException("%s%s: %s.".formatted(file, place(json.toString()), what));
  }

  private static String place(String text) {
    Matcher found = PLACE.matcher(String.valueOf(text));
    return found.find() ? ", line %s, column %s".formatted(found.group(1), found.group(2)) : "";
  }
}
