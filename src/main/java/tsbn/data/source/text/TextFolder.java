package tsbn.data.source.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.text.Corpus;
import tsbn.data.text.Tokeniser;

/**
 * A folder of texts with a year in the name of each file; those of one year are one document. The
 * year is the first number of four digits in the name. Where a folder has no such files but one of
 * its folders has, and only one, that one is meant.
 */
public final class TextFolder {
  private static final List<String> ENDINGS = List.of(".txt", ".text");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
  private static final int MOST_FILES = 100_000;
  private static final int MOST_SENTENCES = 5;

  private TextFolder() {}

  /** The folder itself or the one in it with texts that have years; null where there is none. */
  public static Path find(Path folder) {
    if (hasTexts(folder)) {
      return folder;
    }
    if (!Files.isDirectory(folder)) {
      return null;
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> with =
          all.limit(MOST_FILES).filter(TextFolder::hasTexts).sorted().limit(2).toList();
      return with.size() == 1 ? with.get(0) : null;
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static boolean hasTexts(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.anyMatch(file -> isText(file) && year(file).isPresent());
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Whether a file is a text by its name. */
  public static boolean isText(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
  }

  /** The year in the name of a file. */
  static OptionalInt year(Path file) {
    Matcher matcher = YEAR.matcher(String.valueOf(file.getFileName()));
    return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group())) : OptionalInt.empty();
  }

  /**
   * Counts the words of all texts.
   *
   * @param folder what {@link #find} found
   */
  public static Counted read(Path folder, Progress progress) throws DataFormatException {
    List<Path> files = files(folder);
    Corpus.Builder builder = new Corpus.Builder();
    List<String> sentences = new ArrayList<>();
    int undated = 0;
    int used = 0;
    for (int i = 0; i < files.size(); i++) {
      progress.check((double) i / files.size());
      OptionalInt year = year(files.get(i));
      if (year.isEmpty()) {
        undated++;
        continue;
      }
      try {
        read(files.get(i), year.getAsInt(), builder);
        used++;
      } catch (DataFormatException damaged) {
        sentences.add(damaged.getMessage());
      }
      if (builder.full()) {
        throw PlainText.tooLarge(folder.toString());
      }
    }
    if (used == 0) {
      throw new DataFormatException(
          "%s has no text that can be read: %s".formatted(folder, sentences.get(0)));
    }
    return new Counted(builder.build(), warnings(sentences, undated));
  }

  private static List<String> warnings(List<String> sentences, int undated) {
    List<String> warnings = new ArrayList<>();
    sentences.stream().limit(MOST_SENTENCES).forEach(each -> warnings.add("Left out: " + each));
    if (sentences.size() > MOST_SENTENCES) {
      warnings.add(
          "%,d more files cannot be read and are left out."
              .formatted(sentences.size() - MOST_SENTENCES));
    }
    if (undated > 0) {
      warnings.add(
          "%,d texts without a year of four digits in their names are left out."
              .formatted(undated));
    }
    return warnings;
  }

  private static void read(Path file, int year, Corpus.Builder builder) throws DataFormatException {
    PlainText text = PlainText.read(file);
    builder.addYear(year);
    boolean[] fits = {true};
    Tokeniser.words(text.text(), word -> fits[0] &= builder.add(year, word));
    if (!fits[0]) {
      throw text.wrongFile(
          "brings a word to more than %,d occurrences".formatted(Corpus.Builder.MOST));
    }
  }

  private static List<Path> files(Path folder) throws DataFormatException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found = all.filter(TextFolder::isText).limit(MOST_FILES + 1L).sorted().toList();
      if (found.size() > MOST_FILES) {
        throw new DataFormatException(
            "%s holds more than %,d texts.".formatted(folder, MOST_FILES));
      }
      return found;
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(folder), e);
    }
  }
}
