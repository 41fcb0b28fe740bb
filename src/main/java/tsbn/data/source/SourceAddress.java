package tsbn.data.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsbn.data.DataFormatException;

/**
 * What a user names as data, taken apart: {@code builtin:balls?train=100&seed=2} is the place
 * {@code builtin:balls} with the options train and seed.
 */
final class SourceAddress {
  private final String place;
  private final Map<String, String> options = new LinkedHashMap<>();

  private SourceAddress(String place) {
    this.place = place;
  }

  static SourceAddress parse(String text) throws DataFormatException {
    int mark = text.indexOf('?');
    if (mark < 0) {
      return new SourceAddress(text);
    }
    SourceAddress address = new SourceAddress(text.substring(0, mark));
    for (String option : text.substring(mark + 1).split("&")) {
      int equals = option.indexOf('=');
      if (equals < 1) {
        throw new DataFormatException(
            "%s: the option \"%s\" is not of the form name=value."
                .formatted(address.place, option));
      }
      String name = option.substring(0, equals);
      if (address.options.put(name, option.substring(equals + 1)) != null) {
        throw new DataFormatException(
            "%s: the option %s is given twice.".formatted(address.place, name));
      }
    }
    return address;
  }

  /** The same, where a question mark may also be part of the name of a file that there is. */
  static SourceAddress of(String source) throws DataFormatException {
    String text = source.strip();
    return DataSources.isFile(text) ? withoutOptions(text) : parse(text);
  }

  /** A place whose name is the whole text, whatever is in it. */
  static SourceAddress withoutOptions(String place) {
    return new SourceAddress(place);
  }

  String place() {
    return place;
  }

  /** Refuses options that the source does not have. */
  void requireOnly(Set<String> known) throws DataFormatException {
    for (String name : options.keySet()) {
      if (!known.contains(name)) {
        throw new DataFormatException(
            "%s has no option \"%s\"; it has %s."
                .formatted(
                    place,
                    name,
                    known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  /** The options as they were given, in their order: {@code fps=30&root=absolute}. */
  String optionText() {
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining("&"));
  }

  /** The same place with another text for an option that is given. */
  SourceAddress replacing(String name, String text) {
    SourceAddress other = new SourceAddress(place);
    other.options.putAll(options);
    other.options.replace(name, text);
    return other;
  }

  /** The text of an option, or null where it is not given. */
  String text(String name) {
    return options.get(name);
  }

  /** Whether an option that is true or false is true; false where it is not given. */
  boolean flag(String name) throws DataFormatException {
    String text = options.getOrDefault(name, "false");
    if (!text.equals("true") && !text.equals("false")) {
      throw new DataFormatException(
          "%s: the option %s must be true or false, not \"%s\".".formatted(place, name, text));
    }
    return text.equals("true");
  }

  /** One of some words; {@code otherwise} where the option is not given. */
  String choice(String name, String otherwise, List<String> known) throws DataFormatException {
    String text = options.getOrDefault(name, otherwise);
    if (text != null && !known.contains(text)) {
      throw new DataFormatException(
          "%s: the option %s must be %s, not \"%s\"."
              .formatted(place, name, String.join(" or ", known), text));
    }
    return text;
  }

  /** A number; 0 where the option is not given. */
  double number(String name, double least, double most) throws DataFormatException {
    String text = options.get(name);
    if (text == null) {
      return 0;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The sentence below says what is wanted, whichever way it was missed.
    }
    throw new DataFormatException(
        "%s: the option %s must be a number from %s to %s, not \"%s\"."
            .formatted(place, name, plain(least), plain(most), text));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? "%,d".formatted((long) value) : Double.toString(value);
  }

  int integer(String name, int otherwise, int least, int most) throws DataFormatException {
    return (int) whole(name, otherwise, least, most);
  }

  long whole(String name, long otherwise, long least, long most) throws DataFormatException {
    String text = options.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The sentence below says what is wanted, whichever way it was missed.
    }
    throw new DataFormatException(
        "%s: the option %s must be a whole number from %,d to %,d, not \"%s\"."
            .formatted(place, name, least, most, text));
  }
}
