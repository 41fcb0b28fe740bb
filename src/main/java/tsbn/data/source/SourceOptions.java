package tsbn.data.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The source of an open set taken apart, so that it can be opened again in another way: {@code
 * walk.bvh?fps=30} is the place {@code walk.bvh} with the option fps. Immutable.
 */
public final class SourceOptions {
  private final String place;
  private final Map<String, String> options;

  private SourceOptions(String place, Map<String, String> options) {
    this.place = place;
    this.options = options;
  }

  /** The options of a source that could be opened. */
  public static SourceOptions of(String source) {
    int mark = source.indexOf('?');
    if (mark < 0 || DataSources.isFile(source)) {
      return new SourceOptions(source, Map.of());
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : source.substring(mark + 1).split("&")) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        options.put(option.substring(0, equals), option.substring(equals + 1));
      }
    }
    return new SourceOptions(source.substring(0, mark), options);
  }

  /** The source without its options. */
  public String place() {
    return place;
  }

  /** What an option says; null where it is not given. */
  public String get(String name) {
    return options.get(name);
  }

  /** The same with another value of an option. */
  public SourceOptions with(String name, String value) {
    Map<String, String> other = new LinkedHashMap<>(options);
    other.put(name, value);
    return new SourceOptions(place, other);
  }

  /** The same without some options. */
  public SourceOptions without(Collection<String> names) {
    Map<String, String> other = new LinkedHashMap<>(options);
    other.keySet().removeAll(names);
    return new SourceOptions(place, other);
  }

  /** What opens it. */
  public String source() {
    return options.isEmpty()
        ? place
        : place
            + options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&", "?", ""));
  }
}
