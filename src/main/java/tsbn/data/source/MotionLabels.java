package tsbn.data.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsbn.data.DataFormatException;
import tsbn.data.SequenceLabel;

/**
 * What motions are called: the name of the file, and a style from a list of names and styles, from
 * the words behind the number in the file's name, or for CMU's subject 35 from its index.
 */
final class MotionLabels {
  private static final Pattern WORDS_BEHIND_NUMBER =
      Pattern.compile(".*\\d[ _-]+([\\p{L}][\\p{L} _-]*)");
  private static final Pattern SUBJECT_35 = Pattern.compile("35_(\\d\\d)");

  /** Of several names so many are said. */
  private static final int NAMED = 3;

  private static final long MOST_BYTES = 10_000_000;

  private final Map<String, String> listed;
  private final boolean subject35;

  private MotionLabels(Map<String, String> listed, boolean subject35) {
    this.listed = listed;
    this.subject35 = subject35;
  }

  /**
   * Labels without a list.
   *
   * @param skeleton name of the skeleton's file; {@code 35.asf} is CMU's subject 35
   */
  static MotionLabels of(String skeleton) {
    return new MotionLabels(Map.of(), skeleton.equalsIgnoreCase("35.asf"));
  }

  /** Labels of a text file with a name and a style in each line. */
  static MotionLabels read(Path list) throws DataFormatException {
    String file = String.valueOf(list.getFileName());
    Map<String, String> styles = new HashMap<>();
    try {
      if (Files.size(list) > MOST_BYTES) {
        throw new DataFormatException("%s is too large for a list of names.".formatted(file));
      }
      int number = 0;
      for (String line : Files.readString(list, StandardCharsets.UTF_8).lines().toList()) {
        number++;
        String[] words = line.strip().split("[\\s,;]+", 2);
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (words.length < 2) {
          throw new DataFormatException(
              "%s, line %,d: there should be a name and a style.".formatted(file, number));
        }
        styles.put(words[0].toLowerCase(Locale.ROOT), words[1].strip());
      }
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read as a list of styles.".formatted(list), e);
    }
    return new MotionLabels(styles, false);
  }

  /**
   * Names of the list that no motion has, as a sentence; empty where there are none.
   *
   * @param motions the labels of all
   */
  String unused(List<SequenceLabel> motions) {
    Set<String> missing = new TreeSet<>(listed.keySet());
    motions.forEach(motion -> missing.remove(motion.name().toLowerCase(Locale.ROOT)));
    if (missing.isEmpty()) {
      return "";
    }
    String some = missing.stream().limit(NAMED).collect(Collectors.joining(", "));
    return missing.size() == 1
        ? "The list of styles names %s, and there is no such motion.".formatted(some)
        : "The list of styles names %,d motions that are not there, such as %s."
            .formatted(missing.size(), some);
  }

  /** The label of a file without its ending. */
  SequenceLabel of(Path file) {
    String name = FolderFiles.title(file);
    String style = listed.get(name.toLowerCase(Locale.ROOT));
    if (style != null) {
      return new SequenceLabel(name, style);
    }
    Matcher trial = SUBJECT_35.matcher(name);
    if (subject35 && trial.matches()) {
      int number = Integer.parseInt(trial.group(1));
      return new SequenceLabel(name, number >= 17 && number <= 26 ? "run" : "walk");
    }
    Matcher words = WORDS_BEHIND_NUMBER.matcher(name);
    return new SequenceLabel(name, words.matches() ? words.group(1).replace('_', ' ').strip() : "");
  }
}
